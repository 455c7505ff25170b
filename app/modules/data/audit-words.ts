import { type AuditWords, detailText } from "#app/platform/audit-words.ts";

/** What the audit log says of exports and of leaving. */
export const AUDIT_WORDS: AuditWords = {
  "list.export": (details) =>
    `mengambil daftar ${detailText(details, "daftar")} (${detailText(details, "format")}, ${detailText(details, "baris", "0")} baris)`,
  "data.export": () => "meminta ekspor lengkap data desa",
  "data.fetch-export": () => "mengambil ekspor lengkap data desa",
  "data.ask-exit": (details) =>
    `meminta desa keluar dari Balai dan datanya dihapus pada ${detailText(details, "dueAt").slice(0, 10)}`,
  "data.call-off-exit": () => "membatalkan penghapusan data desa",
  "data.drop-exit": () => "mengabaikan permintaan penghapusan dari sebelum pemulihan",
};

export const AUDIT_KINDS: Record<string, string> = { list: "Daftar yang diambil", data: "Data desa" };
