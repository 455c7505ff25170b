import { normalisePhone } from "#app/modules/accounts/identity-rules.ts";
import { kindOf, parseRegionCode } from "#db/directory/region-code.ts";
import { decreeKey, nameKey } from "./match-rules.ts";

/** Columns that a list of officials must have, and what they are called in the lists that kabupaten keep. */
export const OFFICIAL_COLUMNS = ["code", "name", "position", "decree", "phone"] as const;
export type OfficialColumn = (typeof OFFICIAL_COLUMNS)[number];

const HEADINGS: Record<OfficialColumn, RegExp> = {
  code: /^(kode|id) ?(wilayah|desa|kemendagri)?( desa)?$/,
  name: /^nama( lengkap| perangkat| pejabat| kepala desa)?( desa)?$/,
  position: /^(jabatan|posisi)( .*)?$/,
  decree: /^(no|nomor|nomer)? ?(sk|surat keputusan|keputusan)( .*)?$/,
  phone:
    /^(no|nomor|nomer)? ?(hp|telepon|telpon|telp|tlp|ponsel|handphone|wa|whatsapp|kontak)( ?\/? ?(wa|hp|whatsapp))?$/,
};

/** A heading stands among the first rows: lists bear a title above it. */
const HEADING_ROWS = 15;
const LONGEST = 120;

/** An official as the list has him, ready to be compared; the phone is not kept as it is. */
export interface ParsedOfficial {
  regionCode: string;
  position: string;
  name: string;
  nameKey: string;
  decree: string;
  decreeKey: string;
  phone: string;
}

/** Why a row is left out: its number in the sheet, and a sentence that names field, reason and mend. */
export interface RowProblem {
  row: number;
  sentence: string;
}

export interface ParsedOfficials {
  officials: ParsedOfficial[];
  problems: RowProblem[];
}

/** Where each column stands, and the row below which officials begin. */
export interface OfficialHeading {
  row: number;
  columns: Record<OfficialColumn, number>;
}

/** The heading of a list, or the columns that no row has all of. */
export function findHeading(rows: readonly (readonly string[])[]): OfficialHeading | OfficialColumn[] {
  let missing: OfficialColumn[] = [...OFFICIAL_COLUMNS];
  for (const [row, cells] of rows.slice(0, HEADING_ROWS).entries()) {
    const words = cells.map(plainHeading);
    const found = OFFICIAL_COLUMNS.map(
      (column) => [column, words.findIndex((word) => HEADINGS[column].test(word))] as const,
    );
    const lacking = found.filter(([, at]) => at < 0).map(([column]) => column);
    if (lacking.length === 0)
      return { row, columns: Object.fromEntries(found) as Record<OfficialColumn, number> };
    if (lacking.length < missing.length) missing = lacking;
  }
  return missing;
}

function plainHeading(cell: string): string {
  return cell
    .toLowerCase()
    .replace(/[^a-z0-9/]+/g, " ")
    .trim();
}

/**
 * The officials of a kabupaten's list, row by row; rows that can't be compared are left out with a reason.
 * @param known dotted codes of the kabupaten's villages
 */
export function parseOfficials(
  rows: readonly (readonly string[])[],
  heading: OfficialHeading,
  known: ReadonlySet<string>,
): ParsedOfficials {
  const officials: ParsedOfficial[] = [];
  const problems: RowProblem[] = [];
  const seen = new Set<string>();
  for (const [index, cells] of rows.entries()) {
    if (index <= heading.row || cells.every((cell) => cell.trim() === "")) continue;
    const cell = (column: OfficialColumn) =>
      (cells[heading.columns[column]] ?? "").replace(/\s+/g, " ").trim();
    const parsed = parseRow(cell, known);
    const key =
      typeof parsed === "string" ? "" : JSON.stringify([parsed.regionCode, parsed.nameKey, parsed.phone]);
    const sentence = typeof parsed === "string" ? parsed : seen.has(key) ? ROW_WORDS.twice : null;
    if (typeof parsed === "string" || sentence) problems.push({ row: index + 1, sentence: sentence ?? "" });
    else officials.push(parsed);
    seen.add(key);
  }
  return { officials, problems };
}

function parseRow(
  cell: (column: OfficialColumn) => string,
  known: ReadonlySet<string>,
): ParsedOfficial | string {
  const regionCode = parseRegionCode(cell("code"));
  if (!regionCode) return ROW_WORDS.code;
  if (kindOf(regionCode) === "kelurahan") return ROW_WORDS.kelurahan;
  if (!known.has(regionCode)) return ROW_WORDS.elsewhere;
  const [name, decree, position] = [cell("name"), cell("decree"), cell("position")];
  if (nameKey(name) === "" || name.length > LONGEST) return ROW_WORDS.name;
  if (position === "" || position.length > LONGEST) return ROW_WORDS.position;
  if (decreeKey(decree) === "" || decree.length > LONGEST) return ROW_WORDS.decree;
  const phone = normalisePhone(withZero(cell("phone")));
  if (!phone) return ROW_WORDS.phone;
  return { regionCode, position, name, nameKey: nameKey(name), decree, decreeKey: decreeKey(decree), phone };
}

/** Sheets store `081234567890` as a number and lose its first digit. */
function withZero(phone: string): string {
  return /^8\d{7,12}$/.test(phone) ? `0${phone}` : phone;
}

const ROW_WORDS = {
  code: "Kode desa bukan sepuluh angka. Tulis seperti 52.01.14.2006.",
  kelurahan: "Kode ini milik kelurahan; Balai melayani desa.",
  elsewhere: "Kode ini bukan desa di kabupaten Anda menurut daftar resmi Kementerian Dalam Negeri.",
  name: "Nama kosong atau lebih panjang dari 120 huruf.",
  position: "Jabatan kosong atau lebih panjang dari 120 huruf.",
  decree: "Nomor SK kosong, tidak memuat angka, atau lebih panjang dari 120 huruf.",
  phone: "Nomor telepon kosong atau tidak terbaca. Tulis seperti 0812 3456 7890.",
  twice: "Orang ini sudah ada di baris di atasnya.",
} as const;
