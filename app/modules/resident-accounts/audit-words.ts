import { type AuditWords, detailText } from "#app/platform/audit-words.ts";

/** What the audit log says of residents' accounts. */
export const AUDIT_WORDS: AuditWords = {
  "resident-account.slip": () => "membuat slip aktivasi akun warga",
  "resident-account.activate": () => "membuka akunnya dengan slip",
  "resident-account.new-pin": () => "membuat PIN baru dengan slip",
  "resident-account.change-pin": () => "mengganti PIN-nya",
  "resident-account.block": () => "memblokir akun warga",
  "resident-account.open": () => "membuka blokir akun warga",
  "resident-session.end": () => "mengeluarkan akunnya dari sebuah ponsel atau komputer",
  "resident-session.lock-out": () =>
    "menghentikan percobaan masuk ke akun seorang warga, karena terlalu banyak PIN yang salah",
  "resident-registration.send": () => "menerima pendaftaran akun dari warga",
  "resident-registration.accept": () => "menerima pendaftaran akun warga",
  "resident-registration.refuse": () => "menolak pendaftaran akun warga",
  "correction.propose": (details) => `mengusulkan perbaikan data: ${detailText(details, "bagian")}`,
  "correction.accept": (details) => `menerima usulan perbaikan data: ${detailText(details, "bagian")}`,
  "correction.refuse": (details) => `menolak usulan perbaikan data: ${detailText(details, "bagian")}`,
};

/** Kinds by which the audit log can be narrowed. */
export const AUDIT_KINDS: Record<string, string> = {
  "resident-account": "Akun warga",
  "resident-session": "Masuk warga",
  "resident-registration": "Pendaftaran warga",
  correction: "Usulan perbaikan data",
};
