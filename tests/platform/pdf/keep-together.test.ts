import { expect, test } from "vitest";
import type { Block, TableBlock } from "#app/platform/document/blocks.ts";
import { renderPdf } from "#app/platform/pdf/render-pdf.ts";
import { readPdfText } from "#tests/support/pdf-text.ts";
import { CREATED_AT, VERIFIED } from "../document/sample.ts";

const COLUMNS = [{ header: "Kegiatan" }, { header: "Fisik" }];
const filler = (count: number) =>
  Array.from({ length: count }, (_, row) => ({ cells: [`baris ${row}`, "5%"] }));

async function pagesOf(...blocks: Block[]): Promise<string[]> {
  const document = { title: "Uji", author: "Desa", createdAt: CREATED_AT, issuer: VERIFIED, blocks };
  return readPdfText(await renderPdf(document, { paper: "A4" }));
}

const pageWith = (pages: readonly string[], text: string) => pages.findIndex((page) => page.includes(text));

test("the line of a section stands on the page of its first row, wherever the page ends", async () => {
  for (let count = 30; count <= 60; count++) {
    const rows = [
      ...filler(count),
      { emphasis: "section" as const, cells: [{ text: "B. Pertanahan", span: 2 }] },
      { cells: ["Pendataan tanah", "40%"] },
    ];
    const pages = await pagesOf({ type: "table", columns: COLUMNS, rows });
    expect(pageWith(pages, "Pertanahan")).toBe(pageWith(pages, "Pendataan tanah"));
  }
});

test("a heading stands on the page of the table below it, with the table's first row", async () => {
  const table: TableBlock = {
    type: "table",
    columns: COLUMNS,
    rows: [
      { emphasis: "section", cells: [{ text: "A. Pelayanan", span: 2 }] },
      { cells: ["Pelayanan surat\nLoket dua\nSetiap hari", "40%"] },
    ],
  };
  for (let count = 30; count <= 50; count++) {
    const pages = await pagesOf(
      { type: "table", columns: COLUMNS, rows: filler(count) },
      { type: "heading", text: "Pelaksanaan kegiatan" },
      table,
    );
    expect(pageWith(pages, "Pelaksanaan kegiatan")).toBe(pageWith(pages, "Loket dua"));
  }
});
