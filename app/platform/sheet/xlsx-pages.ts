import { strToU8, Zip, ZipDeflate } from "fflate";
import { type Issuer, trialMark } from "#app/platform/trial.ts";
import { joinBytes } from "#db/sealed/bytes.ts";
import { bookParts, type SheetColumn, type SheetValue, ZIP_TIME } from "./write-xlsx.ts";
import { XlsxStyles } from "./xlsx-styles.ts";
import { firstRow, rowsXml, worksheetHead, worksheetTail } from "./xlsx-worksheet.ts";

const PACKING = 6;

/** An XLSX file of one sheet that takes its rows part by part: only packed bytes stay in memory. */
export class XlsxPages {
  readonly #sheet: { name: string; columns: readonly SheetColumn[] };
  readonly #mark: string | null;
  readonly #styles = new XlsxStyles();
  readonly #chunks: Uint8Array[] = [];
  readonly #zip: Zip;
  readonly #worksheet: ZipDeflate;
  #row: number;

  constructor(sheet: { name: string; columns: readonly SheetColumn[] }, issuer: Issuer) {
    this.#sheet = sheet;
    this.#mark = trialMark(issuer);
    this.#row = firstRow(this.#mark);
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.#chunks.push(chunk);
    });
    this.#worksheet = this.#open("xl/worksheets/sheet1.xml");
    this.#worksheet.push(strToU8(worksheetHead(sheet.columns, this.#mark)));
  }

  write(rows: readonly (readonly SheetValue[])[]): void {
    if (rows.length === 0) return;
    this.#worksheet.push(strToU8(rowsXml(rows, this.#row, this.#sheet.columns, this.#styles)));
    this.#row += rows.length;
  }

  /** The whole file. */
  finish(): Uint8Array<ArrayBuffer> {
    this.#worksheet.push(strToU8(worksheetTail(this.#mark)), true);
    for (const [path, xml] of Object.entries(bookParts([this.#sheet], this.#styles)))
      this.#open(path).push(strToU8(xml), true);
    this.#zip.end();
    return joinBytes(this.#chunks);
  }

  #open(path: string): ZipDeflate {
    const entry = new ZipDeflate(path, { level: PACKING });
    entry.mtime = ZIP_TIME;
    this.#zip.add(entry);
    return entry;
  }
}
