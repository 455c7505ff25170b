import { readCentralDirectory } from "#app/platform/zip/central-directory.ts";
import { ZipError } from "#app/platform/zip/zip-error.ts";
import { latin1 } from "./bytes.ts";
import { PNG_SIGNATURE } from "./png.ts";
import { sniffText } from "./sniff-text.ts";

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
export const DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

export type SniffedType =
  | "image/jpeg"
  | "image/png"
  | "image/webp"
  | "application/pdf"
  | "application/zip"
  | "text/csv"
  | "text/plain"
  | typeof XLSX_TYPE
  | typeof DOCX_TYPE;

const MAX_LISTED_ENTRIES = 1000;

/**
 * What a file is by its bytes, whatever its name says; null for what Balai doesn't take. Markup (SVG, HTML, XML) is
 * never taken as text. The answer is about kind only: a picture still goes through `cleanImage`, an archive through
 * `checkZip`.
 */
export function sniffType(bytes: Uint8Array): SniffedType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "image/jpeg";
  if (PNG_SIGNATURE.every((byte, index) => bytes[index] === byte)) return "image/png";
  if (latin1(bytes, 0, 4) === "RIFF") return latin1(bytes, 8, 4) === "WEBP" ? "image/webp" : null;
  if (latin1(bytes, 0, 5) === "%PDF-") return "application/pdf";
  if (latin1(bytes, 0, 2) === "PK") return sniffZip(bytes);
  return sniffText(bytes);
}

function sniffZip(bytes: Uint8Array): SniffedType | null {
  try {
    const paths = new Set(readCentralDirectory(bytes, MAX_LISTED_ENTRIES).map((record) => record.path));
    if (paths.has("xl/vbaProject.bin") || paths.has("word/vbaProject.bin")) return null;
    if (paths.has("xl/workbook.xml")) return XLSX_TYPE;
    if (paths.has("word/document.xml")) return DOCX_TYPE;
    return "application/zip";
  } catch (error) {
    if (error instanceof ZipError) return null;
    throw error;
  }
}
