import { type SQL, sql } from "drizzle-orm";
import type { CountedIndicator, CountScope } from "#app/platform/indicators.ts";

/** How the counter keeps what it promises, and how people find it. */
export const SERVICE_INDICATORS: readonly CountedIndicator[] = [
  {
    key: "letters.within-standard",
    name: "Surat yang selesai pada waktunya",
    unit: "persen",
    explanation:
      "Dari seratus surat yang ditandatangani pada triwulan itu, berapa yang selesai sampai waktu yang dijanjikan ketika diminta. Surat yang dibatalkan dan yang tidak dijanjikan waktunya tidak dihitung.",
    direction: "rising",
    isCumulative: false,
    count: (scope) => sql`SELECT q.quarter,
        round(100.0 * sum(r.kept) / nullif(count(r.kept), 0), 1) AS value
      FROM ${scope.quarters} q LEFT JOIN (${promisedRows(scope)}) r ON r.quarter = q.quarter GROUP BY q.quarter`,
    rows: (scope) => sql`SELECT quarter, title, note, day, href FROM (${promisedRows(scope)})`,
  },
  {
    key: "letters.satisfaction",
    name: "Nilai kepuasan layanan surat",
    unit: "nilai",
    explanation:
      "Rata-rata nilai 1 (tidak baik) sampai 4 (sangat baik) yang diberikan pada triwulan itu, dikali 25, jadi paling tinggi 100, seperti indeks kepuasan masyarakat (PermenPANRB 14/2017).",
    direction: "rising",
    isCumulative: false,
    count: (scope) => sql`SELECT q.quarter, round(avg(r.score) * 25, 1) AS value
      FROM ${scope.quarters} q LEFT JOIN (${ratedRows(scope)}) r ON r.quarter = q.quarter GROUP BY q.quarter`,
    rows: (scope) => sql`SELECT quarter, title, note, day, href FROM (${ratedRows(scope)})`,
  },
];

function promisedRows({ quarters, dayOf }: CountScope): SQL {
  const signedOn = dayOf(sql`l.signed_at`);
  return sql`SELECT q.quarter AS quarter, l.title AS title, ${signedOn} AS day,
      CASE WHEN l.signed_at <= l.promised_at THEN 'pada waktunya' ELSE 'terlambat' END AS note,
      '/kantor/surat/' || l.id AS href, l.signed_at <= l.promised_at AS kept
    FROM ${quarters} q
    JOIN letters l ON l.signed_at > date(q.first_day, '-1 day') AND l.signed_at < date(q.until, '+2 days')
      AND l.cancelled_at IS NULL AND l.promised_at IS NOT NULL
      AND ${signedOn} BETWEEN q.first_day AND q.until`;
}

function ratedRows({ quarters, dayOf }: CountScope): SQL {
  const ratedOn = dayOf(sql`s.created_at`);
  return sql`SELECT q.quarter AS quarter, l.title AS title, ${ratedOn} AS day,
      'nilai ' || s.score AS note, '/kantor/surat/' || l.id AS href, s.score AS score
    FROM ${quarters} q
    JOIN service_ratings s ON s.created_at > date(q.first_day, '-1 day')
      AND s.created_at < date(q.until, '+2 days') AND ${ratedOn} BETWEEN q.first_day AND q.until
    JOIN letters l ON l.id = s.letter_id`;
}
