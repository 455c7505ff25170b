import type { OversightKind } from "#app/platform/overseer.ts";
import type { OverseerRefusal } from "./people-rules.ts";

/** What the two offices above the villages are called. */
export const OFFICE_NAMES: Record<OversightKind, string> = {
  operator: "operator Balai",
  kabupaten: "petugas kabupaten",
};

/** What a person is, as it stands under his name. */
export function roleName(person: { kind: OversightKind; isAdmin: boolean }, regency?: string | null): string {
  if (person.kind === "operator") return "Operator Balai";
  return `${person.isAdmin ? "Admin" : "Petugas"} ${regency ?? "kabupaten"}`;
}

/** Sentences of sign-in. One answer for a wrong name and a wrong password. */
export const OVERSEER_SIGN_IN_WORDS = {
  wrong: "Nama pengguna atau kata sandi tidak cocok. Periksa lalu coba lagi.",
  wrongPassword: "Kata sandi tidak cocok. Periksa lalu coba lagi.",
  locked: (minutes: number) =>
    `Terlalu banyak percobaan yang gagal. Silakan coba lagi ${minutes} menit lagi.`,
  signedOut: "Anda sudah keluar.",
};

/** Sentences about people above the villages. */
export const OVERSEER_WORDS = {
  gone: "Orang ini tidak ada di daftar.",
  dismissed: "Akun ini sudah diberhentikan.",
  dismissedNow: (name: string) => `Akun ${name} sudah diberhentikan dan keluar dari semua perangkat.`,
  sessionsEnded: (name: string) => `${name} sudah keluar dari semua perangkat.`,
  othersEnded: "Akun Anda sudah keluar dari semua perangkat lain.",
  usernameTaken: "Nama pengguna ini sudah dipakai. Pilih nama lain.",
  passwordChanged: "Kata sandi sudah diganti. Akun Anda sudah keluar dari perangkat lain.",
  samePassword: "Kata sandi baru sama dengan yang lama. Buat kata sandi yang berbeda.",
  unknownRegency: "Kabupaten atau kota ini tidak ada dalam daftar resmi. Pilih lagi.",
  lastFactor:
    "Ini pengaman kedua Anda yang terakhir. Pasang kunci sandi lain atau kode autentikator dahulu, lalu hapus yang ini.",
  passkeyLead:
    "Kunci sandi menggantikan kode: setelah kata sandi, cukup sidik jari, wajah, atau PIN ponsel maupun komputer Anda sendiri.",
  hasFactor: "Pengaman kedua sudah terpasang. Masuklah dengan pengaman itu.",
  enrolled: "Pengaman kedua sudah terpasang. Akun Anda siap dipakai.",
};

/** Why something may not be done to a person. */
export const OVERSEER_REFUSALS: Record<OverseerRefusal, string> = {
  "own-account": "Anda tidak dapat memberhentikan akun Anda sendiri. Mintalah kepada rekan Anda.",
  "last-operator":
    "Ini operator yang terakhir. Undang operator lain dahulu dan tunggu sampai ia bergabung, lalu ulangi.",
};

/** Sentences about letting a Kepala Desa in again. */
export const RECOVER_WORDS = {
  nobody: "Desa ini belum punya akun Kepala Desa yang aktif.",
  moving: "Data desa ini sedang dipindahkan. Silakan coba lagi beberapa menit lagi.",
  linkText: (village: string, link: string) =>
    `Buka tautan ini untuk memulihkan akun Anda di Balai ${village} (berlaku 24 jam, sekali pakai): ${link}`,
  message: (name: string, village: string) =>
    `Yth. ${name}, akun Anda di Balai Desa ${village} sedang dipulihkan atas permintaan yang mengaku dari Anda. Selama 24 jam akun itu tidak dapat menyetujui, menandatangani, mengubah perangkat, mengekspor, atau menghapus data desa. Bila Anda tidak memintanya, segera hubungi kami.`,
  recorded: "Pengiriman pesan ke nomor lama sudah dicatat.",
};

/** Sentences about invitations. */
export const INVITATION_WORDS = {
  unknown: "Tautan ini tidak dikenal. Periksa apakah tautannya tersalin lengkap, atau minta tautan baru.",
  used: "Undangan ini sudah dipakai. Bila Anda yang memakainya, silakan masuk.",
  revoked: "Undangan ini sudah dibatalkan. Hubungi orang yang mengundang Anda.",
  expired: "Undangan ini sudah lewat 3 hari dan tidak berlaku lagi. Mintalah undangan baru.",
  inviterGone: "Orang yang mengundang Anda sudah tidak bertugas. Mintalah undangan baru.",
  notOpen: "Undangan ini sudah dipakai, dibatalkan, atau lewat waktu.",
  made: (name: string) => `Undangan untuk ${name} sudah dibuat. Kirimkan tautannya sekarang.`,
  revokedNow: (name: string) => `Undangan untuk ${name} sudah dibatalkan.`,
  text: (role: string, link: string) =>
    `Anda diundang bergabung di Balai sebagai ${role}. Buka tautan ini untuk membuat akun (berlaku 3 hari, sekali pakai): ${link}`,
};
