/** Sentences about numbers of letters. */
export const NUMBER_WORDS = {
  seriesFull: "Nomor surat tahun ini sudah habis (99.999). Hubungi pengelola Balai.",
  notReserved: (number: number) =>
    `Nomor ${number} tidak dicadangkan, atau sudah dipakai surat lain. Periksa lembar nomor cadangannya.`,
  lostInRestore: "Hilang karena pemulihan data; tidak dipakai lagi.",
  unused: "Dicadangkan untuk ditulis tangan, tidak dipakai.",
  noBlock: "Blok nomor ini tidak ada.",
  blockClosed: "Blok nomor ini sudah ditutup.",
  before: "Sebelum Balai",
};
