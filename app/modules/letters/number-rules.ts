import type { Day } from "#app/platform/clock.ts";

/** What has a row of numbers of its own: the whole book, each kind of letter, or each code of the classification. */
export const SERIES_BASES = ["book", "kind", "classification"] as const;
export type SeriesBasis = (typeof SERIES_BASES)[number];

/** The one series of a village that numbers all its letters through: its paper book goes before it. */
export const BOOK_SERIES_KEY = "buku";

/** The paper book of all letters; books of single series are named after it. */
export const PAPER_BOOK = "surat-keluar";

/** How a village numbers its letters. */
export interface Numbering {
  /** By year from which it counts, the earliest first: within a year the basis stays, or numbers would be given twice. */
  bases: readonly { fromYear: number; basis: SeriesBasis }[];
  /** `{klasifikasi}/{urut:3}/{kode_desa}/{bulan_romawi}/{tahun}`. */
  format: string;
}

export const DEFAULT_NUMBERING: Numbering = {
  bases: [{ fromYear: 0, basis: "book" }],
  format: "{klasifikasi}/{urut:3}/{kode_desa}/{bulan_romawi}/{tahun}",
};

/** What stands in a number besides its place in the series. */
export interface NumberParts {
  number: number;
  day: Day;
  classification: string | null;
  kindCode: string;
  villageCode: string;
}

const ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
const PLACEHOLDER = /\{([a-z_]+)(?::(\d))?\}/g;
/** Stands where a letter has no code of the classification. */
const NO_CODE = "000";

/** Names of what a format may hold, with what each becomes. */
export const PLACEHOLDERS = [
  { name: "klasifikasi", meaning: "kode klasifikasi surat" },
  { name: "urut", meaning: "nomor urut; {urut:3} menulisnya dengan tiga angka, 007" },
  { name: "kode_jenis", meaning: "kode jenis surat" },
  { name: "kode_desa", meaning: "kode wilayah desa" },
  { name: "bulan", meaning: "bulan dengan angka" },
  { name: "bulan_romawi", meaning: "bulan dengan angka Romawi" },
  { name: "tahun", meaning: "tahun" },
] as const;

/** The basis that counts in a year. */
export function basisOf({ bases }: Numbering, year: number): SeriesBasis {
  return bases.filter(({ fromYear }) => fromYear <= year).at(-1)?.basis ?? "book";
}

/** The series out of which a letter's number comes. */
export function seriesOf(
  basis: SeriesBasis,
  { kind, classification }: { kind: string; classification: string | null },
): string {
  if (basis === "kind") return `jenis:${kind}`;
  return basis === "classification" ? `kode:${classification ?? NO_CODE}` : BOOK_SERIES_KEY;
}

/** The paper book that goes before a series, as `book_numbers` names it. */
export function paperBookOf(series: string): string {
  return series === BOOK_SERIES_KEY ? PAPER_BOOK : `${PAPER_BOOK}/${series}`;
}

/** The number as it stands on the letter. */
export function numberText(format: string, parts: NumberParts): string {
  const month = Number(parts.day.slice(5, 7));
  const values: Record<string, string> = {
    klasifikasi: parts.classification ?? NO_CODE,
    kode_jenis: parts.kindCode,
    kode_desa: parts.villageCode,
    bulan: String(month).padStart(2, "0"),
    bulan_romawi: ROMAN[month - 1] ?? "",
    tahun: parts.day.slice(0, 4),
  };
  return format.replace(PLACEHOLDER, (whole, name: string, width?: string) =>
    name === "urut" ? String(parts.number).padStart(Number(width ?? 0), "0") : (values[name] ?? whole),
  );
}

/** Why a format won't do, as a sentence; null where two numbers can't come out the same. */
export function formatProblem(format: string, basis: SeriesBasis): string | null {
  const names = [...format.matchAll(PLACEHOLDER)].map(([, name]) => name ?? "");
  const rest = format.replace(PLACEHOLDER, "");
  const unknown = names.find((name) => !PLACEHOLDERS.some((each) => each.name === name));
  if (unknown) return `{${unknown}} tidak dikenal. Pakai bagian yang tertulis di bawah isian.`;
  if (/[{}]/.test(rest)) return "Tanda kurung kurawal dipakai hanya untuk bagian nomor, misalnya {urut:3}.";
  if (/[^\p{L}\p{N} ./-]/u.test(rest))
    return "Di antara bagian nomor pakai garis miring, titik, atau tanda hubung.";
  if (/\}\{|\}\p{N}|\p{N}\{/u.test(format))
    return "Pisahkan tiap bagian dengan garis miring, titik, atau tanda hubung.";
  if (names.filter((name) => name === "urut").length !== 1) return "Nomor harus memuat {urut} satu kali.";
  if (!names.includes("tahun"))
    return "Nomor harus memuat {tahun}, karena nomor urut mulai lagi dari 1 tiap tahun.";
  if (basis === "kind" && !names.includes("kode_jenis"))
    return "Karena tiap jenis surat bernomor sendiri, nomor harus memuat {kode_jenis}.";
  if (basis === "classification" && !names.includes("klasifikasi"))
    return "Karena tiap kode klasifikasi bernomor sendiri, nomor harus memuat {klasifikasi}.";
  return null;
}

/**
 * The bases after a village chose another: at once where this year has no number yet, else from the next year on.
 */
export function changeBasis(
  { bases }: Numbering,
  basis: SeriesBasis,
  year: number,
  isYearBegun: boolean,
): Numbering["bases"] {
  const fromYear = isYearBegun ? year + 1 : year;
  const kept = bases.filter((each) => each.fromYear < fromYear);
  return kept.at(-1)?.basis === basis ? kept : [...kept, { fromYear, basis }];
}

/** Where a series stands before a number is taken. */
export interface SeriesStand {
  /** Highest number that was given or set aside, as the series says; a restore may have raised it. */
  lastNumber: number;
  /** Highest number that has a row. */
  highestRow: number;
  /** Last number of the paper book; 0 where no paper book goes before the series. */
  paperNumber: number;
}

/** A run of numbers, both ends in it. */
export interface NumberRun {
  from: number;
  to: number;
}

export interface NextNumbers extends NumberRun {
  /** Numbers of the paper book that have no row yet. */
  before: NumberRun | null;
  /** Numbers that had been given and were lost with a restore. */
  lost: NumberRun | null;
}

/** The next `count` numbers, and which numbers below them have to be accounted for first, so that there is no gap. */
export function nextNumbers({ lastNumber, highestRow, paperNumber }: SeriesStand, count = 1): NextNumbers {
  const last = Math.max(lastNumber, highestRow, paperNumber);
  const beforeEnd = Math.max(highestRow, paperNumber);
  return {
    from: last + 1,
    to: last + count,
    before: runOf(highestRow + 1, paperNumber),
    lost: runOf(beforeEnd + 1, last),
  };
}

function runOf(from: number, to: number): NumberRun | null {
  return from <= to ? { from, to } : null;
}

/** Highest number that a series may come to. */
export const MAX_NUMBER = 99_999;
/** Most numbers that are set aside at once. */
export const MAX_BLOCK = 100;
