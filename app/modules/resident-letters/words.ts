/** Sentences of residents' letters. */
export const OWN_LETTER_WORDS = {
  gone: "Surat ini tidak ada.",
  asked: "Permintaan Anda dikirim. Kirim foto syaratnya di bawah ini, bila ada.",
  cancelled: "Permintaan dibatalkan.",
  tooLate: "Surat ini sudah ditandatangani, jadi tidak dapat dibatalkan dari sini. Hubungi kantor desa.",
  noPhoto: "Pilih atau ambil fotonya.",
  noPlace: "Syarat ini tidak ada di daftar, atau sudah diterima kantor. Muat ulang halaman ini.",
  manyPhotos: (most: number) => `Paling banyak ${most} foto untuk satu syarat.`,
  paperSent: "Foto dikirim. Petugas memeriksanya.",
  answered: "Jawaban Anda dikirim.",
  questionGone: "Pertanyaan ini sudah dijawab, atau suratnya sudah selesai.",
  questionOpen: "Pertanyaan sebelumnya belum dijawab.",
  questionSent: "Pertanyaan ditampilkan di halaman pemohon. Kabari juga lewat WhatsApp bila perlu.",
  onlyFromPhone: "Surat ini tidak diminta dari ponsel.",
  noDownload: "Surat ini diambil di kantor desa.",
  rated: "Terima kasih. Penilaian Anda dicatat.",
  collect: "Surat ditandatangani dengan pena. Ambil di kantor desa pada jam kerja; bawa KTP.",
  download: "Surat ini dapat diunduh, atau diambil di kantor desa.",
};

/** What is told to whoever asked over WhatsApp: never a name or a number of his, only where to look. */
export function shareText(village: string, title: string, address: string | null): string {
  const where = address ? ` Lihat prosesnya di ${address}` : "";
  return `Kantor Desa ${village}: ada kabar tentang ${title} Anda.${where}`;
}
