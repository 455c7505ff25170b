import { type AuditWords, detailText } from "#app/platform/audit-words.ts";
import { REQUEST_WORDS } from "./words.ts";

/** What the audit log says of personal data: terms, retention, requests of persons, breaches. */
export const AUDIT_WORDS: AuditWords = {
  "terms.accept": (details) =>
    `menyetujui perjanjian pemrosesan data versi ${detailText(details, "version")}`,
  "retention.choose": (details) =>
    `mengubah masa simpan ${detailText(details, "name")} dari ${detailText(details, "from")} menjadi ${detailText(details, "to")}`,
  "privacy.set-limits": () => "mengubah batas kewajaran akses data pribadi",
  "person-request.open": (details) =>
    `mencatat permintaan data ${detailText(details, "name")}: ${kindOf(details)}`,
  "person-request.fulfil": (details) =>
    `memenuhi permintaan data ${detailText(details, "name")}: ${kindOf(details)}`,
  "person-request.refuse": (details) =>
    `menolak permintaan data ${detailText(details, "name")}: ${kindOf(details)}`,
  "person-request.remove": (details) =>
    `menghapus data ${detailText(details, "name")}: ${detailText(details, "what")}`,
  "breach.open": () => "mencatat kegagalan pelindungan data",
  "breach.describe": () => "melengkapi uraian kegagalan pelindungan data",
  "breach.tell": (details) =>
    `mencatat pemberitahuan kegagalan pelindungan data kepada ${detailText(details, "whom")}`,
  "breach.close": () => "menutup catatan kegagalan pelindungan data",
};

/** Kinds by which the audit log can be narrowed. */
export const AUDIT_KINDS: Record<string, string> = {
  terms: "Perjanjian data",
  retention: "Masa simpan",
  privacy: "Batas akses data",
  "person-request": "Permintaan data",
  breach: "Kegagalan pelindungan data",
};

function kindOf(details: Record<string, unknown>): string {
  const kind = detailText(details, "kind");
  const known = Object.hasOwn(REQUEST_WORDS.shortKinds, kind)
    ? REQUEST_WORDS.shortKinds[kind as keyof typeof REQUEST_WORDS.shortKinds]
    : kind;
  return known.toLowerCase();
}
