import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatMonths,
  formatPercent,
  formatPoints,
  formatQuantity,
  formatRupiah,
  monthName,
  roundHalfAway,
} from "#app/modules/programme/format-rules.ts";
import * as screen from "#app/ui/format.ts";

describe("numbers for show", () => {
  it("rounds percentages to one decimal, half away from zero, with a decimal comma", () => {
    expect([0, 100, 47.25, 47.24, -47.25, 33.333, 1234.5].map((n) => formatPercent(n))).toEqual([
      "0%",
      "100%",
      "47,3%",
      "47,2%",
      "-47,3%",
      "33,3%",
      "1.234,5%",
    ]);
  });

  it("takes binary noise for what it means and shows no minus zero", () => {
    expect(formatPercent(28.349999999999998)).toBe("28,4%");
    expect(formatPercent(1.005 * 10)).toBe("10,1%");
    expect(formatPercent(-0.04)).toBe("0%");
    expect(Object.is(roundHalfAway(-0.04, 1), 0)).toBe(true);
  });

  it("says what is missing", () => {
    expect(formatPercent(null)).toBe("–");
    expect(formatPercent(null, "tanpa anggaran")).toBe("tanpa anggaran");
    expect(formatPoints(null)).toBe("–");
    expect(formatPoints(10.75)).toBe("10,8 poin");
  });

  it("shows quantities without idle zeros", () => {
    expect([0, 10, 100, 1.5, 0.25, 1234.5, 1_000_000, -2.5].map((n) => formatQuantity(n))).toEqual([
      "0",
      "10",
      "100",
      "1,5",
      "0,25",
      "1.234,5",
      "1.000.000",
      "-2,5",
    ]);
  });

  it("writes rupiah the Indonesian way", () => {
    expect([0, 500, 1_250_000, -75_000].map(formatRupiah)).toEqual([
      "Rp0",
      "Rp500",
      "Rp1.250.000",
      "-Rp75.000",
    ]);
  });

  it("says the same as the screen for what people type and money holds", () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (hundredths) => {
        expect(formatPercent(hundredths / 100)).toBe(screen.formatPercent(hundredths / 100));
        expect(formatQuantity(hundredths / 100)).toBe(screen.formatNumber(hundredths / 100));
        expect(formatRupiah(hundredths)).toBe(screen.formatMoney(hundredths));
      }),
    );
  });

  it("rounding is symmetric and never further than half a step", () => {
    fc.assert(
      fc.property(fc.double({ min: -10_000, max: 10_000, noNaN: true }), (value) => {
        const rounded = roundHalfAway(value, 1);
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.05 + 1e-8);
        expect(roundHalfAway(-value, 1) + rounded).toBe(0);
      }),
    );
  });
});

describe("months and dates", () => {
  it("joins runs of months", () => {
    expect(formatMonths([3, 1, 2, 7])).toBe("Januari–Maret, Juli");
    expect(formatMonths([1, 3], "short")).toBe("Jan, Mar");
    expect(formatMonths([11, 12, 1], "short")).toBe("Jan, Nov–Des");
    expect(formatMonths([])).toBe("–");
  });

  it("names months, and refuses a month that is none", () => {
    expect(monthName(8, "short")).toBe("Agu");
    expect(() => monthName(13)).toThrow(RangeError);
  });
});
