import { type SQL, sql } from "drizzle-orm";
import type { CountedIndicator, CountScope } from "#app/platform/indicators.ts";

/** What the counter's own records can count. */
export const INDICATORS: readonly CountedIndicator[] = [
  {
    key: "letters.issued",
    name: "Surat yang diterbitkan",
    unit: "surat",
    explanation:
      "Surat dihitung pada triwulan ketika ditandatangani. Surat yang dibatalkan tidak dihitung; surat yang ditulis tangan dihitung setelah didaftarkan.",
    direction: "rising",
    isCumulative: true,
    count: (scope) => sql`SELECT q.quarter, count(r.title) AS value
      FROM ${scope.quarters} q LEFT JOIN (${signedRows(scope)}) r ON r.quarter = q.quarter GROUP BY q.quarter`,
    rows: signedRows,
  },
  {
    key: "letters.per-thousand",
    name: "Surat per 1.000 penduduk",
    unit: "surat",
    explanation:
      "Banyaknya surat yang ditandatangani pada triwulan itu, dibagi banyaknya penduduk yang sekarang tercatat di desa, dikali 1.000.",
    direction: "rising",
    isCumulative: true,
    count: (scope) => sql`SELECT q.quarter,
        round(count(r.title) * 1000.0 / nullif((SELECT count(*) FROM residents WHERE status = 1), 0), 1) AS value
      FROM ${scope.quarters} q LEFT JOIN (${signedRows(scope)}) r ON r.quarter = q.quarter GROUP BY q.quarter`,
    rows: signedRows,
  },
  {
    key: "letters.asked-online",
    name: "Surat yang diminta warga dari ponsel",
    unit: "persen",
    explanation:
      "Dari surat warga yang diminta pada triwulan itu, berapa persen yang diminta dari ponsel. Surat dinas tidak dihitung.",
    direction: "rising",
    isCumulative: false,
    count: (scope) => sql`SELECT q.quarter,
        round(sum(r.note = 'ponsel') * 100.0 / nullif(count(r.title), 0), 1) AS value
      FROM ${scope.quarters} q LEFT JOIN (${askedRows(scope)}) r ON r.quarter = q.quarter GROUP BY q.quarter`,
    rows: askedRows,
  },
  hoursIndicator({
    key: "letters.median-hours",
    name: "Waktu tengah penyelesaian surat",
    part: 50,
    explanation:
      "Setengah dari surat yang ditandatangani pada triwulan itu selesai dalam waktu ini atau lebih cepat, dihitung dari diminta sampai ditandatangani, malam dan hari libur ikut dihitung.",
  }),
  hoursIndicator({
    key: "letters.p90-hours",
    name: "Waktu penyelesaian sembilan dari sepuluh surat",
    part: 90,
    explanation:
      "Sembilan dari sepuluh surat yang ditandatangani pada triwulan itu selesai dalam waktu ini atau lebih cepat, dihitung dari diminta sampai ditandatangani, malam dan hari libur ikut dihitung.",
  }),
];

/** Instants of the quarter and a day on both sides, by which the index finds them; the zone's day decides. */
const SIGNED_ABOUT = sql`l.signed_at > date(q.first_day, '-1 day') AND l.signed_at < date(q.until, '+2 days')`;

/** Letters by the quarter in which they were signed, with the hours that they took; not those that were declared void. */
function signedRows({ quarters, dayOf }: CountScope): SQL {
  const signedOn = dayOf(sql`l.signed_at`);
  return sql`SELECT q.quarter AS quarter, l.title AS title, l.number_text AS note, ${signedOn} AS day,
      '/kantor/surat/' || l.id AS href
    FROM ${quarters} q
    JOIN letters l ON ${SIGNED_ABOUT} AND l.cancelled_at IS NULL
      AND ${signedOn} BETWEEN q.first_day AND q.until`;
}

/** Letters that residents asked for, by the quarter of their asking, and whether from the phone. */
function askedRows({ quarters, dayOf }: CountScope): SQL {
  const askedOn = dayOf(sql`l.asked_at`);
  return sql`SELECT q.quarter AS quarter, l.title AS title,
      CASE l.channel WHEN 'resident' THEN 'ponsel' ELSE 'loket' END AS note, ${askedOn} AS day,
      '/kantor/surat/' || l.id AS href
    FROM ${quarters} q
    JOIN letters l ON l.asked_at > date(q.first_day, '-1 day') AND l.asked_at < date(q.until, '+2 days')
      AND l.channel <> 'office' AND ${askedOn} BETWEEN q.first_day AND q.until`;
}

/** The hour within which so many of a hundred letters were signed (nearest rank); unknown without a letter. */
function hoursIndicator({
  key,
  name,
  part,
  explanation,
}: {
  key: string;
  name: string;
  part: number;
  explanation: string;
}): CountedIndicator {
  return {
    ...{ key, name, explanation, unit: "jam", direction: "falling", isCumulative: false },
    count: ({ quarters, dayOf }) => sql`SELECT q.quarter, (SELECT round(max(t.hours), 1) FROM (
        SELECT hours, row_number() OVER (ORDER BY hours) AS place, count(*) OVER () AS total FROM (
          SELECT (julianday(l.signed_at) - julianday(l.asked_at)) * 24 AS hours FROM letters l
          WHERE ${SIGNED_ABOUT} AND l.cancelled_at IS NULL AND l.number IS NOT NULL
            AND NOT EXISTS (SELECT 1 FROM letter_numbers n WHERE n.letter_id = l.id AND n.state = 'registered')
            AND ${dayOf(sql`l.signed_at`)} BETWEEN q.first_day AND q.until)
      ) t WHERE (t.place - 1) * 100 < ${part} * t.total) AS value
      FROM ${quarters} q`,
    rows: signedRows,
  };
}
