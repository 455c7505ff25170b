import type { ChainRefusal, LetterAction, LetterState } from "./chain-rules.ts";

/** Each state as a badge and a sentence. */
export const STATE_WORDS: Record<LetterState, { label: string; next: string }> = {
  asked: { label: "Menunggu syarat", next: "Lengkapi syarat yang belum dibawa, lalu lanjutkan." },
  draft: { label: "Konsep", next: "Periksa isinya, lalu lanjutkan." },
  review: { label: "Diperiksa", next: "Menunggu pemeriksaan." },
  waiting: { label: "Menunggu tanda tangan", next: "Cetak, mintakan tanda tangan, lalu tandai." },
  signed: { label: "Sudah ditandatangani", next: "Serahkan kepada pemohon, lalu catat penerimanya." },
  handed: { label: "Sudah diserahkan", next: "Selesai." },
  returned: { label: "Dikembalikan", next: "Perbaiki menurut alasannya, lalu ajukan lagi." },
  cancelled: { label: "Batal", next: "Surat ini tidak berlaku." },
};

/** What the history says that somebody did; after the name. */
export const STEP_WORDS: Record<string, string> = {
  ask: "mencatat permintaan",
  papers: "mencatat syarat yang sudah ada",
  complete: "menyatakan syarat lengkap",
  fill: "mengubah isi",
  submit: "mengajukan untuk diperiksa",
  approve: "memeriksa dan menyetujui",
  number: "memberi nomor",
  freeze: "menyiapkan naskah untuk ditandatangani",
  refreeze: "mengganti jenis tanda tangan",
  "sign.sent": "mengirim ke BSrE",
  "sign.refused": "ditolak BSrE",
  sign: "menandai sudah ditandatangani",
  "sign.bsre": "menandatangani secara elektronik (BSrE)",
  "sign.system": "menyetujui dalam sistem",
  hand: "menyerahkan",
  return: "mengembalikan",
  question: "bertanya kepada pemohon",
  answer: "menjawab pertanyaan kantor",
  paper: "mengirim foto syarat",
  cancel: "membatalkan",
  register: "mendaftarkan surat yang ditulis tangan",
};

const WRONG_STATE: Record<LetterAction, string> = {
  complete: "Syarat surat ini sudah lengkap.",
  fill: "Isi surat ini tidak dapat diubah lagi.",
  submit: "Surat ini sudah diajukan.",
  approve: "Surat ini tidak sedang diperiksa.",
  return: "Surat ini tidak sedang menunggu pemeriksaan atau tanda tangan.",
  refreeze: "Jenis tanda tangan hanya dapat diganti sebelum surat ditandatangani.",
  sign: "Surat ini tidak sedang menunggu tanda tangan.",
  hand: "Surat ini belum ditandatangani, atau sudah diserahkan.",
  cancel: "Surat ini sudah dibatalkan.",
};

/** Why an action is refused. */
export function refusalSentence(refusal: ChainRefusal, action: LetterAction): string {
  if (refusal === "own-letter")
    return "Surat yang Anda buat sendiri diperiksa orang lain: Kasi lain atau Sekretaris Desa.";
  return refusal === "wrong-state"
    ? `${WRONG_STATE[action]} Muat ulang halaman untuk melihat keadaannya.`
    : "Bagian ini dikerjakan petugas lain.";
}

export const LETTER_WORDS = {
  gone: "Surat ini tidak ada.",
  stale: "Surat ini baru saja diubah orang lain. Muat ulang halaman, lalu periksa lagi.",
  wrongPaper: "Syarat ini tidak ada di daftar, atau sudah dicatat ada. Muat ulang halaman ini.",
  kindOff: "Jenis surat ini tidak dipakai di desa ini. Pilih jenis lain.",
  noSignatory:
    "Belum ada yang dapat menandatangani. Catat Kepala Desa atau Sekretaris Desa di halaman Perangkat.",
  wrongSignatory: "Orang ini tidak berwenang menandatangani hari ini. Pilih penandatangan lain.",
  notLiving: "Orang ini tercatat meninggal, pindah, atau tidak di desa, jadi tidak dapat meminta surat.",
  notOffered: "Pilih dari keluarga pemohon. Orang lain ditulis namanya.",
  wrongSubject: "Jenis surat ini tidak dapat dibuat untuk orang yang dipilih.",
  outsiders: "Jenis surat ini hanya untuk penduduk yang tercatat.",
  wrongSex: (label: string, sex: 1 | 2) =>
    `${label}: pilih ${sex === 1 ? "laki-laki" : "perempuan"} dari keluarga, atau tulis namanya.`,
  missing: (label: string, isList: boolean) =>
    isList
      ? `${label}: isi paling sedikit satu baris, atau pilih dari Kartu Keluarga.`
      : `${label}: belum diisi.`,
  needsSubject: "Pilih atau tulis untuk siapa surat ini.",
  systemOff: "Persetujuan dalam sistem belum dinyalakan. Pilih tanda tangan lain.",
  bsreOff: "Tanda tangan elektronik BSrE belum diatur. Pilih tanda tangan lain.",
  notSigner: "Hanya penandatangan yang tertulis di surat yang dapat menandatanganinya.",
  onlyWet: "Surat ini ditandatangani secara elektronik oleh penandatangannya sendiri.",
  bsreUnknown:
    "Pengiriman ke BSrE terputus: mungkin sudah ditandatangani, tetapi berkasnya tidak sampai. Surat ini tidak dikirim lagi. Bekukan naskah baru dengan nomor yang sama untuk mengulang.",
  bsreDown:
    "Layanan BSrE tidak dapat dihubungi. Surat belum dikirim; coba lagi nanti, atau pilih tanda tangan basah.",
  bsreRefused: (reason: string) =>
    `BSrE menolak: ${reason}. Surat belum ditandatangani; periksa lalu coba lagi.`,
  secret:
    "Surat ini bersifat rahasia: hanya Kepala Desa, Sekretaris Desa, pembuatnya, dan penerima disposisi surat yang dijawabnya yang dapat membukanya.",
  paperHidden:
    "Naskah surat ini memuat NIK secara penuh, jadi hanya dibuka petugas surat. Isinya dapat Anda lihat di halaman surat.",
  noFile: "Naskah surat ini belum selesai dibuat. Buka lagi sebentar lagi.",
  notFromPhone: "Surat ini tidak dapat diminta dari sini untuk orang itu. Datanglah ke kantor desa.",
  tooManyOpen: (most: number) =>
    `Sudah ada ${most} permintaan yang sedang dikerjakan. Tunggu sampai ada yang selesai, atau batalkan yang tidak perlu.`,
  tooManyToday: (most: number) =>
    `Dalam 24 jam Anda sudah meminta ${most} surat. Coba lagi besok, atau datanglah ke kantor desa.`,
  noReceipt: "Surat ini tidak mempunyai tanda terima yang masih berlaku.",
  notHanded: "Pelayanan dinilai setelah suratnya diserahkan.",
  rated: "Pelayanan surat ini sudah dinilai. Terima kasih.",
} as const;

/** Kinds of signature in words, on the letter's page and for whoever checks it. */
export const SIGNATURE_WORDS = {
  wet: "tanda tangan basah",
  bsre: "tanda tangan elektronik tersertifikasi (BSrE)",
  system: "persetujuan dalam sistem; bukan tanda tangan elektronik tersertifikasi",
} as const;

/** What a letter costs: villages may take nothing for letters of introduction, recommendation and statement. */
export const FREE_OF_CHARGE =
  "Gratis: desa dilarang memungut biaya atas surat (Permendesa PDTT 1/2015 Pasal 22).";
