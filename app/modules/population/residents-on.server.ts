import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#app/platform/clock.ts";

/**
 * How everybody stands today, in the columns of `residentsOn`: what all of his events come to. The plus keeps SQLite from
 * an index that would lead it to each row by itself: one walk over the table is twice as fast.
 */
export const RESIDENTS_NOW = sql`(SELECT id AS resident_id, +status AS status, (status = 1) AS is_present, hamlet_id,
  family_id, family_role, sex, citizenship, (kind = 'temporary') AS is_temporary FROM residents)`;

/** A list of ids: to whom something happened from a day on. Whoever is not in it stands since then as he stands today. */
export function touchedSince(day: Day | SQL, isAfter = false): SQL {
  return sql`(SELECT resident_id FROM resident_events WHERE cancelled_at IS NULL AND kind <> 'correction'
    AND happened_on ${isAfter ? sql`>` : sql`>=`} ${day})`;
}

/**
 * A relation for FROM: how everybody who had ever been in the register stood at the end of a day, as far as counting needs
 * it: `resident_id`, `status`, `is_present`, `hamlet_id`, `family_id`, `family_role`, `sex`, `citizenship`,
 * `is_temporary`. All that was known of one person on a day is `foldState(facts, day)`. Costs one look at the residents and
 * at the events of those to whom something happened later.
 */
export function residentsOn(day: Day | SQL): SQL {
  const columns = sql`resident_id, status, is_present, hamlet_id, family_id, family_role, sex, citizenship, is_temporary`;
  return sql`(SELECT ${columns} FROM ${RESIDENTS_NOW} WHERE resident_id NOT IN ${touchedSince(day, true)}
    UNION ALL SELECT ${columns}
    FROM (SELECT *, row_number() OVER (PARTITION BY resident_id ORDER BY happened_on DESC, seq DESC) AS place
      FROM resident_events WHERE resident_id IN ${touchedSince(day, true)}
        AND cancelled_at IS NULL AND kind <> 'correction' AND happened_on <= ${day})
    WHERE place = 1)`;
}
