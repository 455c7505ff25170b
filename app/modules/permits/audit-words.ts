import { type AuditWords, detailText } from "#app/platform/audit-words.ts";
import { KIND_WORDS } from "./words.ts";

/** What the audit log says of permits. */
export const AUDIT_WORDS: AuditWords = {
  "permit.ask": (details) => `mencatat ${permitOf(details)}`,
  "permit.change": (details) => `memperbaiki ${permitOf(details)}`,
  "permit.consent": (details) =>
    `mencatat pernyataan tetangga (${detailText(details, "jawaban")}) pada ${permitOf(details)}`,
  "permit.consent-remove": (details) => `menghapus pernyataan tetangga pada ${permitOf(details)}`,
  "permit.grant": (details) => `mengizinkan ${permitOf(details)}`,
  "permit.refuse": (details) => `menolak ${permitOf(details)}. Alasan: ${detailText(details, "alasan")}`,
  "permit.pay": (details) => `menerima jaminan ${permitOf(details)}`,
  "permit.open": (details) => `menyerahkan tempat untuk ${permitOf(details)}`,
  "permit.return": (details) => `mencatat tempat kembali dari ${permitOf(details)}`,
  "permit.finish": (details) => `mencatat selesai ${permitOf(details)}`,
  "permit.refund": (details) => `mengembalikan jaminan ${permitOf(details)}`,
  "permit.hand-over": (details) => `menyerahkan ${permitOf(details)}`,
  "permit.answer": (details) => `mencatat jawaban atas ${permitOf(details)}`,
  "permit.cancel": (details) => `membatalkan ${permitOf(details)}. Alasan: ${detailText(details, "alasan")}`,
  "permit.consent-setting": (details) =>
    `mengatur jenis izin yang memerlukan persetujuan tetangga: ${kindsOf(details)}`,
  "permit-place.save": (details) => `menyimpan tempat ${detailText(details, "nama")}`,
};

/** Kinds by which the audit log can be narrowed. */
export const AUDIT_KINDS: Record<string, string> = {
  permit: "Izin dan rekomendasi",
  "permit-place": "Tempat milik desa",
};

function nameOf(kind: string): string {
  return Object.hasOwn(KIND_WORDS, kind) ? KIND_WORDS[kind as keyof typeof KIND_WORDS].name : kind;
}

function permitOf(details: Record<string, unknown>): string {
  const number = `${detailText(details, "nomor")}/${detailText(details, "tahun")}`;
  return `${nameOf(detailText(details, "jenis")).toLowerCase()} nomor ${number}`;
}

function kindsOf(details: Record<string, unknown>): string {
  return detailText(details, "jenis").split(", ").map(nameOf).join(", ").toLowerCase();
}
