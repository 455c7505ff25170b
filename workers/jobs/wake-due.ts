import { and, asc, isNull, sql } from "drizzle-orm";
import type { BaseCtx } from "#app/context.ts";
import type { QueueMessage } from "#app/platform/jobs/queue.ts";
import { signups } from "#db/directory/schema/villages.ts";
import { isLeaseOver, latestLeaseEnd } from "#db/lease.ts";
import { listOpenErasures } from "./resume-erasure.ts";
import { listOpenRestores } from "./resume-restore.ts";

const ROWS_PER_CLAIM = 200;
/** Villages beyond these wait for the next sweep, five minutes later. */
const MAX_CLAIMS = 20;
const SIGNUPS_PER_SWEEP = 50;
/** A message that is lost is sent again after this. */
const LEASE_SECONDS = 600;
/** Connections that one invocation may hold open. */
const SENT_AT_ONCE = 6;

/** Wakes villages with due work; sign-ups, erasures and restores that a crash left half-way. Rows stay until the work is done. */
export async function wakeDue(ctx: BaseCtx): Promise<number> {
  const open = [...(await listOpenErasures(ctx)), ...(await listOpenRestores(ctx))];
  await sendAll(ctx, open);
  const resumed = (await resumeOpenSignups(ctx)) + open.length;
  let claimed = 0;
  for (let turn = 0; turn < MAX_CLAIMS; turn++) {
    const rows = await claimRows(ctx);
    claimed += rows.length;
    const villages = [...new Set(rows.map((row) => row.villageId))];
    await sendAll(
      ctx,
      villages.map((villageId) => ({ kind: "run-village-due", villageId })),
    );
    if (rows.length < ROWS_PER_CLAIM) break;
  }
  return claimed + resumed;
}

/** One statement, so that two sweeps at once never take the same row. */
async function claimRows(ctx: BaseCtx): Promise<{ villageId: string }[]> {
  const now = ctx.now.toISOString();
  const until = new Date(ctx.now.getTime() + LEASE_SECONDS * 1000).toISOString();
  return ctx.directory.all<{ villageId: string }>(sql`
    UPDATE due_jobs SET leased_until = ${until}
    WHERE (village_id, kind) IN (
      SELECT village_id, kind FROM due_jobs
      WHERE due_at <= ${now} AND (leased_until IS NULL OR leased_until <= ${now} OR leased_until > ${latestLeaseEnd(ctx.now)})
      ORDER BY due_at LIMIT ${ROWS_PER_CLAIM})
    RETURNING village_id AS villageId`);
}

async function resumeOpenSignups(ctx: BaseCtx): Promise<number> {
  const isFree = isLeaseOver(signups.leasedUntil, ctx.now);
  const open = await ctx.directory
    .select({ id: signups.id })
    .from(signups)
    .where(and(isNull(signups.finishedAt), isFree))
    // One that fails for ever must not keep others waiting.
    .orderBy(asc(signups.attempts), asc(signups.createdAt))
    .limit(SIGNUPS_PER_SWEEP);
  await sendAll(
    ctx,
    open.map(({ id }) => ({ kind: "resume-signup", signupId: id })),
  );
  return open.length;
}

async function sendAll(ctx: BaseCtx, messages: QueueMessage[]): Promise<void> {
  for (let from = 0; from < messages.length; from += SENT_AT_ONCE) {
    await Promise.all(messages.slice(from, from + SENT_AT_ONCE).map((message) => ctx.queue.send(message)));
  }
}
