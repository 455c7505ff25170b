import { EXPORT_DAYS } from "./rules.ts";

export const DATA_WORDS = {
  wrongPassword: "Kata sandi Anda tidak cocok. Ketik kata sandi yang Anda pakai untuk masuk.",
  passphrase: {
    short: "Frasa sandi paling sedikit 16 huruf. Rangkai empat kata atau lebih yang tidak berhubungan.",
    plain: "Frasa sandi ini mudah ditebak. Pakai lebih banyak huruf yang berbeda.",
    known: "Jangan memakai nama desa atau angka saja. Rangkai empat kata atau lebih yang tidak berhubungan.",
  },
  passphrasesDiffer: "Kedua frasa sandi tidak sama. Ketik ulang keduanya.",
  exportOpen: "Ekspor sebelumnya masih dikerjakan. Tunggu sampai selesai, lalu minta lagi.",
  exportStarted: "Ekspor sedang dibuat. Halaman ini boleh ditutup; Anda mendapat kabar bila sudah selesai.",
  exportReady: "Ekspor data desa siap diambil",
  exportReadyBody: `Ambil dari halaman Data desa dalam ${EXPORT_DAYS} hari, lalu buka dengan frasa sandi Anda.`,
  exportFailed: "Ekspor data desa gagal",
  exportFailedBody: "Tidak ada yang hilang. Minta sekali lagi; bila tetap gagal, hubungi pengelola Balai.",
  exitAsked: (day: string) => `Desa ini dihapus pada ${day}. Sampai saat itu Anda dapat membatalkannya.`,
  exitCalledOff: "Penghapusan dibatalkan. Desa tetap memakai Balai seperti biasa.",
  exitOpen: "Penghapusan desa sudah diminta.",
  noExit: "Tidak ada penghapusan yang dapat dibatalkan: sudah dibatalkan, atau waktunya sudah lewat.",
  wrongAddress: (slug: string) => `Ketik nama alamat desa persis seperti ini: ${slug}.`,
  exitNews: (day: string) => `Data desa ini dihapus pada ${day}`,
  exitNewsBody: "Kepala Desa meminta desa keluar dari Balai. Selesaikan dan cetak yang masih Anda perlukan.",
  exitOffNews: "Penghapusan data desa dibatalkan",
};
