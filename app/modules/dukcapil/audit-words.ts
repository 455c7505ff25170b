import { type AuditWords, detailText } from "#app/platform/audit-words.ts";

/** What the audit log says of forms and batches to Dukcapil. */
export const AUDIT_WORDS: AuditWords = {
  "dukcapil.make": (details) => `membuat ${sheetOf(details)}`,
  "dukcapil.find": (details) => `membuka lagi ${sheetOf(details)}`,
  "dukcapil.save": (details) => `menyimpan konsep ${sheetOf(details)}`,
  "dukcapil.ready": (details) => `menyatakan siap ${sheetOf(details)}`,
  "dukcapil.return": (details) => `mencatat pengembalian ${sheetOf(details)}`,
  "dukcapil.finish": (details) => `mencatat selesai ${sheetOf(details)}`,
  "dukcapil.collect": (details) => `mencatat pengambilan dokumen dari ${sheetOf(details)}`,
  "dukcapil.cancel": (details) => `membatalkan ${sheetOf(details)}. Alasan: ${detailText(details, "alasan")}`,
  "dukcapil-batch.open": (details) => `menyusun ${batchOf(details)}`,
  "dukcapil-batch.add": (details) => `menambah isi ${batchOf(details)}`,
  "dukcapil-batch.remove": (details) => `mengeluarkan ${sheetOf(details)} dari ${batchOf(details)}`,
  "dukcapil-batch.send": (details) =>
    `mencatat pengiriman ${batchOf(details)}, dibawa ${detailText(details, "pembawa")}`,
  "dukcapil-batch.receipt": (details) => `mencatat tanda terima ${batchOf(details)}`,
};

/** Kinds by which the audit log can be narrowed. */
export const AUDIT_KINDS: Record<string, string> = {
  dukcapil: "Lembar data Dukcapil",
  "dukcapil-batch": "Berkas ke Dukcapil",
};

function sheetOf(details: Record<string, unknown>): string {
  return `lembar data ${detailText(details, "lembar")} ${detailText(details, "nama")}`;
}

function batchOf(details: Record<string, unknown>): string {
  return `berkas pengantar Dukcapil ${detailText(details, "nomor")}/${detailText(details, "tahun")}`;
}
