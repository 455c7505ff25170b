import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  basisOf,
  changeBasis,
  DEFAULT_NUMBERING,
  formatProblem,
  nextNumbers,
  numberText,
  seriesOf,
} from "#app/modules/letters/number-rules.ts";

const parts = {
  number: 17,
  day: "2026-11-24",
  classification: "400.12.2.1",
  kindCode: "SKU",
  villageCode: "52.01.09.2003",
};

describe("the text of a number", () => {
  it("is written as the format says", () => {
    expect(numberText(DEFAULT_NUMBERING.format, parts)).toBe("400.12.2.1/017/52.01.09.2003/XI/2026");
    expect(numberText("{urut}/{kode_jenis}/{bulan}-{tahun}", { ...parts, number: 1234 })).toBe(
      "1234/SKU/11-2026",
    );
    expect(numberText("{klasifikasi}/{urut:2}/{tahun}", { ...parts, classification: null })).toBe(
      "000/17/2026",
    );
  });

  it("never comes out the same for two numbers of a format that is let through", () => {
    const format = fc.constantFrom(
      DEFAULT_NUMBERING.format,
      "{urut}/{klasifikasi}.{tahun}",
      "{klasifikasi}-{urut:4}-{bulan_romawi}-{tahun}",
      "No {urut:1}/DS/{kode_desa}/{klasifikasi}/{tahun}",
    );
    const letter = fc.record({
      number: fc.integer({ min: 1, max: 99_999 }),
      year: fc.integer({ min: 2020, max: 2040 }),
      classification: fc.constantFrom("470", "400.12.2.1", "400.12.2", null),
    });
    fc.assert(
      fc.property(format, letter, letter, (written, one, other) => {
        expect(formatProblem(written, "classification")).toBeNull();
        const text = ({ number, year, classification }: typeof one) =>
          numberText(written, { ...parts, number, classification, day: `${year}-03-01` });
        const isSame =
          one.number === other.number &&
          one.year === other.year &&
          (one.classification ?? "000") === (other.classification ?? "000");
        expect(text(one) === text(other)).toBe(isSame);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["{klasifikasi}/{tahun}", "{urut}"],
    ["{urut}/{urut}/{tahun}", "{urut}"],
    ["{klasifikasi}/{urut}", "{tahun}"],
    ["{urut}{klasifikasi}/{tahun}", "Pisahkan"],
    ["1{urut}/{tahun}", "Pisahkan"],
    ["{urut}/{nama}/{tahun}", "{nama}"],
    ["{urut/{tahun}", "kurawal"],
    ["{urut}_{tahun}", "garis miring"],
  ])("is refused where numbers could meet or the format can't be read: %s", (format, said) => {
    expect(formatProblem(format, "book")).toContain(said);
  });

  it("must tell series apart by what they are made by", () => {
    expect(formatProblem("{urut}/{tahun}", "book")).toBeNull();
    expect(formatProblem("{urut}/{tahun}", "kind")).toContain("{kode_jenis}");
    expect(formatProblem("{urut}/{tahun}", "classification")).toContain("{klasifikasi}");
  });
});

describe("series", () => {
  it("are the book's, a kind's or a code's", () => {
    const letter = { kind: "sku", classification: "500.3" };
    expect(seriesOf("book", letter)).toBe("buku");
    expect(seriesOf("kind", letter)).toBe("jenis:sku");
    expect(seriesOf("classification", letter)).toBe("kode:500.3");
  });

  it("change at once in a year without numbers, else with the next year", () => {
    const early = { ...DEFAULT_NUMBERING, bases: changeBasis(DEFAULT_NUMBERING, "kind", 2026, false) };
    expect([2025, 2026, 2027].map((year) => basisOf(early, year))).toEqual(["book", "kind", "kind"]);
    const late = { ...DEFAULT_NUMBERING, bases: changeBasis(DEFAULT_NUMBERING, "kind", 2026, true) };
    expect([2026, 2027].map((year) => basisOf(late, year))).toEqual(["book", "kind"]);
    expect(changeBasis(late, "book", 2026, true)).toEqual(DEFAULT_NUMBERING.bases);
  });
});

describe("the next numbers", () => {
  it("follow whatever is highest, and leave no number below them without an account", () => {
    const stand = fc.record({
      lastNumber: fc.nat(300),
      highestRow: fc.nat(300),
      paperNumber: fc.nat(300),
    });
    fc.assert(
      fc.property(stand, fc.integer({ min: 1, max: 20 }), (at, count) => {
        const { from, to, before, lost } = nextNumbers(at, count);
        expect(to - from + 1).toBe(count);
        expect(from).toBeGreaterThan(Math.max(at.lastNumber, at.highestRow, at.paperNumber));
        const filled = [before, lost].flatMap((run) =>
          run ? Array.from({ length: run.to - run.from + 1 }, (_, index) => run.from + index) : [],
        );
        const missing = Array.from(
          { length: from - 1 - at.highestRow },
          (_, index) => at.highestRow + 1 + index,
        );
        expect(filled).toEqual(missing);
      }),
      { numRuns: 100 },
    );
  });
});
