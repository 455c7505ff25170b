import { like, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { settings } from "#db/village/schema/village.ts";
import { dayIn } from "../clock.ts";
import { cutoff, keptFor, type Removal, type RetentionRule, retentionSetting } from "./retention-rule.ts";

const ROWS_PER_CHUNK = 200;
/** A run ends after so many chunks of a kind; what is left is done by the next one, at once. */
const CHUNKS_PER_RUN = 10;

type RowRemoval = Exclude<Removal, { how: "run" }>;

/**
 * Removes what is older than the village's schedule allows, each kind on its own: one that fails stops no other. Each
 * chunk goes in one batch with the count of it in `retention_runs`, so that a run that is cut off has counted right.
 * @returns whether something is left for a further run
 * @throws the first error, after all kinds have been tried
 */
export async function runRetention(
  ctx: VillageCtx,
  rules: readonly RetentionRule[],
): Promise<{ isMore: boolean }> {
  const chosen = await readChoices(ctx);
  let isMore = false;
  const errors: unknown[] = [];
  const failed: string[] = [];
  for (const rule of rules) {
    const amount = keptFor(rule, chosen.get(retentionSetting(rule.kind)));
    const before = cutoff(rule.keep.unit, amount, ctx.tenant.timeZone, ctx.now).toISOString();
    try {
      if (await applyRule(ctx, rule, before)) isMore = true;
    } catch (error) {
      ctx.log.error("retention.failed", error, { kind: rule.kind });
      errors.push(error);
      failed.push(rule.kind);
    }
  }
  await noteRun(ctx, { at: ctx.now.toISOString(), failed });
  if (errors.length > 0) throw errors[0];
  return { isMore };
}

/** When the schedule was last gone through, and the kinds that could not be removed then. */
export interface LastRun {
  at: string;
  failed: string[];
}

/** Setting that holds the last run: most nights remove nothing, and still the village can see that it ran. */
export const LAST_RUN_SETTING = "privacy.retention-run";

async function noteRun(ctx: VillageCtx, run: LastRun): Promise<void> {
  const values = { value: run, updatedAt: run.at };
  await ctx.db
    .insert(settings)
    .values({ key: LAST_RUN_SETTING, ...values })
    .onConflictDoUpdate({ target: settings.key, set: values });
}

/** What the village chose, by key of the setting. */
export async function readChoices(ctx: Pick<VillageCtx, "db">): Promise<Map<string, unknown>> {
  const rows = await ctx.db.select().from(settings).where(like(settings.key, "retention.%"));
  return new Map(rows.map(({ key, value }) => [key, value]));
}

async function applyRule(ctx: VillageCtx, rule: RetentionRule, before: string): Promise<boolean> {
  const { removal } = rule;
  for (let chunk = 0; chunk < CHUNKS_PER_RUN; chunk++) {
    const isMore =
      removal.how === "run"
        ? await runOwn(ctx, rule.kind, removal, before)
        : await removeRows(ctx, rule.kind, removal, before);
    if (!isMore) return false;
  }
  return true;
}

async function runOwn(
  ctx: VillageCtx,
  kind: string,
  removal: Extract<Removal, { how: "run" }>,
  before: string,
): Promise<boolean> {
  const { removed, isMore } = await removal.run(ctx, before);
  if (removed > 0) await ctx.db.run(countRun(ctx, kind, before, sql`${removed}`));
  return isMore;
}

async function removeRows(
  ctx: VillageCtx,
  kind: string,
  removal: RowRemoval,
  before: string,
): Promise<boolean> {
  const [removed] = await ctx.db.batch([
    ctx.db.run(removalStatement(removal, before)),
    ctx.db.run(countRun(ctx, kind, before, sql`changes()`)),
  ]);
  return removed.rowsAffected === ROWS_PER_CHUNK;
}

function removalStatement(removal: RowRemoval, before: string) {
  const table = sql.identifier(removal.table);
  const conditions = [sql`(${sql.raw(removal.age)}) < ${before}`];
  if (removal.only) conditions.push(sql`(${sql.raw(removal.only)})`);
  if (removal.how === "empty") conditions.push(sql`coalesce(${columnsOf(removal.columns)}) IS NOT NULL`);
  const chosen = sql`rowid IN (
    SELECT rowid FROM ${table} WHERE ${sql.join(conditions, sql` AND `)} LIMIT ${ROWS_PER_CHUNK})`;
  if (removal.how === "delete") return sql`DELETE FROM ${table} WHERE ${chosen}`;
  const nulls = removal.columns.map((column) => sql`${sql.identifier(column)} = NULL`);
  return sql`UPDATE ${table} SET ${sql.join(nulls, sql`, `)} WHERE ${chosen}`;
}

// coalesce() wants two arguments.
function columnsOf(columns: readonly string[]) {
  return sql.join([...columns.map((column) => sql`${sql.identifier(column)}`), sql`NULL`], sql`, `);
}

/** One row a kind and day of the village, which chunks and repeated runs add to. */
function countRun(ctx: VillageCtx, kind: string, before: string, removed: ReturnType<typeof sql>) {
  const id = `${kind}:${dayIn(ctx.tenant.timeZone, ctx.now)}`;
  const at = ctx.now.toISOString();
  return sql`INSERT INTO retention_runs (id, kind, removed, older_than, at)
    SELECT ${id}, ${kind}, removed, ${before}, ${at} FROM (SELECT ${removed} AS removed) WHERE removed > 0
    ON CONFLICT (id) DO UPDATE SET removed = retention_runs.removed + excluded.removed, at = excluded.at`;
}
