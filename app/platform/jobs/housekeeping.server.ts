import { and, asc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { addDays, dayIn, instantOf } from "#app/platform/clock.ts";
import { sessions, signInAttempts, submits } from "#db/village/schema/accounts.ts";
import { outbox } from "#db/village/schema/jobs.ts";
import { challenges, knownDevices } from "#db/village/schema/security.ts";
import { files } from "#db/village/schema/village.ts";
import type { DueHandler } from "./due.ts";

const KEPT_DAYS = 7;
/** As long as a browser keeps the cookie by which a device is known. */
const DEVICE_DAYS = 400;
const FILES_PER_RUN = 100;
const TOPIC = "file.delete";
/** Villages tidy up between one and five at night, each at its own minute, so that they do not all come at once. */
const FIRST_HOUR = 1;
const SPREAD_MINUTES = 240;

/**
 * Removes what nobody needs any more: files that no record points to, old submit keys, dead sessions, used-up challenges,
 * devices long gone.
 */
export const housekeeping: DueHandler = {
  kind: "housekeeping",
  run: async (ctx) => {
    await forgetOldRows(ctx);
    await takeStaleFiles(ctx);
    const isMore = await deleteTakenFiles(ctx);
    return { nextDueAt: isMore ? ctx.now : nextNight(ctx) };
  },
};

async function forgetOldRows(ctx: VillageCtx): Promise<void> {
  const old = daysAgo(ctx, KEPT_DAYS);
  await ctx.db.batch([
    ctx.db.delete(submits).where(lt(submits.createdAt, old)),
    ctx.db.delete(sessions).where(lt(sessions.expiresAt, old)),
    ctx.db.delete(signInAttempts).where(lt(signInAttempts.windowStartedAt, daysAgo(ctx, 1))),
    ctx.db.delete(challenges).where(lt(challenges.expiresAt, ctx.now.toISOString())),
    ctx.db.delete(knownDevices).where(lt(knownDevices.lastSeenAt, daysAgo(ctx, DEVICE_DAYS))),
    ctx.db.delete(outbox).where(and(eq(outbox.topic, TOPIC), lt(outbox.doneAt, old))),
  ]);
}

/** Row and bytes can't go at once: the row leaves in one batch with a note of the bytes that are still to go. */
async function takeStaleFiles(ctx: VillageCtx): Promise<void> {
  const stale = and(isNull(files.attachedAt), lt(files.createdAt, daysAgo(ctx, KEPT_DAYS)));
  const chosen = sql`(SELECT id FROM files WHERE ${stale} ORDER BY created_at LIMIT ${FILES_PER_RUN})`;
  const now = ctx.now.toISOString();
  await ctx.db.batch([
    ctx.db.run(sql`INSERT INTO outbox (id, topic, payload, created_at, attempts)
      SELECT 'file-' || id, ${TOPIC}, json_object('keys', json_array(storage_key, thumbnail_key)), ${now}, 0
      FROM files WHERE id IN ${chosen}`),
    ctx.db.delete(files).where(sql`id IN ${chosen}`),
  ]);
}

async function deleteTakenFiles(ctx: VillageCtx): Promise<boolean> {
  const waiting = await ctx.db
    .select()
    .from(outbox)
    .where(and(eq(outbox.topic, TOPIC), isNull(outbox.doneAt)))
    .orderBy(asc(outbox.id))
    .limit(FILES_PER_RUN);
  for (const { payload } of waiting) {
    const keys = (payload as { keys: (string | null)[] }).keys.filter((key) => key !== null);
    for (const key of keys) await ctx.files.delete(key);
  }
  const done = waiting.map((row) => row.id);
  if (done.length > 0)
    await ctx.db.update(outbox).set({ doneAt: ctx.now.toISOString() }).where(inArray(outbox.id, done));
  return waiting.length === FILES_PER_RUN;
}

function nextNight(ctx: VillageCtx): Date {
  const { timeZone, villageId } = ctx.tenant;
  const tomorrow = addDays(dayIn(timeZone, ctx.now), 1);
  const minute = Number.parseInt(villageId.slice(-4), 16) % SPREAD_MINUTES;
  return new Date(instantOf(timeZone, tomorrow, FIRST_HOUR).getTime() + minute * 60_000);
}

function daysAgo(ctx: VillageCtx, days: number): string {
  return new Date(ctx.now.getTime() - days * 86_400_000).toISOString();
}
