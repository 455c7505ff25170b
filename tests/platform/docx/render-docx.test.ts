import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Block, PaperDocument } from "#app/platform/document/blocks.ts";
import { DocumentError } from "#app/platform/document/document-error.ts";
import type { PageSetup } from "#app/platform/document/paper.ts";
import { renderDocx } from "#app/platform/docx/render-docx.ts";
import { DOCX_TYPE, sniffType } from "#app/platform/image/sniff-type.ts";
import { TRIAL_MARK } from "#app/platform/trial.ts";
import { CREATED_AT, letterhead, progressTable, report, VERIFIED } from "../document/sample.ts";
import { dressJpeg, exifSegment, makePng, readPicture } from "../image/pictures.ts";

const F4: PageSetup = { paper: "F4" };
const paper = (...blocks: Block[]): PaperDocument => ({
  title: "Uji",
  author: "Desa",
  createdAt: CREATED_AT,
  issuer: VERIFIED,
  blocks,
});

async function partsOf(document: PaperDocument, setup = F4): Promise<Record<string, string>> {
  const files = unzipSync(await renderDocx(document, setup));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}
const bodyOf = async (document: PaperDocument, setup = F4) =>
  (await partsOf(document, setup))["word/document.xml"] ?? "";
const textOf = (xml: string) => xml.replace(/<\/w:p>/g, "\n").replace(/<[^>]+>/g, "");

describe("pages", () => {
  test.each([
    [{ paper: "F4" }, 'w:w="12189" w:h="18709" w:orient="portrait"'],
    [{ paper: "F4", orientation: "landscape" }, 'w:w="18709" w:h="12189" w:orient="landscape"'],
    [{ paper: "A4" }, 'w:w="11906" w:h="16838" w:orient="portrait"'],
  ] as [PageSetup, string][])("are %j", async (setup, size) => {
    expect(await bodyOf(report, setup)).toContain(`<w:pgSz ${size}/>`);
  });

  test("number themselves beside the note", async () => {
    const footer =
      Object.entries(await partsOf(report)).find(([path]) => /word\/footer\d*\.xml/.test(path))?.[1] ?? "";
    expect(textOf(footer)).toMatch(
      /Laporan program kerja Kasi Pemerintahan, Desa Senggigi.*Halaman.*PAGE.*dari.*NUMPAGES/,
    );
  });

  test("the same document gives the same bytes, dated by its argument", async () => {
    const bytes = await renderDocx(report, F4);
    expect(Buffer.compare(await renderDocx(report, F4), bytes)).toBe(0);
    expect(sniffType(bytes)).toBe(DOCX_TYPE);
    const core = (await partsOf(report))["docProps/core.xml"] ?? "";
    expect(core.match(/2027-04-02T01:00:00Z/g)).toHaveLength(2);
    expect(core).toContain("Laporan Triwulan I 2027");
  });
});

describe("blocks", () => {
  test("the report reads from kop to signature", async () => {
    const text = textOf(await bodyOf(report));
    const order = [
      "PEMERINTAH KABUPATEN LOMBOK BARAT",
      "LAPORAN TRIWULAN I",
      "Keadaan per",
      "A. Kemajuan kegiatan",
      "Bidang Penyelenggaraan",
      "17.500.000",
      "Dua patok hilang",
      "Pemasangan patok, Dusun Mangsit",
      "Kepala Desa Senggigi",
      "H. Ahmad Fauzi",
      "NIP 19800101",
    ];
    const places = order.map((piece) => text.indexOf(piece));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("keeps letters of every script, and only text of what is typed", async () => {
    const xml = await bodyOf(paper({ type: "paragraph", text: "Aḥmad نور <b>&\u0000\ud800</b>\nbaris dua" }));
    expect(xml).toContain("Aḥmad نور &lt;b&gt;&amp;&lt;/b&gt;");
    expect(xml).toMatch(/<w:br\/><w:t[^>]*>baris dua/);
  });

  test("a table repeats its header, keeps rows whole and merges what spans", async () => {
    const xml = await bodyOf(paper(progressTable(3)));
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(7);
    expect(xml).toContain('<w:gridSpan w:val="7"/>');
    expect(xml.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(5);
    const grid = [...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map((match) => Number(match[1]));
    expect(grid).toHaveLength(7);
    expect(Math.abs(grid.reduce((sum, width) => sum + width, 0) - 9638)).toBeLessThan(8);
  });

  test("survives empty blocks", async () => {
    const empty: Block[] = [
      { type: "table", columns: [], rows: [] },
      { type: "facts", rows: [] },
      { type: "list", items: [] },
      { type: "photos", photos: [] },
      { type: "signatures", signatures: [] },
      { type: "letterhead", lines: [] },
      { type: "page-break" },
      { type: "space", mm: 10 },
    ];
    expect(await bodyOf(paper(...empty))).toContain("<w:pageBreakBefore/>");
  });
});

describe("pictures", () => {
  test("a photo taken sideways is turned, and its EXIF stays out", async () => {
    const bytes = dressJpeg(readPicture("sawah.jpg"), [exifSegment(6)]);
    const photos = [{ image: { bytes, type: "image/jpeg" as const } }];
    const parts = await partsOf(paper({ type: "photos", photos }));
    expect(parts["word/document.xml"]).toContain('rot="5400000"');
    const media = Object.entries(parts).filter(([path]) => path.startsWith("word/media/"));
    expect(media).toHaveLength(1);
    expect(media[0]?.[1]).not.toContain("GPS");
  });

  test("a photo that can't be read leaves a sentence; such an emblem is refused", async () => {
    const bytes = readPicture("sawah.jpg").subarray(0, 300);
    const photos = [{ image: { bytes, type: "image/jpeg" as const }, caption: "Rapat" }];
    expect(textOf(await bodyOf(paper({ type: "photos", photos })))).toContain(
      "Foto tidak dapat ditampilkan\nRapat",
    );
    const emblem = { bytes: makePng({ rows: new Uint8Array(3) }), type: "image/png" as const };
    await expect(renderDocx(paper({ ...letterhead, emblem }), F4)).rejects.toThrow(DocumentError);
  });
});

test("a paper of a village that nobody has verified says so in the head of each page", async () => {
  const headOf = async (document: PaperDocument) =>
    textOf(
      Object.entries(await partsOf(document)).find(([path]) => /word\/header\d*\.xml/.test(path))?.[1] ?? "",
    );
  expect(await headOf({ ...report, issuer: { isVerified: false } })).toContain(TRIAL_MARK);
  expect(await headOf(report)).toBe("");
});
