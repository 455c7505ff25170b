import type { DocumentClass } from "./document-rules.ts";
import type { Ground, Outcome, RequestState, Way } from "./request-rules.ts";

const STALE = "Data ini baru saja diubah orang lain. Muat ulang halamannya, lalu kerjakan lagi.";

export const CLASS_NAMES: Record<DocumentClass, string> = {
  berkala: "Berkala",
  "serta-merta": "Serta-merta",
  "setiap-saat": "Setiap saat",
  dikecualikan: "Dikecualikan",
};

export const CLASS_NOTES: Record<DocumentClass, string> = {
  berkala: "Diumumkan secara teratur, paling sedikit setiap enam bulan.",
  "serta-merta": "Diumumkan segera, karena menyangkut keselamatan orang banyak.",
  "setiap-saat": "Tersedia setiap saat bagi siapa saja yang meminta.",
  dikecualikan: "Tidak dibuka, dengan dasar hukum dan sampai waktu yang disebut.",
};

export const WAY_NAMES: Record<Way, string> = {
  see: "Melihat atau membaca di kantor desa",
  copy: "Mendapat salinan di kertas",
  electronic: "Mendapat salinan lewat surel atau telepon",
};

export const STATE_NAMES: Record<RequestState, string> = {
  received: "Diterima",
  extended: "Diperpanjang",
  given: "Diberikan",
  partly: "Diberikan sebagian",
  refused: "Ditolak",
  withdrawn: "Ditarik pemohon",
};

export const OUTCOME_NAMES: Record<Outcome, string> = {
  given: "Diberikan",
  partly: "Diberikan sebagian",
  refused: "Ditolak",
};

const LAW = "UU 14/2008 Pasal 17 huruf";

/** Grounds as the law words them, shortened. */
export const GROUND_NAMES: Record<Ground, string> = {
  "17-a": `${LAW} a: menghambat penegakan hukum`,
  "17-b": `${LAW} b: kekayaan intelektual dan persaingan usaha`,
  "17-c": `${LAW} c: pertahanan dan keamanan negara`,
  "17-d": `${LAW} d: kekayaan alam Indonesia`,
  "17-e": `${LAW} e: ketahanan ekonomi nasional`,
  "17-f": `${LAW} f: hubungan luar negeri`,
  "17-g": `${LAW} g: akta pribadi dan wasiat seseorang`,
  "17-h": `${LAW} h: rahasia pribadi`,
  "17-i": `${LAW} i: surat badan publik yang dirahasiakan`,
  "17-j": `${LAW} j: dirahasiakan undang-undang lain`,
  "6-3-e": "UU 14/2008 Pasal 6 ayat (3) huruf e: informasi belum dikuasai atau didokumentasikan",
};

export const REQUEST_WORDS = {
  stale: STALE,
  gone: "Permohonan informasi ini tidak ada.",
  noReceipt: "Permohonan ini tidak punya tanda terima yang masih berlaku.",
  isClosed: "Permohonan ini sudah dijawab atau ditarik.",
  isExtended: "Waktu jawabnya sudah pernah diperpanjang. Menurut undang-undang hanya boleh sekali.",
  isLate: "Batas waktunya sudah lewat, jadi tidak dapat diperpanjang lagi. Segera jawab permohonannya.",
  dayOutside: "Isi hari ini atau paling lama 30 hari yang lalu.",
  webClosed:
    "Permohonan lewat halaman ini belum dibuka di desa ini. Silakan datang ke kantor desa; permohonan Anda dicatat di sana.",
  tooMany: (minutes: number) =>
    `Terlalu banyak permohonan dari jaringan ini. Coba lagi ${minutes} menit lagi, atau datang ke kantor desa.`,
  bookFull: "Buku permohonan tahun ini penuh.",
  sent: (code: string) => `Permohonan Anda tercatat. Simpan kode ini untuk melihat jawabannya: ${code}`,
  taken: (number: string, due: string) => `Permohonan ${number} dicatat. Dijawab paling lambat ${due}.`,
  extended: (due: string) => `Waktu jawab diperpanjang sampai ${due}. Beritahukan kepada pemohon.`,
  answered: "Jawaban dicatat. Sampaikan kepada pemohon.",
  withdrawn: "Permohonan ditandai ditarik oleh pemohon.",
  decideOnly: "Menolak, seluruhnya atau sebagian, diputuskan Kepala Desa atau Sekretaris Desa.",
  none: "Belum ada permohonan informasi.",
  title: "Permohonan informasi",
  deskTitle: (number: string) => `Jawab permohonan informasi ${number}`,
  deskMeta: (due: string) => `Paling lambat ${due}`,
  pressing: (number: string, due: string) =>
    `Permohonan informasi ${number} harus dijawab paling lambat ${due}.`,
  late: (number: string) => `Permohonan informasi ${number} melewati batas waktu jawab.`,
  erased: "(data pemohon sudah dihapus menurut masa simpan)",
  whyLonger: (reason: string) => `Alasan perpanjangan: ${reason}`,
  byLaw: (law: string) => `Dasar: ${law}.`,
  receipt: {
    received: "Permohonan Anda sudah diterima dan sedang dikerjakan.",
    extended: "Jawaban memerlukan waktu lebih lama; batas waktunya diperpanjang.",
    given: "Informasi yang Anda minta diberikan. Ambil di kantor desa, atau periksa surel dan telepon Anda.",
    partly:
      "Sebagian informasi diberikan. Alasannya ada di bawah ini. Anda boleh mengajukan keberatan kepada atasan PPID dalam 30 hari kerja.",
    refused:
      "Permohonan ditolak. Alasannya ada di bawah ini. Anda boleh mengajukan keberatan kepada atasan PPID dalam 30 hari kerja.",
    withdrawn: "Permohonan ini ditarik oleh pemohonnya.",
  } satisfies Record<RequestState, string>,
};

export const DOCUMENT_WORDS = {
  stale: STALE,
  gone: "Dokumen ini tidak ada dalam daftar.",
  added: "Dokumen masuk daftar informasi.",
  saved: "Dokumen disimpan.",
  noFileWhenWithheld:
    "Berkas informasi yang dikecualikan tidak disimpan di daftar publik. Kosongkan berkasnya.",
  isOff: "Desa ini tidak memakai halaman informasi publik di Balai.",
  none: "Belum ada dokumen dalam daftar.",
};

export const HOLIDAY_WORDS = {
  stale: STALE,
  saved: (moved: number) =>
    moved === 0
      ? "Hari libur disimpan."
      : `Hari libur disimpan, dan batas waktu ${moved} permohonan dihitung ulang.`,
};

export const REGISTER_WORDS = {
  title: "Register Permohonan Informasi Publik",
  hidden: "(tidak ditampilkan)",
  tooMany: (rows: number) => `Register tahun ini memuat ${rows} baris; paling banyak 4.000 sekali cetak.`,
};

export const PERSON_WORDS = {
  kind: "Pemohon informasi publik",
  howToCorrect: "Data pemohon ditulis seperti yang ia sampaikan; kekeliruan dicatat dalam jawaban.",
  section: {
    title: "Permohonan informasi",
    purpose: "Mencatat dan menjawab permohonan menurut UU 14/2008 tentang Keterbukaan Informasi Publik.",
  },
  fate: {
    what: "Nama, alamat, kontak, dan identitas pemohon",
    isOver: "Permohonannya sudah dijawab; isi permohonan tetap dalam register tanpa nama.",
    isOpen: "Permohonannya belum dijawab; data ini diperlukan untuk menjawab.",
  },
};
