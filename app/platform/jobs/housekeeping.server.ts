import { and, asc, eq, inArray, isNull, lt, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { addDays, dayIn, instantOf } from "#app/platform/clock.ts";
import type { RetentionRule } from "#app/platform/privacy/retention-rule.ts";
import { runRetention } from "#app/platform/privacy/run-retention.ts";
import { outbox } from "#db/village/schema/jobs.ts";
import { files } from "#db/village/schema/village.ts";
import { FILE_DELETE_TOPIC } from "../files/drop-file.ts";
import { isClockSettled } from "./clock-trust.ts";
import type { DueHandler } from "./due.ts";

const FILES_PER_RUN = 100;
/** Villages tidy up between one and five at night, each at its own minute, so that they do not all come at once. */
const FIRST_HOUR = 1;
const SPREAD_MINUTES = 240;

/**
 * Removes each night what nobody may or need keep any more: what modules declare, and then the bytes of files whose rows
 * are gone. After a jump of the clock the first waits for another night.
 */
export function createHousekeeping(rules: readonly RetentionRule[]): DueHandler {
  return {
    kind: "housekeeping",
    run: async (ctx) => {
      const isMore = (await isClockSettled(ctx)) && (await runRetention(ctx, rules)).isMore;
      const areFilesLeft = await deleteTakenFiles(ctx);
      return { nextDueAt: isMore || areFilesLeft ? ctx.now : nextNight(ctx) };
    },
  };
}

/** Files that were sent and that no record points to. */
export const fileRetention: RetentionRule = {
  kind: "files.unattached",
  name: "Berkas terkirim yang tidak menjadi bagian catatan mana pun",
  reason: "Memberi waktu untuk menyelesaikan formulir yang terputus.",
  keep: { unit: "days", standard: 7, least: 7, most: 7 },
  removal: { how: "run", run: takeStaleFiles },
};

/** Row and bytes can't go at once: the row leaves in one batch with a note of the bytes that are still to go. */
async function takeStaleFiles(
  ctx: VillageCtx,
  before: string,
): Promise<{ removed: number; isMore: boolean }> {
  const stale = and(isNull(files.attachedAt), lt(files.createdAt, before));
  const chosen = sql`(SELECT id FROM files WHERE ${stale} ORDER BY created_at LIMIT ${FILES_PER_RUN})`;
  const now = ctx.now.toISOString();
  const [, gone] = await ctx.db.batch([
    ctx.db.run(sql`INSERT INTO outbox (id, topic, payload, created_at, attempts)
      SELECT 'file-' || id, ${FILE_DELETE_TOPIC}, json_object('keys', json_array(storage_key, thumbnail_key)), ${now}, 0
      FROM files WHERE id IN ${chosen}`),
    ctx.db.delete(files).where(sql`id IN ${chosen}`),
  ]);
  return { removed: gone.rowsAffected, isMore: gone.rowsAffected === FILES_PER_RUN };
}

async function deleteTakenFiles(ctx: VillageCtx): Promise<boolean> {
  const waiting = await ctx.db
    .select()
    .from(outbox)
    .where(and(eq(outbox.topic, FILE_DELETE_TOPIC), isNull(outbox.doneAt)))
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
