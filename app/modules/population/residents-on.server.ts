import { type SQL, sql } from "drizzle-orm";
import type { Day } from "#app/platform/clock.ts";

/**
 * A relation for FROM: how everybody who had ever been in the register stood at the end of a day, as far as counting needs
 * it: `resident_id`, `status`, `is_present`, `hamlet_id`, `family_id`, `family_role`, `sex`, `citizenship`,
 * `is_temporary`. All that was known of one person on a day is `foldState(facts, day)`.
 */
export function residentsOn(day: Day | SQL): SQL {
  return sql`(SELECT resident_id, status, is_present, hamlet_id, family_id, family_role, sex, citizenship, is_temporary
    FROM (SELECT *, row_number() OVER (PARTITION BY resident_id ORDER BY happened_on DESC, seq DESC) AS place
      FROM resident_events WHERE cancelled_at IS NULL AND kind <> 'correction' AND happened_on <= ${day})
    WHERE place = 1)`;
}
