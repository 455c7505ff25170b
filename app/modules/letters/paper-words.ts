/** What every letter says around its body. */
export const PAPER_WORDS = {
  number: (text: string) => `Nomor: ${text}`,
  form: (version: string) => `Bentuk menurut ${version}`,
  validUntil: (day: string) => `Surat ini berlaku sampai dengan ${day}.`,
  recipient: (whom: string, where: string) => `Yth. ${whom}\ndi ${where || "tempat"}`,
  sampleNumber: (code: string, year: string) => `${code}/CONTOH/${year}`,
  sampleName: "NAMA PEJABAT",
  nip: (nip: string) => `NIP ${nip}`,
  unknownLetters: (letters: string) =>
    `Surat ini memuat huruf yang tidak dapat dicetak: ${letters}. Tulis bagian itu dengan huruf Latin, lalu coba lagi.`,
  check: "Pindai untuk memeriksa keaslian surat ini.",
  statement: {
    wet: "Tanda tangan basah. Surat ini sah bila ditandatangani dan dicap.",
    bsre: "UU Nomor 11 Tahun 2008 Pasal 5 ayat (1): informasi elektronik dan/atau dokumen elektronik dan/atau hasil cetaknya merupakan alat bukti hukum yang sah. Dokumen ini ditandatangani secara elektronik menggunakan sertifikat elektronik yang diterbitkan BSrE.",
    system: "Disetujui dalam sistem desa; bukan tanda tangan elektronik tersertifikasi.",
    declared: "Ditandatangani oleh yang membuat pernyataan.",
  },
} as const;
