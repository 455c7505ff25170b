import type { VillageCtx } from "#app/context.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { accessLog } from "#db/village/schema/security.ts";
import { newId } from "./ids.ts";

/** What an access-log row says besides who and when: never the protected value itself. */
export type AccessEntry = Pick<typeof accessLog.$inferInsert, "kind" | "what"> &
  Partial<Pick<typeof accessLog.$inferInsert, "subject" | "subjectId" | "rowCount" | "reason">>;

/**
 * Writes who looked at protected data to the append-only log; before the value is shown, so that nothing is shown that
 * could not be logged.
 */
export async function recordAccess(
  db: VillageDb | VillageTx,
  ctx: Pick<VillageCtx, "now" | "requestId" | "actor">,
  entry: AccessEntry,
): Promise<void> {
  await db.insert(accessLog).values({
    id: newId(ctx.now),
    at: ctx.now.toISOString(),
    accountId: ctx.actor?.accountId ?? null,
    actorName: ctx.actor?.name ?? "Balai",
    requestId: ctx.requestId,
    ...entry,
  });
}
