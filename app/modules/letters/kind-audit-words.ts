import { type AuditWords, detailText } from "#app/platform/audit-words.ts";

/** What the audit log says of kinds of letters and the classification. */
export const KIND_AUDIT_WORDS: AuditWords = {
  "letter-kind.save": (details) => `mengubah jenis surat ${detailText(details, "title")}`,
  "letter-kind.switch-on": (details) => `memakai jenis surat ${detailText(details, "title")}`,
  "letter-kind.switch-off": (details) => `berhenti memakai jenis surat ${detailText(details, "title")}`,
  "letter-kind.reset": (details) =>
    `mengembalikan jenis surat ${detailText(details, "title")} ke versi Balai`,
  "letter-class.save": (details) =>
    `menyimpan kode klasifikasi ${detailText(details, "code")} (${detailText(details, "name")})`,
};

export const KIND_AUDIT_KINDS: Record<string, string> = {
  "letter-kind": "Jenis surat",
  "letter-class": "Klasifikasi surat",
};
