/**
 * Numbered paper books that Balai continues (Permendagri 47/2016, groups A.1, A.2, A.7, A.8, A.9). Numbers start anew
 * each year; the keys stand in `book_numbers.book`, `field` is the form field that takes the last number.
 */
export const BOOKS = [
  {
    key: "surat-keluar",
    field: "angka_surat_keluar",
    name: "Surat keluar",
    hint: "Nomor urut terakhir di Buku Agenda, bagian surat keluar.",
  },
  {
    key: "surat-masuk",
    field: "angka_surat_masuk",
    name: "Surat masuk",
    hint: "Nomor agenda terakhir di Buku Agenda, bagian surat masuk.",
  },
  {
    key: "ekspedisi",
    field: "angka_ekspedisi",
    name: "Ekspedisi",
    hint: "Nomor terakhir di Buku Ekspedisi.",
  },
  {
    key: "keputusan-kepala-desa",
    field: "angka_keputusan",
    name: "Keputusan Kepala Desa",
    hint: "Nomor SK terakhir di Buku Keputusan Kepala Desa.",
  },
  {
    key: "peraturan-desa",
    field: "angka_perdes",
    name: "Peraturan Desa",
    hint: "Nomor Perdes terakhir di Buku Peraturan di Desa.",
  },
  {
    key: "peraturan-kepala-desa",
    field: "angka_perkades",
    name: "Peraturan Kepala Desa",
    hint: "Nomor Perkades terakhir di Buku Peraturan di Desa.",
  },
  {
    key: "lembaran-desa",
    field: "angka_lembaran",
    name: "Lembaran Desa",
    hint: "Nomor pengundangan terakhir di Lembaran Desa.",
  },
  {
    key: "berita-desa",
    field: "angka_berita",
    name: "Berita Desa",
    hint: "Nomor pengundangan terakhir di Berita Desa.",
  },
] as const;

export type Book = (typeof BOOKS)[number];
export type BookField = Book["field"];

/** Highest number that a book may stand at. */
export const MAX_BOOK_NUMBER = 99_999;

/** Years for which numbers may be set: last year's books may still be open, next year's already laid out. */
export function bookYears(today: string): number[] {
  const year = Number(today.slice(0, 4));
  return [year - 1, year, year + 1];
}

/** Numbers that a restore lost, as the page names them: `Surat keluar: nomor 6 sampai 9`. */
export function lostSentence(lost: { series: string; fromNumber: number; toNumber: number }): string {
  const key = lost.series.slice(lost.series.indexOf(":") + 1);
  const name = BOOKS.find((book) => book.key === key)?.name ?? key;
  const { fromNumber: from, toNumber: to } = lost;
  return from === to ? `${name}: nomor ${from}` : `${name}: nomor ${from} sampai ${to}`;
}
