import { WEAK_PASSWORD } from "#app/modules/accounts/words.ts";
import { MIN_PIN_LENGTH, type PinProblem } from "./pin-rules.ts";

/** Sentences of signing in. */
export const SIGN_IN_WORDS = {
  wrong: "NIK, PIN, atau kata sandi tidak cocok. Periksa lalu coba lagi.",
  wrongPin: "PIN atau kata sandi sekarang tidak cocok. Periksa lalu coba lagi.",
  locked: (minutes: number) =>
    `Terlalu banyak percobaan yang gagal. Silakan coba lagi ${waitOf(minutes)} lagi, atau minta slip aktivasi baru di kantor desa.`,
  forgotten: "Lupa PIN? Minta slip aktivasi baru di kantor desa. Bawa KTP atau KK Anda.",
  signedOut: "Anda sudah keluar.",
};

function waitOf(minutes: number): string {
  return minutes < 120 ? `${minutes} menit` : `${Math.ceil(minutes / 60)} jam`;
}

export const PIN_HINT = `Paling sedikit ${MIN_PIN_LENGTH} angka yang hanya Anda yang tahu, atau kata sandi dengan huruf.`;

export const WEAK_PIN: Record<PinProblem, string> = {
  short: `PIN terlalu pendek. Buat paling sedikit ${MIN_PIN_LENGTH} angka.`,
  common: "PIN ini mudah ditebak. Jangan pakai angka yang berulang atau berurutan.",
  known: "Jangan pakai tanggal lahir, bagian NIK, atau nomor telepon sebagai PIN.",
  "password-short": WEAK_PASSWORD.short,
  "password-common": WEAK_PASSWORD.common,
  "password-known": WEAK_PASSWORD.known,
};

/** Sentences of slips and accounts. */
export const ACCOUNT_WORDS = {
  wrongSlip:
    "Kode dan NIK tidak cocok, atau kode sudah dipakai atau kedaluwarsa. Periksa slipnya, atau minta slip baru di kantor desa.",
  slipUsed: "Kode ini baru saja dipakai. Masuklah dengan PIN yang Anda buat, atau minta slip baru.",
  tooMany: (minutes: number) => `Terlalu banyak percobaan. Silakan coba lagi ${minutes} menit lagi.`,
  notSame: "Tulis PIN yang sama di kedua kotak.",
  activated: "Akun Anda aktif. Masuk berikutnya dengan NIK dan PIN ini.",
  notHere: "Orang ini tidak tercatat tinggal di desa, jadi tidak dapat mempunyai akun.",
  noNik: "NIK orang ini belum tercatat di data penduduk. Lengkapi dahulu, baru cetak slip.",
  sameNik: "NIK ini tercatat pada lebih dari satu orang. Betulkan dahulu di data penduduk.",
  blocked: "Akun ini diblokir. Buka blokirnya dahulu, baru cetak slip.",
  noSlip: "Tidak ada slip yang masih berlaku. Cetak slip baru dari halaman orangnya.",
  noAccount: "Orang ini belum mempunyai akun.",
  changed: "Keadaan akun ini baru saja berubah. Muat ulang halaman, lalu periksa lagi.",
  blockedNow: "Akun diblokir dan dikeluarkan dari semua perangkat.",
  opened: "Blokir akun dibuka.",
  pinChanged: "PIN sudah diganti. Akun Anda sudah keluar dari ponsel dan komputer lain.",
  sessionEnded: "Akun Anda sudah keluar dari ponsel atau komputer itu.",
  closed: "Kantor desa sedang tidak membuka layanan ini.",
};

/** Sentences of self-registration. The same whether the register knows the NIK or not. */
export const REGISTRATION_WORDS = {
  sent: "Pendaftaran Anda diterima. Kantor desa mencocokkannya dengan data penduduk, paling lama 3 hari kerja. Setelah diterima, masuklah dengan NIK dan PIN yang baru Anda buat. Bila belum dapat masuk setelah itu, tanyakan ke kantor desa.",
  noPhoto: "Pilih foto KTP Anda.",
  gone: "Pendaftaran ini tidak ada, atau sudah diputuskan.",
  decided: "Pendaftaran ini sudah diputuskan orang lain.",
  noMatch: "NIK ini tidak tercatat pada warga yang tinggal di desa. Pendaftaran hanya dapat ditolak.",
  hasAccount: "Warga ini sudah mempunyai akun. Tolak pendaftaran ini, dan beri slip bila ia lupa PIN.",
  accepted: "Pendaftaran diterima. Akunnya aktif, dan foto KTP sudah dihapus.",
  refused: "Pendaftaran ditolak, dan foto KTP sudah dihapus.",
};

/** Sentences of corrections. */
export const CORRECTION_WORDS = {
  sent: "Usulan Anda dikirim. Kantor desa memeriksanya.",
  noField: "Bagian ini tidak dapat diusulkan dari sini. Datanglah ke kantor desa.",
  same: "Isinya sama dengan yang tercatat.",
  waiting: "Usulan Anda untuk bagian ini masih diperiksa.",
  gone: "Usulan ini tidak ada.",
  decided: "Usulan ini sudah diputuskan.",
  accepted: "Usulan diterima dan data penduduk dibetulkan.",
  refused: "Usulan ditolak dengan alasannya.",
  note: "Usulan warga",
};
