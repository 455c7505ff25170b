import { type AuditWords, detailText } from "#app/platform/audit-words.ts";

/** What the audit log says of imports of residents. */
export const AUDIT_WORDS: AuditWords = {
  "resident-import.start": (details) =>
    `mengirim berkas penduduk ${detailText(details, "berkas")} (${detailText(details, "baris")} baris)`,
  "resident-import.map": () => "memilih kolom lembar penduduk",
  "resident-import.keep": () => "memilih perubahan penduduk yang diambil dari lembar",
  "resident-import.apply": (details) =>
    `memasukkan berkas penduduk ${detailText(details, "berkas")}: ${detailText(details, "baru")} baru, ${detailText(details, "berubah")} berubah`,
  "resident-import.finish": (details) =>
    `selesai memasukkan ${detailText(details, "berkas")}: ${detailText(details, "baru")} baru, ${detailText(details, "berubah")} berubah`,
  "resident-import.drop": (details) => `membuang berkas penduduk ${detailText(details, "berkas")}`,
  "resident-import.undo": (details) => `membatalkan impor penduduk ${detailText(details, "berkas")}`,
  "resident-import.take-back": (details) => `selesai membatalkan impor ${detailText(details, "berkas")}`,
};

export const AUDIT_KINDS: Record<string, string> = { "resident-import": "Impor penduduk" };
