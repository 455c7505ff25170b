import { PDFDocument } from "@cantoo/pdf-lib";
import { describe, expect, test } from "vitest";
import type { Block, PaperDocument } from "#app/platform/document/blocks.ts";
import { DocumentError } from "#app/platform/document/document-error.ts";
import type { PageSetup } from "#app/platform/document/paper.ts";
import { renderPdf } from "#app/platform/pdf/render-pdf.ts";
import { TRIAL_MARK } from "#app/platform/trial.ts";
import { readPdf, readPdfText } from "#tests/support/pdf-text.ts";
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
const jpeg = (bytes: Uint8Array) => ({ bytes, type: "image/jpeg" as const });

describe("pages", () => {
  test.each([
    [{ paper: "F4" }, 609.45, 935.43],
    [{ paper: "F4", orientation: "landscape" }, 935.43, 609.45],
    [{ paper: "A4" }, 595.28, 841.89],
  ] as [PageSetup, number, number][])("are %j", async (setup, width, height) => {
    const [page] = await readPdf(await renderPdf(report, setup));
    expect(Math.abs((page?.width ?? 0) - width)).toBeLessThan(0.5);
    expect(Math.abs((page?.height ?? 0) - height)).toBeLessThan(0.5);
  });

  test("the same document gives the same bytes, dated by its argument", async () => {
    const bytes = await renderPdf(report, F4);
    expect(Buffer.compare(await renderPdf(report, F4), bytes)).toBe(0);
    const file = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(file.getTitle()).toBe("Laporan Triwulan I 2027");
    expect(file.getAuthor()).toBe("Desa Senggigi");
    expect(file.getCreationDate()).toEqual(CREATED_AT);
    expect(file.getModificationDate()).toEqual(CREATED_AT);
  });

  test("carry their number, the count and the note", async () => {
    const pages = await readPdfText(await renderPdf(report, F4));
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((text, index) => {
      expect(text).toContain(`Desa Senggigi Halaman ${index + 1} dari ${pages.length}`);
    });
  });

  test("hold nothing outside the margins but the foot", async () => {
    for (const page of await readPdf(
      await renderPdf(report, { ...F4, marginsMm: { left: 40, right: 40 } }),
    )) {
      for (const run of page.runs.filter(({ size }) => size > 8.1)) {
        expect(run.x).toBeGreaterThanOrEqual((40 * 72) / 25.4);
        expect(run.y).toBeGreaterThanOrEqual((20 * 72) / 25.4);
      }
    }
  });
});

describe("blocks", () => {
  test("the report reads from kop to signature", async () => {
    const text = (await readPdfText(await renderPdf(report, F4))).join("\n");
    const order = [
      "PEMERINTAH KABUPATEN LOMBOK BARAT",
      "DESA SENGGIGI",
      "LAPORAN TRIWULAN I",
      "Keadaan per : 31 Maret 2027",
      "A. Kemajuan kegiatan",
      "Bidang Penyelenggaraan",
      "Jumlah 17.500.000",
      "2. Dua patok hilang dan diganti.",
      "Pemasangan patok, Dusun Mangsit Rapat dengan warga",
      "Kepala Desa Senggigi Kasi Pemerintahan",
      "H. Ahmad Fauzi Nurhayati",
    ];
    const places = order.map((piece) => text.indexOf(piece));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("one signature stands on the right, and none is cut by a page's end", async () => {
    const fill: Block = { type: "space", mm: 270 };
    const sign: Block = { type: "signatures", signatures: [{ above: ["Senggigi", "Kades"], name: "Fauzi" }] };
    const pages = await readPdf(await renderPdf(paper(fill, sign), F4));
    expect(pages).toHaveLength(2);
    expect(pages[0]?.text).not.toContain("Kades");
    const name = pages[1]?.runs.find((run) => run.text === "Fauzi");
    expect(name?.x).toBeGreaterThan(609 / 2);
  });

  test("letters outside Windows-1252 appear without marks, never as a question mark", async () => {
    const [text] = await readPdfText(await renderPdf(paper({ type: "paragraph", text: "Aḥmad, نور" }), F4));
    expect(text).toContain("Ahmad, […]");
    expect(text).not.toContain("?");
  });

  test("justified lines end at the right margin, the last one does not", async () => {
    const long = "kata yang cukup panjang untuk beberapa baris ".repeat(8).trim();
    const left = await renderPdf(paper({ type: "paragraph", text: long }), F4);
    const justified = await renderPdf(paper({ type: "paragraph", text: long, align: "justify" }), F4);
    expect(await readPdfText(justified)).toEqual(await readPdfText(left));
    expect(justified).not.toEqual(left);
  });
});

describe("table", () => {
  test("repeats its header on every page and keeps each row whole", async () => {
    const pages = await readPdf(await renderPdf(paper(progressTable(60)), F4));
    expect(pages.length).toBeGreaterThan(3);
    for (const page of pages) expect(page.text).toMatch(/^Triwulan I\n/);
    const joined = pages.map((page) => page.runs.map((run) => run.text).join(" "));
    for (let number = 1; number <= 60; number++) {
      const whole = `Kegiatan nomor ${number}: penataan batas dusun dan pemasangan patok bersama Kadus serta warga pemilik tanah`;
      expect(joined.filter((text) => text.includes(whole))).toHaveLength(1);
    }
  });

  test("cuts only a row taller than a page and loses nothing of it", async () => {
    const words = Array.from({ length: 2500 }, (_, index) => `kata${index}`);
    const block: Block = {
      type: "table",
      columns: [{ header: "No", widthMm: 12 }, { header: "Uraian" }],
      rows: [{ cells: ["1", "biasa"] }, { cells: ["2", words.join(" ")] }, { cells: ["3", "sesudahnya"] }],
    };
    const pages = await readPdf(await renderPdf(paper(block), F4));
    expect(pages.length).toBeGreaterThan(2);
    const text = pages
      .flatMap((page) => page.runs.filter((run) => run.size === 9).map((run) => run.text))
      .join(" ");
    const found = text.match(/kata\d+/g);
    expect(found).toEqual(words);
    expect(text).toContain("sesudahnya");
  });

  test("right-aligned numbers end at one place", async () => {
    const block: Block = {
      type: "table",
      columns: [{ header: "Jumlah", align: "right" }, { header: "Uraian" }],
      rows: ["1.000", "1.250.000", "7"].map((text) => ({ cells: [text, ""] })),
    };
    const [page] = await readPdf(await renderPdf(paper(block), F4));
    const font = await (await PDFDocument.create()).embedFont("Helvetica");
    const ends = (page?.runs ?? [])
      .filter((run) => /^[\d.]+$/.test(run.text))
      .map((run) => run.x + font.widthOfTextAtSize(run.text, 9));
    expect(ends).toHaveLength(3);
    expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(0.1);
  });

  test("survives no rows, no columns, a bar beyond its ends and a header that fills a page", async () => {
    const odd: Block[] = [
      { type: "table", columns: [], rows: [{ cells: ["x"] }] },
      { type: "table", columns: [{ header: "Kosong" }], rows: [] },
      { type: "table", columns: [{ header: "Bar" }], rows: [{ cells: [{ text: "150%", bar: Number.NaN }] }] },
      {
        type: "table",
        columns: [{ header: "kepala ".repeat(2000) }],
        rows: [{ cells: ["isi"] }, { cells: ["akhir"] }],
      },
    ];
    const text = (await readPdfText(await renderPdf(paper(...odd), F4))).join("\n");
    for (const piece of ["Kosong", "150%", "isi", "akhir"]) expect(text).toContain(piece);
  });

  test("refuses more columns than fit", async () => {
    const columns = Array.from({ length: 40 }, () => ({ header: "x" }));
    await expect(renderPdf(paper({ type: "table", columns, rows: [] }), F4)).rejects.toThrow(DocumentError);
  });
});

describe("pictures", () => {
  const drawn = async (document: PaperDocument) => {
    const file = await PDFDocument.load(await renderPdf(document, F4));
    return file
      .getPages()
      .flatMap((page) => page.extractContents().filter((asset) => asset.kind === "image"));
  };

  test("a photo keeps its proportions and loses its EXIF", async () => {
    const photo = dressJpeg(readPicture("sawah.jpg"), [exifSegment(1)]);
    const [image] = await drawn(paper({ type: "photos", photos: [{ image: jpeg(photo) }] }));
    expect((image?.drawWidth ?? 0) / (image?.drawHeight ?? 1)).toBeCloseTo(64 / 48, 2);
    expect(Array.from(image?.getBytes() ?? [])).toEqual(Array.from(readPicture("sawah.jpg")));
  });

  test("a photo taken sideways is drawn turned, its stored width upright", async () => {
    const photo = dressJpeg(readPicture("sawah.jpg"), [exifSegment(6)]);
    const [image] = await drawn(paper({ type: "photos", photos: [{ image: jpeg(photo) }] }));
    expect((image?.drawWidth ?? 0) / (image?.drawHeight ?? 1)).toBeCloseTo(64 / 48, 2);
    const frame = ((215 - 25 - 20 - 5) / 2) * 0.75 * (72 / 25.4);
    expect(image?.drawWidth).toBeCloseTo(frame, 1);
  });

  test("a photo that can't be read leaves a frame that says so, and the rest is printed", async () => {
    const photos = [
      { image: jpeg(readPicture("sawah.jpg").subarray(0, 300)), caption: "Foto rusak" },
      { image: jpeg(readPicture("sawah.webp")), caption: "WebP" },
      { image: jpeg(readPicture("sawah.jpg")), caption: "Foto baik" },
    ];
    const [text] = await readPdfText(await renderPdf(paper({ type: "photos", photos }), F4));
    expect(text?.match(/Foto tidak dapat ditampilkan/g)).toHaveLength(2);
    expect(text).toContain("Foto baik");
  });

  test("an emblem that can't be read is refused", async () => {
    const emblem = { bytes: makePng({ rows: new Uint8Array(3) }), type: "image/png" as const };
    await expect(renderPdf(paper({ ...letterhead, emblem }), F4)).rejects.toThrow(DocumentError);
    const huge = { bytes: makePng({ width: 3000, height: 3000 }), type: "image/png" as const };
    await expect(renderPdf(paper({ ...letterhead, emblem: huge }), F4)).rejects.toThrow("too-many-pixels");
  });
});

describe("a paper of a village that nobody has verified", () => {
  test("says so on each page, large across it and black at its head, and nothing says so on others", async () => {
    const trial = { ...paper(progressTable(60)), issuer: { isVerified: false } };
    const pages = await readPdf(await renderPdf(trial, F4));
    expect(pages.length).toBeGreaterThan(2);
    for (const { runs } of pages)
      expect(runs.filter(({ text }) => text === TRIAL_MARK).map(({ size }) => size > 40)).toEqual([
        true,
        false,
      ]);
    const verified = await readPdfText(await renderPdf(paper(progressTable(60)), F4));
    expect(verified.join("\n")).not.toContain(TRIAL_MARK);
  });
});
