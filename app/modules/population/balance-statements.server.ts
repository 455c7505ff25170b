import { type SQL, sql } from "drizzle-orm";
import { addDays, type Day } from "#app/platform/clock.ts";
import { COUNT_MISSING_KEY } from "./balance-setting.ts";
import { STATUS } from "./person-rules.ts";
import { RESIDENTS_NOW, residentsOn, touchedSince } from "./residents-on.server.ts";

/** What a recapitulation is made of. */
export interface BalanceScope {
  from: Day;
  to: Day;
  /** Do the missing and those who left count as moved out, and as come when they return? */
  countsMissingAsMoved: boolean | "as-set";
}

const FOREIGNER = 2;

/** Is somebody in such a state counted among the residents? */
function isCounted(countsMissingAsMoved: BalanceScope["countsMissingAsMoved"]): SQL {
  const keepsAway =
    countsMissingAsMoved === "as-set"
      ? sql`(SELECT value FROM settings WHERE key = ${COUNT_MISSING_KEY}) IS 'false'`
      : sql`${countsMissingAsMoved ? 0 : 1}`;
  const isAway = sql`status IN (${STATUS.missing}, ${STATUS.left})`;
  return sql`(is_temporary = 0 AND (status = ${STATUS.here} OR (${isAway} AND ${keepsAway})))`;
}

/**
 * Statement of FlowRow: each step of each person that brings him into a cell (dusun, sex, nationality) of the count or out
 * of it. What came before `from`, and opening balances of imports since, make the opening: of those to whom nothing
 * happened since, as they stand today, so that a month costs what happened in it and later.
 */
export function flowStatement({ from, to, countsMissingAsMoved }: BalanceScope): SQL {
  const cell = sql`hamlet_id AS hamlet, sex, (citizenship = ${FOREIGNER}) AS is_foreign`;
  const isOpening = sql`(happened_on < ${from} OR kind = 'opening')`;
  return sql`WITH ${stepsOf({ from, to, countsMissingAsMoved })},
    flows AS (
      SELECT hamlet, sex, is_foreign, 1 AS sign, CASE WHEN ${isOpening} THEN 'opening' WHEN was THEN 'inside_in'
        WHEN kind = 'birth' THEN 'born' ELSE 'came' END AS flow
      FROM steps WHERE counted AND (NOT was OR ${IS_MOVED})
      UNION ALL
      SELECT old_hamlet, old_sex, old_foreign, CASE WHEN ${isOpening} THEN -1 ELSE 1 END,
        CASE WHEN ${isOpening} THEN 'opening' WHEN counted THEN 'inside_out'
        WHEN kind = 'death' THEN 'died' ELSE 'left' END
      FROM steps WHERE was AND (NOT counted OR ${IS_MOVED})
      UNION ALL
      SELECT ${cell}, 1, 'opening' FROM ${RESIDENTS_NOW}
      WHERE ${isCounted(countsMissingAsMoved)} AND resident_id NOT IN ${touchedSince(from)})
    SELECT hamlet AS hamletId, sex, is_foreign AS isForeign, flow, sum(sign) AS people
    FROM flows GROUP BY hamlet, sex, is_foreign, flow`;
}

const IS_MOVED = sql`(hamlet IS NOT old_hamlet OR sex IS NOT old_sex OR is_foreign IS NOT old_foreign)`;

/** Common table `steps`: each event of those to whom something happened since `from`, with what they were before it. */
function stepsOf({ from, to, countsMissingAsMoved }: BalanceScope): SQL {
  return sql`live AS (
      SELECT id, resident_id, seq, kind, happened_on, hamlet_id AS hamlet, sex,
        (citizenship = ${FOREIGNER}) AS is_foreign, ${isCounted(countsMissingAsMoved)} AS counted
      FROM resident_events
      WHERE resident_id IN ${touchedSince(from)} AND cancelled_at IS NULL AND kind <> 'correction' AND happened_on <= ${to}),
    steps AS (
      SELECT *, lag(counted, 1, 0) OVER person AS was, lag(hamlet) OVER person AS old_hamlet,
        lag(sex) OVER person AS old_sex, lag(is_foreign) OVER person AS old_foreign
      FROM live WINDOW person AS (PARTITION BY resident_id ORDER BY happened_on, seq))`;
}

/**
 * A relation for FROM: `event_id`, `resident_id`, `happened_on`, `seq`, `flow` (`born`, `came`, `died`, `left`) of each
 * event by which somebody came into the count of a period or went out of it: what the recapitulation counts, one by one.
 */
export function mutationsOf(scope: BalanceScope): SQL {
  return sql`(WITH ${stepsOf(scope)}
    SELECT id AS event_id, resident_id, happened_on, seq, CASE WHEN counted AND kind = 'birth' THEN 'born'
      WHEN counted THEN 'came' WHEN kind = 'death' THEN 'died' ELSE 'left' END AS flow
    FROM steps WHERE happened_on >= ${scope.from} AND kind <> 'opening' AND counted <> was)`;
}

/** Statement of `hamletId`, `families`: cards with people of the village on them at the end of a day, by their head's dusun. */
export function familiesStatement(day: Day): SQL {
  return cardsOf(sql`SELECT * FROM ${residentsOn(day)}`);
}

/** The same for the opening of a period: as they stood before it, and those that an import has opened since. */
export function openingFamiliesStatement({ from, to }: { from: Day; to: Day }): SQL {
  return cardsOf(sql`SELECT * FROM ${residentsOn(addDays(from, -1))}
    UNION ALL SELECT resident_id, status, is_present, hamlet_id, family_id, family_role, sex, citizenship, is_temporary
    FROM resident_events
    WHERE cancelled_at IS NULL AND kind = 'opening' AND happened_on BETWEEN ${from} AND ${to}`);
}

function cardsOf(people: SQL): SQL {
  return sql`SELECT hamlet AS hamletId, count(*) AS families FROM (
      SELECT coalesce(max(CASE WHEN family_role = 1 THEN hamlet_id END), min(hamlet_id)) AS hamlet
      FROM (${people}) WHERE status = ${STATUS.here} AND is_temporary = 0 AND family_id IS NOT NULL
      GROUP BY family_id)
    GROUP BY hamlet`;
}
