import { sql } from "drizzle-orm";
import type { CountedIndicator, CountScope } from "#app/platform/indicators.ts";
import { DEFAULT_UPDATE_DAYS, UPDATE_DAYS_SETTING } from "./running-rules.ts";

/** What the work programme's own records can count. */
export const INDICATORS: readonly CountedIndicator[] = [
  {
    key: "programme.updates-on-time",
    name: "Laporan kemajuan yang dikirim tepat waktu",
    unit: "laporan",
    explanation:
      "Setiap kegiatan dihitung satu kali per triwulan bila laporan kemajuannya sudah dikirim, dan tidak dikembalikan, paling lambat pada batas hari setelah triwulan berakhir. Laporan yang dikirim dalam batas hari itu dihitung untuk triwulan yang dilaporkannya.",
    direction: "rising",
    isCumulative: true,
    count: (scope) =>
      sql`SELECT q.quarter, count(r.title) AS value
        FROM ${scope.quarters} q LEFT JOIN (${reportsOnTime(scope)}) r ON r.quarter = q.quarter GROUP BY q.quarter`,
    rows: reportsOnTime,
  },
];

/**
 * Counted for the quarter that is reported: of one that is over all that came by the deadline, although that lies after
 * the quarter; of one that goes on what has come so far. Of each activity and quarter the first report that was sent and
 * not given back since.
 */
function reportsOnTime({ quarters, asOf, dayOf }: CountScope) {
  const sentOn = dayOf(sql`u.submitted_at`);
  const days = sql`CAST(coalesce((SELECT value FROM settings WHERE key = ${UPDATE_DAYS_SETTING}), ${DEFAULT_UPDATE_DAYS}) AS INTEGER)`;
  return sql`SELECT q.quarter AS quarter, a.name AS title, NULL AS note, min(${sentOn}) AS day,
      '/kantor/program-kerja/pembaruan/' || u.id AS href
    FROM ${quarters} q
    JOIN programmes p ON p.year = q.year
    JOIN activities a ON a.programme_id = p.id AND a.dropped_at IS NULL
    JOIN activity_updates u ON u.activity_id = a.id AND u.quarter = q.quarter
    WHERE u.state IN ('submitted', 'approved') AND (q.last_day <= ${asOf} OR ${sentOn} <= ${asOf})
      AND ${sentOn} <= date(q.last_day, '+' || ${days} || ' days')
    GROUP BY q.quarter, a.id, a.name`;
}
