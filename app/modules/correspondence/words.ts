import { formatDate } from "#app/ui/format.ts";
import type { IncomingState, Nature } from "./incoming-rules.ts";

export const NATURE_NAMES: Record<Nature, string> = {
  biasa: "Biasa",
  segera: "Segera",
  penting: "Penting",
  rahasia: "Rahasia",
};

export const STATE_NAMES: Record<IncomingState, string> = {
  void: "Batal",
  closed: "Selesai",
  undisposed: "Menunggu disposisi",
  following: "Sedang ditindaklanjuti",
  late: "Terlambat",
};

/** What stands in lists and books in the place of a secret letter's sender and subject. */
export const SECRET = "(rahasia)";

export const INCOMING_WORDS = {
  gone: "Surat masuk ini tidak ada.",
  secret:
    "Surat ini bersifat rahasia: hanya Kepala Desa, Sekretaris Desa, dan penerima disposisinya yang dapat membukanya.",
  stale: "Surat ini baru saja diubah orang lain. Muat ulang halamannya, lalu kerjakan lagi.",
  isVoid: "Surat ini sudah dibatalkan.",
  isClosed: "Surat ini sudah selesai.",
  bookFull: "Buku ini sudah sampai pada nomor 99.999.",
  dayOutside:
    "Surat dicatat di buku tahun ini atau tahun lalu, dan tidak untuk hari yang belum tiba. Periksa tanggalnya.",
  otherYear: (year: number) =>
    `Nomor agenda ini milik buku ${year}. Untuk tahun lain, batalkan catatan ini lalu catat suratnya lagi.`,
  writtenAfter: "Tanggal surat tidak mungkin setelah hari diterimanya.",
  dueBefore: "Batas jawaban paling awal hari suratnya diterima.",
  registered: (number: number) => `Surat dicatat dengan nomor agenda ${number}.`,
  registeredSecret: (number: number) =>
    `Surat rahasia dicatat dengan nomor agenda ${number}. Isinya kini hanya terlihat oleh Kepala Desa dan Sekretaris Desa.`,
  corrected: "Perubahan disimpan. Nomor agendanya tetap.",
  unchanged: "Tidak ada yang berubah.",
  voided: (number: number) => `Nomor agenda ${number} dibatalkan dan tetap terlihat di buku sebagai batal.`,
  closed: "Surat ditutup.",
  deskDispose: (subject: string) => `Beri disposisi: ${subject}`,
  deskDisposeMeta: (sender: string, number: number) => `Dari ${sender}, nomor agenda ${number}`,
  answered: "Balasan ditautkan pada surat masuk ini.",
};

export const DISPOSITION_WORDS = {
  gone: "Disposisi ini tidak ada.",
  notYours: "Disposisi ini untuk orang lain.",
  done: "Hasilnya sudah dilaporkan.",
  stale: "Disposisi ini baru saja diubah. Muat ulang halamannya.",
  noOfficial: "Pilih penerima dari daftar. Ada yang sudah tidak bertugas.",
  already: (name: string) =>
    `${name} masih memegang disposisi surat ini. Tunggu hasilnya, atau pilih orang lain.`,
  dueBefore: "Batas waktu paling awal hari ini.",
  sent: (count: number) =>
    count === 1 ? "Disposisi diteruskan kepada satu orang." : `Disposisi diteruskan kepada ${count} orang.`,
  reported: "Hasil disposisi dicatat.",
  reportedLast: "Hasil disposisi dicatat. Semua disposisi selesai, jadi suratnya ditutup.",
  told: (subject: string) => `Disposisi untuk Anda: ${subject}`,
  toldDone: (name: string, subject: string) => `${name} menyelesaikan disposisi: ${subject}`,
  desk: (subject: string) => `Disposisi: ${subject}`,
  deskMeta: (sender: string, due: string | null) =>
    due ? `Dari ${sender}, paling lambat ${due}` : `Dari ${sender}`,
  dueToday: (subject: string) => `Hari ini batas disposisi: ${subject}`,
  overdue: (subject: string) => `Disposisi terlambat: ${subject}`,
  answerDue: (subject: string, day: string) => `Surat ini perlu dijawab paling lambat ${day}: ${subject}`,
  handedOver: (subject: string) => `Disposisi surat ${subject}`,
  handedOverMeta: "Berpindah kepada penggantinya.",
};

export const OUTGOING_WORDS = {
  answered: (title: string) => `Surat masuk ini sudah dijawab dengan ${title}.`,
  submitted: "Surat diajukan. Nomornya diberikan setelah diperiksa.",
  kept: "Konsep surat disimpan. Lanjutkan bila sudah siap.",
  answers: (sender: string, number: string | null) =>
    number ? `Jawaban atas surat ${sender} nomor ${number}` : `Jawaban atas surat ${sender}`,
  letterOf: ({ sender, number, writtenOn }: AnsweredLetter) =>
    [`surat ${sender}`, number && `nomor ${number}`, writtenOn && `tanggal ${formatDate(writtenOn)}`]
      .filter(Boolean)
      .join(" "),
};

interface AnsweredLetter {
  sender: string;
  number: string | null;
  writtenOn: string | null;
}

export const EXPEDITION_WORDS = {
  gone: "Catatan ekspedisi ini tidak ada.",
  stale: "Catatan ini baru saja diubah orang lain. Muat ulang halamannya, lalu kerjakan lagi.",
  isVoid: "Catatan ini sudah dibatalkan.",
  letterGone: "Surat itu tidak ada.",
  notSigned: "Surat ini belum ditandatangani, jadi belum dapat dikirim.",
  already: (number: number) => `Surat ini sudah tercatat di Buku Ekspedisi, nomor ${number}.`,
  entered: (number: number) => `Pengiriman dicatat di Buku Ekspedisi, nomor ${number}.`,
  received: "Penerimanya dicatat.",
  voided: (number: number) =>
    `Nomor ekspedisi ${number} dibatalkan dan tetap terlihat di buku sebagai batal.`,
  dayOutside:
    "Pengiriman dicatat di buku tahun ini atau tahun lalu, dan tidak untuk hari yang belum tiba. Periksa tanggalnya.",
  sentBefore: "Surat tidak mungkin dikirim sebelum tanggalnya.",
};

/** Why a number of a book has no letter. */
export const GAP_WORDS = {
  before: "sebelum Balai, lihat buku kertas",
  lost: "hilang saat pemulihan data, tidak dipakai lagi",
  unused: "tidak dipakai",
  reserved: "disisihkan, belum didaftarkan",
  unsigned: "Belum ditandatangani",
  void: (reason: string | null) => (reason ? `BATAL: ${reason}` : "BATAL"),
};

export const BOOK_WORDS = {
  agenda: {
    bersama: "Buku Agenda",
    masuk: "Buku Agenda Surat Masuk",
    keluar: "Buku Agenda Surat Keluar",
  },
  expedition: "Buku Ekspedisi",
  tooMany: (rows: number, most: number) =>
    `Bagian buku ini memuat ${rows.toLocaleString("id-ID")} baris; sekali unduh paling banyak ${most.toLocaleString("id-ID")}. Pilih masa yang lebih pendek.`,
  empty: "Tidak ada surat pada masa ini.",
};

export const PERSON_WORDS = {
  given: { title: "Disposisi surat masuk", purpose: "Arsip siapa menindaklanjuti surat apa." },
  fate: {
    what: "Disposisi surat masuk dan hasilnya",
    reason: "Arsip surat-menyurat desa; namanya tetap pada pekerjaannya.",
  },
};
