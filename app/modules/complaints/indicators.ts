import { type SQL, sql } from "drizzle-orm";
import type { CountedIndicator, CountScope } from "#app/platform/indicators.ts";

/** What complaints count for the work programme. */
export const INDICATORS: readonly CountedIndicator[] = [
  {
    key: "complaints.in-time",
    name: "Pengaduan yang dijawab tepat waktu",
    unit: "persen",
    explanation:
      "Dari seratus pengaduan yang batas jawabannya jatuh pada triwulan itu, berapa yang dijawab atau ditolak dengan alasan sampai hari batasnya. Yang belum dijawab dan belum lewat batas tidak dihitung.",
    direction: "rising",
    isCumulative: false,
    count: (scope) => sql`SELECT q.quarter,
        round(100.0 * sum(r.kept) / nullif(count(r.kept), 0), 1) AS value
      FROM ${scope.quarters} q LEFT JOIN (${dueRows(scope)}) r ON r.quarter = q.quarter GROUP BY q.quarter`,
    rows: (scope) => sql`SELECT quarter, title, note, day, href FROM (${dueRows(scope)})`,
  },
];

/** Complaints by the quarter in which their answer was due, once it was given or the day is past. */
function dueRows({ quarters, asOf, dayOf }: CountScope): SQL {
  const answeredOn = dayOf(sql`c.answered_at`);
  return sql`SELECT q.quarter AS quarter, 'Pengaduan ' || c.number || '/' || c.year AS title, c.due_on AS day,
      CASE WHEN ${answeredOn} <= c.due_on THEN 'tepat waktu' ELSE 'terlambat' END AS note,
      '/kantor/pengaduan/' || c.id AS href, coalesce(${answeredOn} <= c.due_on, 0) AS kept
    FROM ${quarters} q JOIN complaints c ON c.year BETWEEN q.year - 1 AND q.year
      AND c.due_on BETWEEN q.first_day AND q.last_day AND (${answeredOn} <= ${asOf} OR c.due_on < ${asOf})`;
}
