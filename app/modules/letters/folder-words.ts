/** Sentences about the folder of letters that wait for a pen, and its batch prints. */
export const FOLDER_WORDS = {
  empty: "Tidak ada surat di map yang dapat Anda cetak.",
  tooMany: (most: number) =>
    `Di map kini lebih dari ${most} surat. Siapkan berkas cetaknya dari halaman Map tanda tangan.`,
  isOpen: "Berkas cetak Anda yang sebelumnya masih disiapkan. Tunggu sampai selesai.",
  gone: "Berkas cetak ini tidak ada atau sudah dihapus. Siapkan lagi dari Map tanda tangan.",
  started: (count: number) =>
    `${count} surat sedang disiapkan menjadi satu berkas. Anda boleh meninggalkan halaman ini.`,
  ready: "Berkas cetak map tanda tangan sudah siap",
  readyBody: "Buka dan cetak dalam 24 jam; sesudah itu berkasnya dihapus. Naskah tiap surat tetap tersimpan.",
  failed: "Berkas cetak map tanda tangan gagal disiapkan",
  failedBody: "Coba siapkan lagi, atau cetak surat satu per satu dari halamannya.",
  leftOut: (count: number) => `${count} surat tidak ikut karena dibatalkan atau dikembalikan.`,
  working: "Halaman ini boleh ditinggalkan; Anda diberi tahu di kotak masuk bila sudah siap.",
} as const;
