import { type SQL, sql } from "drizzle-orm";
import type { CountedIndicator, CountScope } from "#app/platform/indicators.ts";

/** What the register of requests can count. */
export const INDICATORS: readonly CountedIndicator[] = [
  {
    key: "information.on-time",
    name: "Permohonan informasi yang dijawab tepat waktu",
    unit: "persen",
    explanation:
      "Dari permohonan informasi publik yang batas jawabnya jatuh pada triwulan itu, berapa persen yang dijawab sampai batas itu (10 hari kerja, atau 17 bila diperpanjang). Yang ditarik pemohon tidak dihitung.",
    direction: "rising",
    isCumulative: false,
    count: (scope) => sql`SELECT q.quarter,
        round(100.0 * sum(r.is_on_time) / nullif(count(r.title), 0), 1) AS value
      FROM ${scope.quarters} q LEFT JOIN (${dueRows(scope)}) r ON r.quarter = q.quarter GROUP BY q.quarter`,
    rows: (scope) => sql`SELECT quarter, title, note, day, href FROM (${dueRows(scope)})`,
  },
];

/** Requests by the quarter of their last day: those that were answered, and those whose day has passed. */
function dueRows({ quarters, asOf }: CountScope): SQL {
  return sql`SELECT q.quarter AS quarter, 'Permohonan ' || i.number || '/' || i.year AS title,
      CASE WHEN i.answered_on IS NULL THEN 'belum dijawab' ELSE 'dijawab ' || i.answered_on END AS note,
      i.due_on AS day, '/kantor/informasi/permohonan/' || i.id AS href,
      i.answered_on IS NOT NULL AND i.answered_on <= i.due_on AS is_on_time
    FROM ${quarters} q
    JOIN information_requests i ON i.year BETWEEN q.year - 1 AND q.year
      AND i.due_on BETWEEN q.first_day AND q.last_day
    WHERE i.state <> 'withdrawn' AND (i.due_on < ${asOf} OR i.answered_on <= ${asOf})`;
}
