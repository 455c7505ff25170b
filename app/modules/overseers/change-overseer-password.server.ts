import { eq } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { hashChosenPassword } from "#app/modules/accounts/new-password.server.ts";
import { FieldError, ForbiddenError } from "#app/platform/errors.ts";
import { writeDirectory } from "#app/platform/write-directory.ts";
import { overseers } from "#db/directory/schema/overseers.ts";
import type { ChangeOverseerPasswordInput } from "./input.ts";
import { forgetOverseerAttempts, tryOverseerPassword } from "./overseer-attempts.server.ts";
import { endOverseerSessions } from "./overseer-session.server.ts";
import { OVERSEER_SIGN_IN_WORDS, OVERSEER_WORDS } from "./words.ts";

/** Changes the own password; the present one is asked first, and all other sessions end. */
export async function changeOverseerPassword(
  ctx: OversightCtx,
  input: ChangeOverseerPasswordInput,
): Promise<void> {
  const { overseerId, sessionId, regencyCode, permissions } = ctx.overseer;
  if (permissions.size === 0) throw new ForbiddenError();
  const where = eq(overseers.id, overseerId);
  const person = await tryOverseerPassword(ctx, { where, name: overseerId, password: input.kata_sandi });
  if (!person) throw new FieldError("kata_sandi", OVERSEER_SIGN_IN_WORDS.wrongPassword);
  if (input.kata_sandi === input.kata_sandi_baru)
    throw new FieldError("kata_sandi_baru", OVERSEER_WORDS.samePassword);
  const known = { name: person.name, username: person.username };
  const place = { name: "Balai", slug: "balai" };
  const passwordHash = await hashChosenPassword("kata_sandi_baru", input.kata_sandi_baru, known, place);
  await ctx.directory.batch([...forgetOverseerAttempts(ctx, overseerId)]);
  await writeDirectory(ctx, async ({ tx, audit }) => {
    await tx.update(overseers).set({ passwordHash }).where(where);
    await endOverseerSessions(tx, overseerId, sessionId);
    const entry = { action: "overseer.change-password", entity: "overseer", entityId: overseerId };
    await audit({ ...entry, regencyCode });
  });
}
