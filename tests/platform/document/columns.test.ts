import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnWidthsMm, headerRows, placeCells } from "#app/platform/document/columns.ts";
import { DocumentError } from "#app/platform/document/document-error.ts";
import { mmToPt, mmToTwips, resolvePage } from "#app/platform/document/paper.ts";

const column = (widthMm?: number, weight?: number) => ({ header: "x", widthMm, weight });

describe("columnWidthsMm", () => {
  test("shares what fixed columns leave by weight", () => {
    expect(columnWidthsMm([column(10), column(undefined, 3), column()], 170)).toEqual([10, 120, 40]);
  });

  test("scales down fixed columns that leave no room", () => {
    expect(columnWidthsMm([column(150), column(150), column()], 154)).toEqual([75, 75, 4]);
  });

  test("always fills the width, whatever is asked", () => {
    const size = fc.option(fc.integer({ min: 1, max: 400 }), { nil: undefined });
    const columns = fc.array(fc.tuple(size, fc.integer({ min: 1, max: 9 })), { minLength: 1, maxLength: 16 });
    fc.assert(
      fc.property(columns, (asked) => {
        const widths = columnWidthsMm(
          asked.map(([widthMm, weight]) => column(widthMm, weight)),
          170,
        );
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(170, 6);
        expect(Math.min(...widths)).toBeGreaterThan(0);
      }),
    );
  });

  test("refuses more columns than the paper holds", () => {
    expect(() =>
      columnWidthsMm(
        Array.from({ length: 22 }, () => column()),
        170,
      ),
    ).toThrow(DocumentError);
    expect(columnWidthsMm([], 170)).toEqual([]);
  });
});

describe("placeCells", () => {
  test("counts spans, fills gaps and leaves out what is too much", () => {
    const placed = placeCells([{ text: "a", span: 2 }, "b", { text: "c", span: 9 }, "d"], 5);
    expect(placed.map(({ text, column: at, span }) => [text, at, span])).toEqual([
      ["a", 0, 2],
      ["b", 2, 1],
      ["c", 3, 2],
    ]);
    expect(placeCells(["a"], 3).map(({ text }) => text)).toEqual(["a", "", ""]);
  });
});

describe("headerRows", () => {
  test("is one row without groups", () => {
    expect(headerRows([{ header: "a" }, { header: "b" }])).toHaveLength(1);
  });

  test("puts neighbours of one group under one header", () => {
    const rows = headerRows([
      { header: "No" },
      { header: "Target", group: "TW I" },
      { header: "Realisasi", group: "TW I" },
      { header: "Target", group: "TW II" },
      { header: "Ket." },
    ]);
    const short = rows.map((cells) =>
      cells.map(({ text, column: at, span, rowSpan }) => [text, at, span, rowSpan]),
    );
    expect(short).toEqual([
      [
        ["No", 0, 1, 2],
        ["TW I", 1, 2, 1],
        ["TW II", 3, 1, 1],
        ["Ket.", 4, 1, 2],
      ],
      [
        ["Target", 1, 1, 1],
        ["Realisasi", 2, 1, 1],
        ["Target", 3, 1, 1],
      ],
    ]);
  });
});

describe("resolvePage", () => {
  test("turns F4 and keeps margins that were given", () => {
    const page = resolvePage({ paper: "F4", orientation: "landscape", marginsMm: { left: 30 } });
    expect(page).toMatchObject({ width: 330, height: 215, contentWidth: 280, contentHeight: 180 });
  });

  test("refuses margins that leave no page", () => {
    expect(() => resolvePage({ paper: "A4", marginsMm: { left: 90, right: 90 } })).toThrow(DocumentError);
    expect(() => resolvePage({ paper: "A4", marginsMm: { top: Number.NaN } })).toThrow(DocumentError);
  });

  test("converts millimetres", () => {
    expect(mmToPt(25.4)).toBe(72);
    expect(mmToTwips(215)).toBe(12_189);
  });
});
