import { readCentralDirectory, type ZipRecord } from "#app/platform/zip/central-directory.ts";
import { streamEntry, ZIP_LIMITS } from "#app/platform/zip/unpack-zip.ts";
import { ZipError } from "#app/platform/zip/zip-error.ts";
import { scanXml, type XmlTag } from "./scan-xml.ts";
import { SheetError } from "./sheet-error.ts";

/** What the parts around a worksheet may take up. */
const MAX_SMALL_BYTES = 2 * 1024 * 1024;
const MAX_SHARED_BYTES = 48 * 1024 * 1024;
/** Held in memory all the while: 10,000 residents have some 120,000 different texts. */
const MAX_SHARED_CHARS = 12 * 1024 * 1024;

/** An opened workbook: its parts by path. */
export interface Workbook {
  bytes: Uint8Array;
  parts: Map<string, ZipRecord>;
  /** Sheets in their order, by the path of their part. */
  sheets: { name: string; path: string }[];
  /** Days since 1904 rather than 1900. */
  is1904: boolean;
}

/** Opens an XLSX or XLSM file without unpacking its sheets. @throws SheetError */
export function openWorkbook(bytes: Uint8Array): Workbook {
  const parts = new Map(listParts(bytes).map((record) => [record.path, record]));
  const targets = new Map<string, string>();
  for (const tag of tagsOf({ bytes, parts }, "xl/_rels/workbook.xml.rels", MAX_SMALL_BYTES))
    if (tag.name === "Relationship" && !tag.isEnd)
      targets.set(tag.attribute("Id") ?? "", pathOf(tag.attribute("Target") ?? ""));
  const sheets: Workbook["sheets"] = [];
  let is1904 = false;
  for (const tag of tagsOf({ bytes, parts }, "xl/workbook.xml", MAX_SMALL_BYTES)) {
    if (tag.name === "workbookPr" && !tag.isEnd) is1904 = /^(1|true)$/.test(tag.attribute("date1904") ?? "");
    if (tag.name !== "sheet" || tag.isEnd) continue;
    const path = targets.get(tag.attribute("id") ?? "");
    if (path && parts.has(path)) sheets.push({ name: tag.attribute("name") ?? "", path });
  }
  if (sheets.length === 0) throw new SheetError("corrupt");
  return { bytes, parts, sheets, is1904 };
}

/** The tags of a part, while it is unpacked; none where the workbook has no such part. @throws SheetError */
export function* tagsOf(
  { bytes, parts }: Pick<Workbook, "bytes" | "parts">,
  path: string,
  maxBytes: number,
): Generator<XmlTag> {
  const record = parts.get(path);
  if (!record) return;
  try {
    yield* scanXml(streamEntry(bytes, record, maxBytes));
  } catch (error) {
    throw error instanceof ZipError ? new SheetError(sheetCode(error)) : error;
  }
}

/** The texts that cells refer to by number; those read aloud beside Japanese signs are no part of them. */
export function readSharedStrings(book: Workbook, maxCellChars: number): string[] {
  const texts: string[] = [];
  let text = "";
  let chars = 0;
  let isPhonetic = false;
  for (const tag of tagsOf(book, "xl/sharedStrings.xml", MAX_SHARED_BYTES)) {
    if (tag.name === "rPh") isPhonetic = !tag.isEnd;
    else if (tag.name === "t" && tag.isEnd && !isPhonetic) text += tag.textBefore;
    else if (tag.name === "si" && (tag.isEnd || tag.isEmpty)) {
      chars += text.length;
      if (chars > MAX_SHARED_CHARS) throw new SheetError("unsupported");
      texts.push(text.slice(0, maxCellChars + 1));
      text = "";
    }
  }
  return texts;
}

/** Which cell styles show a number as a day. */
export function readDateStyles(book: Workbook): boolean[] {
  const formats = new Map<number, string>();
  const styles: boolean[] = [];
  let isInside = false;
  for (const tag of tagsOf(book, "xl/styles.xml", MAX_SMALL_BYTES)) {
    if (tag.name === "numFmt" && !tag.isEnd)
      formats.set(Number(tag.attribute("numFmtId")), tag.attribute("formatCode") ?? "");
    if (tag.name === "cellXfs") isInside = !tag.isEnd;
    if (tag.name === "xf" && isInside && !tag.isEnd) {
      const id = Number(tag.attribute("numFmtId") ?? 0);
      styles.push(isDayFormat(id, formats.get(id)));
    }
  }
  return styles;
}

/** Numbers 14 to 22 are days in every Excel (ECMA-376 18.8.30); others by their letters outside quotes. */
function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return (id >= 14 && id <= 17) || id === 22;
  return /[dy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
}

function pathOf(target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  return `xl/${target.replace(/^\.\//, "")}`;
}

function listParts(bytes: Uint8Array): ZipRecord[] {
  try {
    return readCentralDirectory(bytes, ZIP_LIMITS.maxEntries);
  } catch (error) {
    throw error instanceof ZipError ? new SheetError(sheetCode(error)) : error;
  }
}

function sheetCode({ code }: ZipError): "corrupt" | "unsupported" {
  return code === "corrupt" || code === "not-a-zip" ? "corrupt" : "unsupported";
}
