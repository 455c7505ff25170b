import { asc, eq, inArray, sql } from "drizzle-orm";
import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import { STATUS } from "#app/modules/population/person-rules.ts";
import { SEALED_RESIDENT_FIELDS } from "#app/modules/population/sealed-fields.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { residents } from "#db/village/schema/population.ts";
import { residentAccounts, residentRegistrations } from "#db/village/schema/residents.ts";
import { files } from "#db/village/schema/village.ts";
import type { Typed } from "./register-resident.server.ts";
import { REGISTRATION_TYPED } from "./sealed-fields.ts";
import { REGISTRATION_WORDS } from "./words.ts";

/** Registrations that wait, the oldest first. */
export function selectWaiting(db: VillageDb) {
  return db
    .select({ id: residentRegistrations.id, createdAt: residentRegistrations.createdAt })
    .from(residentRegistrations)
    .where(eq(residentRegistrations.state, "waiting"))
    .orderBy(asc(residentRegistrations.createdAt))
    .limit(50);
}

/** A registration that waits, with what was typed in the clear: the opening is logged by the route. */
export async function loadRegistration(ctx: OfficeCtx, id: string) {
  const [rows] = await ctx.db.batch([
    ctx.db
      .select({ row: residentRegistrations, storageKey: files.storageKey })
      .from(residentRegistrations)
      .leftJoin(files, eq(files.id, residentRegistrations.photoId))
      .where(eq(residentRegistrations.id, id)),
  ]);
  const [found] = rows;
  if (found?.row.state !== "waiting") throw new NotFoundError(REGISTRATION_WORDS.gone);
  const typed = await openTyped(ctx, found.row);
  return {
    id,
    version: found.row.version,
    createdAt: found.row.createdAt,
    typed,
    photo: found.storageKey ? await ctx.fileUrl({ storageKey: found.storageKey }, ctx.actor.accountId) : null,
    match: await findMatch(ctx, ctx.db, typed.nik),
  };
}

/** What somebody typed of himself. */
export async function openTyped(
  ctx: Pick<VillageCtx, "keys">,
  { typedSealed }: { typedSealed: string },
): Promise<Typed> {
  const text = await openValue(ctx.keys, REGISTRATION_TYPED, typedSealed);
  return JSON.parse(text ?? "{}") as Typed;
}

/** The one resident who lives here with this NIK, and whether he has an account; null for none and for several. */
export async function findMatch(ctx: Pick<VillageCtx, "keys">, db: VillageDb | VillageTx, nik: string) {
  const indexes = await ctx.keys.indexes(SEALED_RESIDENT_FIELDS.nik.field, nik);
  const rows = await db
    .select({
      residentId: residents.id,
      name: residents.name,
      birthDate: residents.birthDate,
      hasAccount: sql<number>`${residentAccounts.id} IS NOT NULL`,
    })
    .from(residents)
    .leftJoin(residentAccounts, eq(residentAccounts.residentId, residents.id))
    .where(sql`${inArray(residents.nikIndex, indexes)} AND ${residents.status} = ${STATUS.here}`);
  const [only] = rows;
  return only && rows.length === 1 ? { ...only, hasAccount: only.hasAccount === 1 } : null;
}
