import { type AuditWords, detailText } from "#app/platform/audit-words.ts";

const numbered = (what: string) => (details: Record<string, unknown>) =>
  `${what} permohonan informasi ${detailText(details, "nomor")}`;
const titled = (what: string) => (details: Record<string, unknown>) =>
  `${what} dokumen publik ${detailText(details, "judul")}`;

/** What the audit log says of public information: the words after the name of who did it. */
export const AUDIT_WORDS: AuditWords = {
  "information.receive": numbered("mencatat"),
  "information.extend": numbered("memperpanjang waktu jawab"),
  "information.answer": (details) =>
    `menjawab permohonan informasi ${detailText(details, "nomor")}: ${detailText(details, "hasil")}`,
  "information.withdraw": numbered("mencatat penarikan"),
  "information.export": (details) =>
    `mengunduh register permohonan informasi ${detailText(details, "tahun")} (${detailText(details, "format")})`,
  "information.holidays": (details) => `menyimpan ${detailText(details, "hari")} hari libur`,
  "public-document.add": titled("menambah"),
  "public-document.save": titled("mengubah"),
};

/** Kinds by which the audit log can be narrowed: first word of the action -> what it is called. */
export const AUDIT_KINDS: Record<string, string> = {
  information: "Informasi publik",
  "public-document": "Dokumen publik",
};
