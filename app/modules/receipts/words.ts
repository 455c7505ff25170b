export const RECEIPT_WORDS = {
  title: "Lacak permintaan",
  lead: "Ketik kode dari tanda terima untuk melihat sampai di mana permintaan Anda. Nama dan NIK tidak ditampilkan.",
  hint: "Sepuluh huruf dan angka, misalnya 7KQ2M-9XWPD. Huruf besar atau kecil sama saja.",
  unknown:
    "Tidak ada permintaan dengan kode ini. Periksa lagi hurufnya pada tanda terima, atau tanyakan di kantor desa.",
  tooMany: (minutes: number) =>
    `Terlalu banyak kode dicoba dari jaringan ini. Coba lagi ${minutes} menit lagi.`,
  rated: "Terima kasih, penilaian Anda disimpan.",
  rateTitle: "Nilai pelayanan ini",
  rateLead: "Satu kali untuk setiap surat. Petugas melihat nilainya tanpa nama Anda.",
} as const;

/** Answers of the survey of PermenPANRB 14/2017, best first. */
export const SCORES = [
  { value: "4", label: "Sangat baik" },
  { value: "3", label: "Baik" },
  { value: "2", label: "Kurang baik" },
  { value: "1", label: "Tidak baik" },
] as const;
