import { describe, expect, it } from "vitest";
import type { PaperDocument } from "#app/platform/document/blocks.ts";
import { renderDocx } from "#app/platform/docx/render-docx.ts";
import { cleanImage } from "#app/platform/image/clean-image.ts";
import { renderPdf } from "#app/platform/pdf/render-pdf.ts";
import { readSheet } from "#app/platform/sheet/read-sheet.ts";
import { writeXlsx } from "#app/platform/sheet/write-xlsx.ts";
import { unpackZip } from "#app/platform/zip/unpack-zip.ts";
import { makePng } from "#tests/platform/image/pictures.ts";

const png = makePng({});

const report: PaperDocument = {
  title: "Laporan Triwulan I",
  author: "Desa Sesela",
  createdAt: new Date("2027-04-01T00:00:00.000Z"),
  issuer: { isVerified: true },
  blocks: [
    { type: "title", text: "LAPORAN TRIWULAN I" },
    { type: "paragraph", text: "Disusun oleh Kasi Pemerintahan." },
    { type: "photos", photos: [{ image: { bytes: png, type: "image/png" }, caption: "Balai desa" }] },
  ],
};

// Each engine has its own tests in Node; these show that it runs in workerd too, where it will.
describe("engines in workerd", () => {
  it("write a sheet of 8,000 rows and read it back", async () => {
    const rows = Array.from({ length: 8_000 }, (_, i) => [`Warga ${i}`, i, "=1+1"]);
    const columns = [{ header: "Nama" }, { header: "Nomor" }, { header: "Catatan" }];
    const bytes = writeXlsx([{ name: "Warga", columns, rows }], report.issuer);
    const sheet = await readSheet(bytes);
    expect(sheet.rows).toHaveLength(8_001);
    expect(sheet.rows[8_000]).toEqual(["Warga 7999", "7999", "=1+1"]);
  });

  it("put a document with a picture on F4, as PDF and as DOCX", async () => {
    const pdf = new TextDecoder("latin1").decode(await renderPdf(report, { paper: "F4" }));
    expect(pdf.slice(0, 5)).toBe("%PDF-");
    const docx = await renderDocx(report, { paper: "F4" });
    const { paths } = unpackZip(docx);
    expect(paths).toContain("word/document.xml");
  });

  it("clean a picture", () => {
    expect(cleanImage(png)).toMatchObject({ type: "image/png" });
  });
});
