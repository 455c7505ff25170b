import type { VillageCtx } from "#app/context.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { accessLog } from "#db/village/schema/security.ts";
import { newId } from "./ids.ts";
import { tellUnusual } from "./privacy/tell-unusual.ts";
import { judgeVolume } from "./privacy/unusual-rules.ts";
import { type VolumeRow, volumeOf, volumeStatement } from "./privacy/volume-facts.ts";
import { RESIDENT_ACTOR } from "./resident.ts";

/** What an access-log row says besides who and when: never the protected value itself. */
export type AccessEntry = Pick<typeof accessLog.$inferInsert, "kind" | "what"> &
  Partial<Pick<typeof accessLog.$inferInsert, "subject" | "subjectId" | "rowCount" | "reason">>;

type AccessCtx = Pick<VillageCtx, "now" | "requestId" | "actor" | "resident" | "tenant">;

/**
 * Writes who looked at protected data to the append-only log; before the value is shown, so that nothing is shown that
 * could not be logged. Give the transaction of an export's own rows where it has one. More than the village expects of
 * one account is written as a row of its own, and its leaders are told.
 */
export async function recordAccess(
  db: VillageDb | VillageTx,
  ctx: AccessCtx,
  entry: AccessEntry,
): Promise<void> {
  await db.insert(accessLog).values(accessRow(ctx, entry));
  if (!ctx.actor) return;
  const [row] = await db.all<VolumeRow>(volumeStatement(ctx, ctx.actor.accountId, entry.kind));
  if (row) await judge(db, ctx, entry, row);
}

/** The same for an entry outside a transaction: one round trip, unless it is out of the ordinary. */
export async function recordOpening(db: VillageDb, ctx: AccessCtx, entry: AccessEntry): Promise<void> {
  const insert = db.insert(accessLog).values(accessRow(ctx, entry));
  if (!ctx.actor) return void (await insert);
  const facts = db.all<VolumeRow>(volumeStatement(ctx, ctx.actor.accountId, entry.kind));
  const [, [row]] = await db.batch([insert, facts]);
  if (row) await judge(db, ctx, entry, row);
}

/**
 * The same for one file that holds several records: a row for each of them, so that a person's own list of who looked
 * names it, and the file judged by how many it holds.
 */
export async function recordEach(
  db: VillageDb | VillageTx,
  ctx: AccessCtx,
  entry: Pick<AccessEntry, "kind" | "what" | "subject">,
  subjectIds: readonly string[],
): Promise<void> {
  if (subjectIds.length === 0) return;
  await db
    .insert(accessLog)
    .values(subjectIds.map((subjectId) => accessRow(ctx, { ...entry, subjectId, rowCount: 1 })));
  if (!ctx.actor) return;
  const [row] = await db.all<VolumeRow>(volumeStatement(ctx, ctx.actor.accountId, entry.kind));
  if (row) await judge(db, ctx, { ...entry, rowCount: subjectIds.length }, row);
}

async function judge(
  db: VillageDb | VillageTx,
  { actor, ...ctx }: AccessCtx,
  entry: AccessEntry,
  row: VolumeRow,
): Promise<void> {
  const { facts, limits } = volumeOf(row, entry);
  const unusual = judgeVolume(facts, limits, ctx.tenant.timeZone, ctx.now);
  if (unusual && actor) await tellUnusual(db, { ...ctx, actor }, entry.what, unusual);
}

function accessRow(ctx: AccessCtx, entry: AccessEntry): typeof accessLog.$inferInsert {
  return {
    id: newId(ctx.now),
    at: ctx.now.toISOString(),
    accountId: ctx.actor?.accountId ?? ctx.resident?.accountId ?? null,
    actorName: ctx.actor?.name ?? (ctx.resident ? RESIDENT_ACTOR : "Balai"),
    requestId: ctx.requestId,
    ...entry,
  };
}
