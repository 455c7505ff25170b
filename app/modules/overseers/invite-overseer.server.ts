import { and, eq, inArray, isNull } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { FieldError, ForbiddenError } from "#app/platform/errors.ts";
import { requireOversight } from "#app/platform/require.ts";
import { regions } from "#db/directory/schema/regions.ts";
import type { InviteByOperatorInput, InviteByRegencyInput } from "./input.ts";
import { type MadeInvitation, makeOverseerInvitation } from "./overseer-invitations.server.ts";
import { OVERSEER_WORDS } from "./words.ts";

/** An operator invites another operator, or the first (or a further) admin of a kabupaten. */
export async function inviteByOperator(
  ctx: OversightCtx,
  input: InviteByOperatorInput,
): Promise<MadeInvitation> {
  requireOversight(ctx, "operator.people");
  const { nama: name } = input;
  if (input.peran === "operator")
    return makeOverseerInvitation(ctx, { name, kind: "operator", regencyCode: null, isAdmin: false });
  const regencyCode = await knownRegency(ctx, input.kabupaten ?? "");
  return makeOverseerInvitation(ctx, { name, kind: "kabupaten", regencyCode, isAdmin: true });
}

/** The admin of a kabupaten invites somebody of his own. */
export async function inviteByRegency(
  ctx: OversightCtx,
  input: InviteByRegencyInput,
): Promise<MadeInvitation> {
  requireOversight(ctx, "kabupaten.people");
  const { regencyCode } = ctx.overseer;
  if (!regencyCode) throw new ForbiddenError();
  const isAdmin = input.peran === "admin";
  return makeOverseerInvitation(ctx, { name: input.nama, kind: "kabupaten", regencyCode, isAdmin });
}

/** Every kabupaten and kota that an admin may be invited for, under its province. */
export async function listRegencies(ctx: OversightCtx) {
  requireOversight(ctx, "operator.people");
  const rows = await ctx.directory
    .select({ code: regions.code, name: regions.name, level: regions.level })
    .from(regions)
    .where(and(inArray(regions.level, [1, 2]), isNull(regions.retiredAt)))
    .orderBy(regions.code);
  const provinces = rows.filter((row) => row.level === 1);
  return provinces.map(({ code, name }) => ({
    province: name,
    regencies: rows.filter((row) => row.level === 2 && row.code.startsWith(`${code}.`)),
  }));
}

async function knownRegency(ctx: OversightCtx, code: string): Promise<string> {
  const [region] = await ctx.directory
    .select({ code: regions.code })
    .from(regions)
    .where(and(eq(regions.code, code), eq(regions.level, 2), isNull(regions.retiredAt)));
  if (!region) throw new FieldError("kabupaten", OVERSEER_WORDS.unknownRegency);
  return region.code;
}
