import { type SQL, sql } from "drizzle-orm";
import type { CountedIndicator, CountScope } from "#app/platform/indicators.ts";
import { STATUS } from "./person-rules.ts";

/** What the register of residents can count for the work programme. */
export const INDICATORS: readonly CountedIndicator[] = [
  {
    key: "population.nik-valid",
    name: "Penduduk dengan NIK yang sah",
    unit: "persen",
    explanation:
      "Bagian penduduk tetap yang tinggal di desa pada akhir triwulan dan yang NIK-nya, menurut keadaan sekarang, terisi dan cocok dengan tanggal lahir dan jenis kelaminnya.",
    direction: "rising",
    isCumulative: false,
    count: (scope) => shareOf(scope, residentsAt(scope)),
    rows: (scope) => rowsOf(residentsAt(scope), "penduduk"),
  },
  {
    key: "population.birth-certificates",
    name: "Anak 0-17 tahun yang berakta kelahiran",
    unit: "persen",
    explanation:
      "Bagian penduduk tetap di bawah 18 tahun yang tinggal di desa pada akhir triwulan dan yang nomor akta kelahirannya, menurut keadaan sekarang, tercatat.",
    direction: "rising",
    isCumulative: false,
    count: (scope) => shareOf(scope, childrenAt(scope)),
    rows: (scope) => rowsOf(childrenAt(scope), "anak"),
  },
  {
    key: "population.kk-verified",
    name: "Kartu keluarga yang diperiksa dalam 12 bulan",
    unit: "persen",
    explanation:
      "Bagian kartu keluarga yang berisi penduduk pada akhir triwulan dan yang terakhir dicocokkan dengan kertasnya dalam 12 bulan sebelumnya.",
    direction: "rising",
    isCumulative: false,
    count: (scope) => shareOf(scope, cardsAt(scope)),
    rows: (scope) => rowsOf(cardsAt(scope), "KK"),
  },
];

/**
 * How each permanent resident who was here at the end of a quarter stood: `quarter`, `until` and his columns. Each state
 * holds until the person's next event: one walk along the index of events serves all quarters.
 */
function hereAt({ quarters }: CountScope): SQL {
  return sql`(SELECT q.quarter, q.until, e.* FROM (
      SELECT resident_id, hamlet_id, family_id, family_role, status, is_temporary, happened_on,
        lead(happened_on, 1, '9999-12-31') OVER (PARTITION BY resident_id ORDER BY happened_on, seq) AS next_on
      FROM resident_events WHERE cancelled_at IS NULL AND kind <> 'correction') e
    CROSS JOIN ${quarters} q
    WHERE e.status = ${STATUS.here} AND e.is_temporary = 0 AND e.happened_on <= q.until AND e.next_on > q.until)`;
}

/** `quarter`, `until`, `hamlet_id`, `is_good`: one row a resident. */
function residentsAt(scope: CountScope): SQL {
  return sql`(SELECT s.quarter, s.until, s.hamlet_id, (r.nik_state = 'valid') AS is_good
    FROM ${hereAt(scope)} s JOIN residents r ON r.id = s.resident_id)`;
}

/** The same of those who had not turned 18 by then. */
function childrenAt(scope: CountScope): SQL {
  return sql`(SELECT s.quarter, s.until, s.hamlet_id, (r.birth_certificate_sealed IS NOT NULL) AS is_good
    FROM ${hereAt(scope)} s JOIN residents r ON r.id = s.resident_id
    WHERE r.birth_date > date(s.until, '-18 years'))`;
}

/** The same, one row a card, in its head's dusun. */
function cardsAt(scope: CountScope): SQL {
  return sql`(SELECT s.quarter, s.until,
      coalesce(max(CASE WHEN s.family_role = 1 THEN s.hamlet_id END), min(s.hamlet_id)) AS hamlet_id,
      coalesce(f.verified_on > date(s.until, '-12 months') AND f.verified_on <= s.until, 0) AS is_good
    FROM ${hereAt(scope)} s JOIN families f ON f.id = s.family_id GROUP BY s.quarter, s.until, f.id)`;
}

function shareOf({ quarters }: CountScope, stands: SQL): SQL {
  return sql`SELECT q.quarter, round(100.0 * sum(p.is_good) / count(p.is_good), 1) AS value
    FROM ${quarters} q LEFT JOIN ${stands} p ON p.quarter = q.quarter GROUP BY q.quarter`;
}

/** Dusun by dusun: who stands behind the figure is for those who may see the register. */
function rowsOf(stands: SQL, what: string): SQL {
  return sql`SELECT p.quarter, coalesce(h.name, 'Tanpa dusun') AS title,
      sum(p.is_good) || ' dari ' || count(*) || ${` ${what}`} AS note, p.until AS day, NULL AS href
    FROM ${stands} p LEFT JOIN areas h ON h.id = p.hamlet_id GROUP BY p.quarter, p.until, p.hamlet_id, h.name`;
}
