import { type AuditWords, detailText } from "#app/platform/audit-words.ts";

/** What the audit log says of the service standard: the words after the name of who did it. */
export const AUDIT_WORDS: AuditWords = {
  "standard.draft": () => "menyiapkan rancangan standar pelayanan",
  "standard.save-service": (details) =>
    `mengubah rancangan standar pelayanan: ${detailText(details, "nama")}`,
  "standard.add-service": (details) => `menambah rancangan standar pelayanan: ${detailText(details, "nama")}`,
  "standard.remove-service": (details) =>
    `mengeluarkan dari rancangan standar pelayanan: ${detailText(details, "nama")}`,
  "standard.discard": () => "membuang rancangan standar pelayanan",
  "standard.adopt": (details) =>
    `menetapkan standar pelayanan dengan keputusan nomor ${detailText(details, "nomor")}`,
};

export const AUDIT_KINDS: Record<string, string> = { standard: "Standar pelayanan" };
