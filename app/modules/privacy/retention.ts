import type { KeptRecord, RetentionRule } from "#app/platform/privacy/retention-rule.ts";

/** How long what is recorded about personal data is kept. */
export const privacyRetention: readonly RetentionRule[] = [
  {
    kind: "privacy.requests",
    name: "Permintaan orang atas datanya yang sudah dijawab",
    reason: "Bukti bahwa desa menjawab tepat waktu, selama keberatan masih mungkin.",
    keep: { unit: "months", standard: 36, least: 12, most: 120 },
    removal: { how: "delete", table: "person_requests", age: "answered_at" },
  },
  {
    kind: "privacy.breaches",
    name: "Catatan kegagalan pelindungan data yang sudah ditutup",
    reason: "Bukti pemberitahuan kepada orang yang terkena dan lembaga (UU 27/2022 Pasal 46).",
    keep: { unit: "months", standard: 60, least: 60, most: 120 },
    removal: { how: "delete", table: "breaches", age: "closed_at" },
  },
  {
    kind: "privacy.retention-runs",
    name: "Catatan penghapusan menurut masa simpan",
    reason: "Bukti bahwa masa simpan dijalankan.",
    keep: { unit: "months", standard: 60, least: 60, most: 60 },
    removal: { how: "delete", table: "retention_runs", age: "at" },
  },
];

/** What of it is never removed. */
export const privacyRecordsKept: readonly KeptRecord[] = [
  {
    name: "Persetujuan perjanjian pemrosesan data",
    reason: "Dasar pengelola Balai mengolah data desa; disimpan selama desa memakai Balai.",
  },
];
