import { sql } from "drizzle-orm";
import type { VillageDb } from "#db/open.ts";

const YEAR_MILLIS = 365 * 86_400_000;

/** How long letters of a kind took in the last year. */
export interface MeasuredTime {
  kind: string;
  count: number;
  medianHours: number;
  onTimePercent: number | null;
}

/**
 * Statement of the median hours from asking to signature, by kind, over the last 365 days, for a batch. Letters from the
 * office, those declared void and those written by hand are left out.
 * @param least kinds with fewer finished letters are left out
 */
export function selectMeasured(db: VillageDb, now: Date, least: number) {
  const since = new Date(now.getTime() - YEAR_MILLIS).toISOString();
  return db.all<MeasuredTime>(sql`SELECT kind, max(total) AS count, round(avg(hours), 1) AS medianHours,
      round(100.0 * max(kept) / nullif(max(promised), 0)) AS onTimePercent
    FROM (SELECT kind, hours, count(*) OVER byKind AS total, count(promised_at) OVER byKind AS promised,
        sum(signed_at <= promised_at) OVER byKind AS kept,
        row_number() OVER (PARTITION BY kind ORDER BY hours) AS place
      FROM (SELECT l.kind, l.signed_at, l.promised_at,
          (julianday(l.signed_at) - julianday(l.asked_at)) * 24 AS hours
        FROM letters l
        WHERE l.signed_at > ${since} AND l.cancelled_at IS NULL AND l.channel <> 'office'
          AND NOT EXISTS (SELECT 1 FROM letter_numbers n WHERE n.letter_id = l.id AND n.state = 'registered'))
      WINDOW byKind AS (PARTITION BY kind))
    WHERE total >= ${least} AND place IN ((total + 1) / 2, (total + 2) / 2)
    GROUP BY kind`);
}
