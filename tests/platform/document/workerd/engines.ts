import { fillTemplate } from "#app/modules/letters/template-engine.ts";
import { renderDocx } from "#app/platform/docx/render-docx.ts";
import { cleanImage } from "#app/platform/image/clean-image.ts";
import { sniffType } from "#app/platform/image/sniff-type.ts";
import { buildTestPrint } from "#app/platform/pdf/build-test-print.ts";
import { renderPdf } from "#app/platform/pdf/render-pdf.ts";
import { readSheet } from "#app/platform/sheet/read-sheet.ts";
import { writeXlsx } from "#app/platform/sheet/write-xlsx.ts";

const issuer = { isVerified: true };
const createdAt = new Date("2027-04-02T01:00:00Z");

async function runEngines(photo: Uint8Array) {
  const image = cleanImage(photo);
  const document = {
    title: "Uji",
    author: "Desa",
    createdAt,
    issuer,
    blocks: [
      {
        type: "table" as const,
        columns: [{ header: "No", widthMm: 12 }, { header: "Uraian" }],
        rows: Array.from({ length: 400 }, (_, index) => ({
          cells: [String(index), "kegiatan desa ".repeat(20)],
        })),
      },
      { type: "photos" as const, photos: [{ image: { bytes: image.bytes, type: "image/jpeg" as const } }] },
    ],
  };
  const rows = Array.from({ length: 3_000 }, (_, index) => ["Nama warga yang panjang ".repeat(10), index]);
  const sheet = writeXlsx([{ name: "Warga", columns: [{ header: "Nama" }, { header: "No" }], rows }], issuer);
  const name = { type: "paragraph" as const, text: "Muḥammad Ḍiyāʾ" };
  const letter = { ...document, isExact: true, blocks: [name] };
  return {
    template: fillTemplate("{% if a %}\n{{ a | upcase }}\n{% endif %}", { a: "siti" }).values,
    wideLetters: sniffType(await renderPdf(letter, { paper: "F4" })),
    photo: image.width,
    pdf: sniffType(await renderPdf(document, { paper: "F4" })),
    docx: sniffType(await renderDocx(document, { paper: "A4" })),
    testPrint: sniffType(await buildTestPrint({ paper: "F4", createdAt, issuer })),
    rows: (await readSheet(sheet)).rows.length,
    csv: (await readSheet(Uint8Array.of(0x4e, 0x3b, 0x92, 0x0a, 0x31, 0x3b, 0x32))).rows,
  };
}

export default {
  async fetch(request: Request): Promise<Response> {
    return Response.json(await runEngines(new Uint8Array(await request.arrayBuffer())));
  },
};
