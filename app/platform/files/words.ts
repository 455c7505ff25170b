import { formatFileSize } from "#app/ui/format.ts";

/** Sentences about uploaded files. */
export const FILE_WORDS = {
  required: "Pilih berkasnya.",
  tooLarge: "Berkas lebih besar dari 10 MB. Perkecil berkasnya, lalu pilih lagi.",
  notAFile: "Berkas tidak terbaca. Pilih lagi berkasnya.",
  empty: "Berkas ini kosong. Pilih berkas yang berisi.",
  wrongKind: (accepted: string) => `Jenis berkas ini tidak diterima. Pilih ${accepted}.`,
  broken:
    "Berkas ini rusak atau terpotong. Buka dahulu di perangkat Anda untuk memeriksanya, lalu pilih lagi.",
  tooManyPixels:
    "Gambar ini terlalu besar ukurannya. Perkecil sampai di bawah 40 megapiksel, lalu pilih lagi.",
  animated: "Gambar bergerak tidak diterima. Pilih foto biasa.",
  unsafe:
    "Isi berkas ini tidak dapat dibuka dengan aman. Simpan ulang dari Excel atau Word, lalu pilih lagi.",
  quotaFull: (used: number, quota: number, size: number) =>
    `Ruang berkas desa tidak cukup: terpakai ${formatFileSize(used)} dari ${formatFileSize(quota)}, jadi berkas ini (${formatFileSize(size)}) tidak tersimpan. Kirim berkas yang lebih kecil, atau hubungi pengelola Balai untuk menambah ruang.`,
  shareFull:
    "Foto dari luar kantor terlalu banyak minggu ini, jadi foto ini tidak tersimpan. Kirim tanpa foto bila boleh, atau bawa berkasnya ke kantor desa.",
  roomNearlyFull: "Ruang berkas desa hampir penuh",
  roomFull: "Ruang berkas desa penuh: foto dan berkas baru segera ditolak",
  room: (used: number, quota: number) =>
    `Terpakai ${formatFileSize(used)} dari ${formatFileSize(quota)}. Hubungi pengelola Balai untuk menambah ruang.`,
  storeDown:
    "Penyimpanan berkas belum menjawab, jadi berkas ini belum tersimpan. Isian lain tetap ada: sebentar lagi pilih berkasnya sekali lagi, lalu kirim.",
  gone: "Berkas yang tadi dikirim sudah tidak tersimpan. Pilih lagi berkasnya.",
};
