import { and, eq, isNull, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { type CountedIndicator, countStatement, rowsStatement } from "#app/platform/indicators.ts";
import { COUNTED_INDICATORS } from "#app/registry.ts";
import { activities, indicators, programmes } from "#db/village/schema/programme.ts";
import { todayOf } from "./running-queries.server.ts";

/** Rows behind the number of an indicator that is counted from records. */
export async function loadCountedRows(ctx: VillageCtx, indicatorId: string) {
  const asOf = todayOf(ctx);
  const year = sql`(SELECT p.year FROM indicators i JOIN activities a ON a.id = i.activity_id
    JOIN programmes p ON p.id = a.programme_id WHERE i.id = ${indicatorId})`;
  const range = { year, asOf, zone: ctx.tenant.timeZone };
  const mine = and(
    eq(indicators.id, indicatorId),
    isNull(indicators.retiredAt),
    isNull(activities.droppedAt),
  );
  const [found, counted, ...rowsOfEach] = await ctx.db.batch([
    ctx.db
      .select()
      .from(indicators)
      .innerJoin(activities, eq(activities.id, indicators.activityId))
      .innerJoin(programmes, eq(programmes.id, activities.programmeId))
      .where(mine),
    countStatement(ctx.db, COUNTED_INDICATORS, range),
    ...COUNTED_INDICATORS.map((each) => rowsStatement(ctx.db, onlyFor(each, indicatorId), range)),
  ]);
  const row = found[0];
  const index = COUNTED_INDICATORS.findIndex((each) => each.key === row?.indicators.countedKey);
  const declared = COUNTED_INDICATORS[index];
  if (!row || !declared) throw new NotFoundError("Indikator ini tidak dihitung dari catatan desa.");
  return {
    indicator: row.indicators,
    activity: row.activities,
    year: row.programmes.year,
    asOf,
    explanation: declared.explanation,
    values: counted.filter((each) => each.key === declared.key),
    rows: rowsOfEach[index] ?? [],
  };
}

/** The declaration with its rows held back unless the indicator is counted by it. */
function onlyFor(declared: CountedIndicator, indicatorId: string): CountedIndicator {
  const rows: CountedIndicator["rows"] = (scope) => sql`SELECT * FROM (${declared.rows(scope)})
    WHERE ${declared.key} = (SELECT counted_key FROM indicators WHERE id = ${indicatorId})`;
  return { ...declared, rows };
}
