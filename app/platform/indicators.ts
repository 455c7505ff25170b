import { type SQL, sql } from "drizzle-orm";
import type { VillageDb } from "#db/open.ts";
import { type Day, ZONE_HOURS, type Zone } from "./clock.ts";

/** For which year, and up to which day, records are counted. */
export interface CountRange {
  /** A year, or a statement in brackets that gives one (the programme of an activity, say). */
  year: number | SQL;
  asOf: Day;
  zone: Zone;
}

/** What a declaration builds its statements from. */
export interface CountScope {
  /**
   * A relation of the quarters that have begun by `asOf`: `quarter` (1-4), `year`, `first_day`, `last_day`, and `until`,
   * the last day or `asOf`, whichever comes first.
   */
  quarters: SQL;
  asOf: Day;
  /** The day in the village's zone of a column that holds an ISO instant. */
  dayOf(column: SQL): SQL;
}

/** A row behind a counted number. */
export interface CountedRow {
  quarter: number;
  title: string;
  note: string | null;
  day: Day;
  /** Address of the record within the office. */
  href: string | null;
}

/**
 * A figure that is counted from a module's own records: modules declare theirs in indicators.ts, app/registry.ts lists
 * all. What it counts may be the target of an activity in the work programme.
 */
export interface CountedIndicator {
  /** `module.name`; stored with indicators, so it never changes. */
  key: string;
  name: string;
  unit: string;
  /** How it is counted, in a sentence that the reader of the number sees. */
  explanation: string;
  direction: "rising" | "falling";
  /** True where the quarters' values are added up over the year. */
  isCumulative: boolean;
  /** SELECT of `quarter` and `value` (NULL: not known), one row a quarter of `scope.quarters`. */
  count(scope: CountScope): SQL;
  /** SELECT of the columns of CountedRow, one row a record that the number stands on. */
  rows(scope: CountScope): SQL;
}

/** One quarter's figure as the statement of `countStatement` gives it. */
export interface CountedValue {
  key: string;
  quarter: number;
  value: number | null;
}

/**
 * One statement that counts for all indicators that the village uses; it fits into a page's batch.
 * @param indicators the registry's declarations
 */
export function countStatement(
  db: VillageDb,
  indicators: readonly CountedIndicator[],
  range: CountRange,
): ReturnType<typeof db.all<CountedValue>> {
  const scope = scopeOf(range);
  const nothing = sql`SELECT NULL AS key, NULL AS quarter, NULL AS value WHERE 0`;
  const parts = indicators.map(
    ({ key, count }) =>
      sql`SELECT ${key} AS key, quarter, value FROM (${count(scope)})
        WHERE ${key} IN (SELECT counted_key FROM indicators WHERE retired_at IS NULL)`,
  );
  return db.all<CountedValue>(sql.join([nothing, ...parts], sql` UNION ALL `));
}

/** The statement of the rows behind one indicator's number, by quarter and day. */
export function rowsStatement(
  db: VillageDb,
  indicator: CountedIndicator,
  range: CountRange,
): ReturnType<typeof db.all<CountedRow>> {
  return db.all<CountedRow>(
    sql`SELECT * FROM (${indicator.rows(scopeOf(range))}) ORDER BY quarter, day, title`,
  );
}

// A year given as a number arrives as 2027.0, which would make no date: hence the cast.
function scopeOf({ year, asOf, zone }: CountRange): CountScope {
  const quarters = sql`(SELECT quarter, year, year || opens AS first_day, year || ends AS last_day,
      min(year || ends, ${asOf}) AS until
    FROM (SELECT CAST(${year} AS INTEGER) AS year), (SELECT 1 AS quarter, '-01-01' AS opens, '-03-31' AS ends
      UNION ALL SELECT 2, '-04-01', '-06-30' UNION ALL SELECT 3, '-07-01', '-09-30'
      UNION ALL SELECT 4, '-10-01', '-12-31')
    WHERE year IS NOT NULL AND year || opens <= ${asOf})`;
  const dayOf = (column: SQL) => sql`date(${column}, ${`+${ZONE_HOURS[zone]} hours`})`;
  return { quarters, asOf, dayOf };
}
