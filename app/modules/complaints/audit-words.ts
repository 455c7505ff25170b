import { type AuditWords, detailText } from "#app/platform/audit-words.ts";

const named = (details: Record<string, unknown>) =>
  `pengaduan ${detailText(details, "nomor")}/${detailText(details, "tahun")}`;

/** What the audit log says of complaints: the words after the name of who did it. */
export const AUDIT_WORDS: AuditWords = {
  "complaint.receive": (details) => `mencatat ${named(details)}`,
  "complaint.assign": (details) => `menetapkan petugas ${named(details)}: ${detailText(details, "petugas")}`,
  "complaint.answer": (details) => `menjawab ${named(details)}`,
  "complaint.close": (details) => `menutup ${named(details)}`,
  "complaint.refuse": (details) => `tidak menindaklanjuti ${named(details)}`,
  "complaint.publish": (details) => `mengumumkan ringkasan ${named(details)}`,
  "complaint.withdraw": (details) => `menarik ringkasan ${named(details)} dari umum`,
  "complaint.hand-over": (details) => `meneruskan ${named(details)} kepada ${detailText(details, "kepada")}`,
  "complaint.settings": (details) =>
    `mengatur batas jawaban pengaduan: ${detailText(details, "hari")} hari kerja`,
};

export const AUDIT_KINDS: Record<string, string> = { complaint: "Pengaduan" };
