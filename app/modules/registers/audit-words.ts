import { type AuditWords, detailText } from "#app/platform/audit-words.ts";

const BOOK_NAMES: Record<string, string> = {
  peraturan: "Buku Peraturan di Desa",
  keputusan: "Buku Keputusan Kepala Desa",
  inventaris: "Buku Inventaris",
  lembaran: "Buku Lembaran dan Berita Desa",
  aparat: "Buku Aparat",
};

/** What the audit log says of the registers: the words after the name of who did it. */
export const AUDIT_WORDS: AuditWords = {
  "register.enter": (details) => `mencatat di ${bookOf(details)}: ${detailText(details, "catatan")}`,
  "register.correct": (details) =>
    `memperbaiki catatan di ${bookOf(details)}: ${detailText(details, "catatan")}`,
  "register.void": (details) =>
    `mencoret catatan di ${bookOf(details)}: ${detailText(details, "catatan")}. Alasan: ${reasonOf(details)}`,
  "register.change-item": (details) =>
    `mencatat keadaan barang ${detailText(details, "barang")}: ${detailText(details, "keadaan")}, ${detailText(details, "jumlah")}`,
  "register.void-item-change": (details) =>
    `mencoret keadaan barang ${detailText(details, "barang")}: ${detailText(details, "keadaan")}. Alasan: ${reasonOf(details)}`,
  "register.export": (details) =>
    `mengunduh ${detailText(details, "buku")}, ${detailText(details, "keadaan")} (${detailText(details, "format")}, ${detailText(details, "baris")} baris)`,
  "register.set-descent": (details) =>
    `mengatur kolom keturunan di Buku Penduduk Sementara: ${detailText(details, "keturunan")}`,
};

/** Kinds by which the audit log can be narrowed: first word of the action -> what it is called. */
export const AUDIT_KINDS: Record<string, string> = { register: "Register desa" };

function bookOf(details: Record<string, unknown>): string {
  const book = detailText(details, "buku");
  return BOOK_NAMES[book] ?? book;
}

/** What somebody wrote, without its full stop: the sentence brings its own. */
function reasonOf(details: Record<string, unknown>): string {
  return detailText(details, "alasan").replace(/[.\s]+$/, "");
}
