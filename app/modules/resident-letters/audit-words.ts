import type { AuditWords } from "#app/platform/audit-words.ts";

/** What the audit log says of letters between residents and office; their kind is that of letters. */
export const AUDIT_WORDS: AuditWords = {
  "letter.send-paper": () => "mengirim foto syarat",
  "letter.question": () => "bertanya kepada pemohon surat",
  "letter.answer": () => "menjawab pertanyaan kantor desa tentang suratnya",
};
