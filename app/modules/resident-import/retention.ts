import type { KeptRecord, RetentionRule } from "#app/platform/privacy/retention-rule.ts";

/** Settled imports, and those that nobody went on with: both hold whole rows of people. */
const SETTLED = `SELECT coalesce(i.undone_at, i.applied_at, i.updated_at) FROM resident_imports i
  WHERE i.id = import_id AND i.state IN ('applied', 'undone', 'failed', 'dropped', 'mapping', 'checked')`;

/** Months for which the rows of a settled import are kept unless the village chose otherwise. */
export const IMPORT_KEEP_MONTHS = 3;

/** How long what a file of residents said is kept: so long it can be undone. */
export const importRetention: readonly RetentionRule[] = [
  {
    kind: "population.import-rows",
    name: "Baris berkas impor penduduk",
    reason:
      "Selama disimpan, impor masih dapat dibatalkan dan hasilnya diperiksa. Datanya sendiri ada di register.",
    keep: { unit: "months", standard: IMPORT_KEEP_MONTHS, least: 1, most: 12 },
    removal: { how: "delete", table: "resident_import_rows", age: SETTLED },
  },
];

export const importRecordsKept: readonly KeptRecord[] = [
  {
    name: "Catatan impor penduduk",
    reason: "Nama berkas, waktu, dan jumlah barisnya; tanpa isi barisnya.",
  },
];
