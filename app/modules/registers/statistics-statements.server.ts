import { type SQL, sql } from "drizzle-orm";
import { STATUS } from "#app/modules/population/person-rules.ts";
import { touchedSince } from "#app/modules/population/residents-on.server.ts";
import type { Day } from "#app/platform/clock.ts";
import { NOT_DISABLED, OLDEST_GROUP } from "./statistics-rules.ts";

/**
 * Statement of CountRow: permanent residents who are here and to whom nothing happened after a day, as `countsOf` counts
 * each. One walk over the residents, then one over what it left for each dimension.
 */
export function countsStatement(day: Day): SQL {
  const dimension = (name: string, code: SQL, where = sql``) =>
    sql`SELECT ${name} AS dimension, ${code} AS code, sex, count(*) AS people FROM people ${where} GROUP BY 2, 3`;
  const parts = [
    dimension("age", sql`min(${OLDEST_GROUP}, age / 5 * 5)`),
    dimension("sex", sql`sex`),
    dimension("religion", sql`religion`),
    dimension("education", sql`education`),
    dimension("occupation", sql`occupation`),
    dimension("maritalStatus", sql`marital_status`),
    dimension("disability", sql`disability`, sql`WHERE disability <> ${NOT_DISABLED}`),
    dimension("hamlet", sql`hamlet_id`),
    dimension("vulnerable", sql`'balita'`, sql`WHERE age < 5`),
    dimension("vulnerable", sql`'lansia'`, sql`WHERE age >= 60`),
    dimension("vulnerable", sql`'kepala-perempuan'`, sql`WHERE sex = 2 AND family_role = 1`),
    dimension("vulnerable", sql`'disabilitas'`, sql`WHERE disability <> ${NOT_DISABLED}`),
  ];
  return sql`WITH people AS MATERIALIZED (
      SELECT sex, religion, education, occupation, marital_status, disability, hamlet_id, family_role,
        CASE WHEN birth_date <= ${day} THEN CAST(substr(${day}, 1, 4) AS INTEGER)
          - CAST(substr(birth_date, 1, 4) AS INTEGER) - (substr(${day}, 6) < substr(birth_date, 6)) END AS age
      FROM residents WHERE +status = ${STATUS.here} AND kind = 'permanent' AND id NOT IN ${touchedSince(day, true)})
    ${sql.join(parts, sql` UNION ALL `)}`;
}

/** Condition on `resident_events`: of those who were in the register by a day and to whom something happened after it. */
export function isTouched(day: Day): SQL {
  return sql`resident_id IN ${touchedSince(day, true)} AND resident_id IN (SELECT resident_id FROM resident_events
    WHERE cancelled_at IS NULL AND kind <> 'correction' AND happened_on <= ${day})`;
}
