import { type AuditWords, detailText } from "#app/platform/audit-words.ts";

/** What the audit log says of the correspondence: the words after the name of who did it. */
export const AUDIT_WORDS: AuditWords = {
  "incoming.register": (details) => `mencatat surat masuk ${bookNumber(details)}${fromOf(details)}`,
  "incoming.correct": (details) => `memperbaiki surat masuk ${bookNumber(details)}`,
  "incoming.void": (details) =>
    `membatalkan nomor agenda ${bookNumber(details)}. Alasan: ${sentenceOf(details, "alasan")}`,
  "incoming.dispose": (details) =>
    `memberi disposisi surat masuk ${bookNumber(details)} kepada ${detailText(details, "kepada")}`,
  "incoming.report": (details) => `mencatat hasil disposisi surat masuk ${bookNumber(details)}`,
  "incoming.close": (details) => `menutup surat masuk ${bookNumber(details)}`,
  "incoming.answer": (details) => `menautkan balasan pada surat masuk ${bookNumber(details)}`,
  "incoming.hand-over": (details) =>
    `menyerahkan disposisi surat masuk ${bookNumber(details)} kepada ${detailText(details, "kepada")}`,
  "expedition.enter": (details) =>
    `mencatat pengiriman ${bookNumber(details)} surat ${detailText(details, "surat")}`,
  "expedition.receive": (details) => `mencatat penerima kiriman ${bookNumber(details)}`,
  "expedition.void": (details) =>
    `membatalkan nomor ekspedisi ${bookNumber(details)}. Alasan: ${sentenceOf(details, "alasan")}`,
  "book.export": (details) =>
    `mengunduh ${detailText(details, "buku")} ${detailText(details, "masa")} (${detailText(details, "format")})`,
};

/** Kinds by which the audit log can be narrowed: first word of the action -> what it is called. */
export const AUDIT_KINDS: Record<string, string> = {
  incoming: "Surat masuk",
  expedition: "Ekspedisi",
};

function bookNumber(details: Record<string, unknown>): string {
  return `${detailText(details, "nomor")}/${detailText(details, "tahun")}`;
}

function fromOf(details: Record<string, unknown>): string {
  const sender = detailText(details, "pengirim", "");
  return sender ? ` dari ${sender}` : "";
}

/** What somebody wrote, without its full stop: the sentence brings its own. */
function sentenceOf(details: Record<string, unknown>, key: string): string {
  return detailText(details, key).replace(/[.\s]+$/, "");
}
