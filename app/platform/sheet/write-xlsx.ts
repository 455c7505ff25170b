import { strToU8, zipSync } from "fflate";
import { type Issuer, trialMark } from "#app/platform/trial.ts";
import { XlsxStyles } from "./xlsx-styles.ts";
import { worksheetXml } from "./xlsx-worksheet.ts";
import { escapeXml, MAIN_NS, XML_HEAD } from "./xlsx-xml.ts";

export type SheetValue = string | number | Date | boolean | null;

export interface SheetColumn {
  header: string;
  /** In characters. */
  width?: number;
  /** Excel's number format, e.g. `#,##0`; dates default to `dd/mm/yyyy`. */
  format?: string;
}

export interface SheetToWrite {
  name: string;
  columns: SheetColumn[];
  rows: SheetValue[][];
}

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const MAX_NAME_CHARS = 31;
/** ZIP's first year: the archive says nothing of when it was made, and the same rows give the same bytes. */
export const ZIP_TIME = new Date(1980, 0, 1);

/**
 * Writes an XLSX file, one bold frozen header row a sheet. Every string is stored as text in the text format, so that
 * `=1+1`, `+62...`, `-x` and `@x` stay what they are, also when a person edits the cell. Dates are written as UTC
 * days, numbers that are not finite as empty cells; control characters, which XML can't hold, are left out, and a
 * string is cut at Excel's 32,767 characters. Own code, since write-excel-file compresses above 160 KB in a `Worker`,
 * which workerd lacks.
 * @param issuer whose sheets they are: while he is not verified each begins with a line, and each printed page with a
 *   head, that says so
 */
export function writeXlsx(sheets: SheetToWrite[], issuer: Issuer): Uint8Array<ArrayBuffer> {
  const styles = new XlsxStyles();
  const worksheets = sheets.map((sheet, index) => [
    `xl/worksheets/sheet${index + 1}.xml`,
    worksheetXml(sheet, styles, trialMark(issuer)),
  ]);
  const parts: Record<string, string> = { ...bookParts(sheets, styles), ...Object.fromEntries(worksheets) };
  const files = Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)]));
  return new Uint8Array(zipSync(files, { mtime: ZIP_TIME }));
}

/** The parts of a workbook around its worksheets, once these have said which styles they use. */
export function bookParts(sheets: readonly { name: string }[], styles: XlsxStyles): Record<string, string> {
  return {
    "[Content_Types].xml": contentTypesXml(sheets.length),
    "_rels/.rels": relationsXml([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbookXml(sheets),
    "xl/_rels/workbook.xml.rels": relationsXml([
      ...sheets.map((_, index): [string, string] => ["worksheet", `worksheets/sheet${index + 1}.xml`]),
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": styles.toXml(),
  };
}

function contentTypesXml(count: number): string {
  const override = (path: string, type: string) =>
    `<Override PartName="/xl/${path}" ContentType="${TYPES}.${type}+xml"/>`;
  const sheets = Array.from({ length: count }, (_, index) =>
    override(`worksheets/sheet${index + 1}.xml`, "worksheet"),
  );
  return (
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${override("workbook.xml", "sheet.main")}${override("styles.xml", "styles")}${sheets.join("")}</Types>`
  );
}

function relationsXml(relations: [string, string][]): string {
  const entries = relations.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${entries.join("")}</Relationships>`;
}

function workbookXml(sheets: readonly { name: string }[]): string {
  const names: string[] = [];
  for (const { name } of sheets) names.push(uniqueName(cleanName(name), names));
  const entries = names.map(
    (name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${XML_HEAD}<workbook xmlns="${MAIN_NS}" xmlns:r="${RELATIONS}"><sheets>${entries.join("")}</sheets></workbook>`;
}

/** Excel refuses names with these letters, longer than 31, or empty. */
function cleanName(name: string): string {
  const clean = name
    .replace(/[\\/?*[\]:\p{Cc}]/gu, " ")
    .replace(/^'|'$/g, "")
    .trim();
  return clean.slice(0, MAX_NAME_CHARS).trim() || "Lembar";
}

function uniqueName(name: string, taken: string[]): string {
  const isTaken = (candidate: string) =>
    taken.some((other) => other.toLowerCase() === candidate.toLowerCase());
  for (let number = 2, candidate = name; ; number++) {
    if (!isTaken(candidate)) return candidate;
    const suffix = ` (${number})`;
    candidate = name.slice(0, MAX_NAME_CHARS - suffix.length) + suffix;
  }
}
