import { zipSync } from "fflate";
import { readSheet as readXlsxSheet } from "read-excel-file/universal";
import { unpackZip } from "#app/platform/zip/unpack-zip.ts";
import { ZipError } from "#app/platform/zip/zip-error.ts";
import { checkWorksheet, checkXml } from "./check-worksheet.ts";
import type { SheetLimits } from "./limits.ts";
import { SheetError } from "./sheet-error.ts";

const WORKSHEET = /^xl\/worksheets\/[^/]+\.xml$/;
/** 20,000 rows of 43 columns take some 25 MB; the reader holds several times what it reads. */
const UNPACKED = { maxUnpackedBytes: 32 * 1024 * 1024 };
const KEPT =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/(_rels\/)?[^/]+\.(xml|rels)|xl\/worksheets\/[^/]+\.xml)$/;

/**
 * Reads the first sheet of an XLSX file into rows of strings. Numbers come as Indonesian text without grouping
 * (`1250000`, `0,5`), dates as `2027-01-31` or `2027-01-31 08:00`, booleans as `TRUE` and `FALSE`, formulas as their
 * stored result. The file is unpacked and checked first, and the reader gets the checked parts packed anew without
 * compression, so that it unpacks nothing itself. Throws SheetError.
 */
export async function readXlsx(bytes: Uint8Array, limits: SheetLimits): Promise<string[][]> {
  const parts = unpack(bytes);
  for (const [path, xml] of parts) {
    if (WORKSHEET.test(path)) checkWorksheet(xml, limits);
    else checkXml(xml);
  }
  const checked = zipSync(Object.fromEntries(parts), { level: 0 });
  try {
    const rows = await readXlsxSheet(checked.buffer, 1, { parseNumber: writeNumber, trim: true });
    return rows.map((row) => row.map(writeCell));
  } catch {
    throw new SheetError("corrupt");
  }
}

function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    return unpackZip(bytes, { keep: (path) => KEPT.test(path), limits: UNPACKED }).files;
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    const isRefused = error.code !== "corrupt" && error.code !== "not-a-zip";
    throw new SheetError(isRefused ? "unsupported" : "corrupt");
  }
}

/** The file's own digits: a NIK or an amount never passes through a floating number. */
function writeNumber(text: string): string {
  if (/^-?\d+$/.test(text)) return text;
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  if (Number.isInteger(number) && Math.abs(number) < 1e21) return BigInt(number).toString();
  return String(Number(number.toPrecision(15))).replace(".", ",");
}

function writeCell(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return writeDate(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return String(cell);
}

function writeDate(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const [day, time] = date.toISOString().split("T");
  const minutes = time?.slice(0, 5) ?? "00:00";
  return minutes === "00:00" ? (day ?? "") : `${day} ${minutes}`;
}
