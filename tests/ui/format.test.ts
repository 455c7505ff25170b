import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPercent as formatPercentOnPaper } from "#app/modules/programme/format-rules.ts";
import {
  civilDateIn,
  formatDate,
  formatDateShort,
  formatDateTime,
  formatDateWithDay,
  formatDueIn,
  formatFileSize,
  formatMoney,
  formatMoneyShort,
  formatMonths,
  formatNumber,
  formatPercent,
  formatTime,
} from "#app/ui/format.ts";

describe("dates", () => {
  it("are written as people write them", () => {
    expect(formatDate("2026-11-24")).toBe("24 November 2026");
    expect(formatDate("2027-01-01")).toBe("1 Januari 2027");
    expect(formatDateShort("2027-08-05")).toBe("5 Agu 2027");
    expect(formatDateWithDay("2026-11-24")).toBe("Selasa, 24 November 2026");
    expect(formatDate("2028-02-29")).toBe("29 Februari 2028");
  });

  it("refuses what is no day", () => {
    for (const bad of ["2027-02-29", "2027-13-01", "2027-1-1", "24-11-2026", "2027-04-31", ""]) {
      expect(() => formatDate(bad), bad).toThrow(RangeError);
    }
  });

  it("says the time in the village's own zone, and the day with it", () => {
    const at = Date.UTC(2026, 10, 24, 16, 5);
    expect(formatTime(at, "WIB")).toBe("23.05 WIB");
    expect(formatTime(at, "WITA")).toBe("00.05 WITA");
    expect(formatTime(new Date(at), "WIT")).toBe("01.05 WIT");
    expect(civilDateIn(at, "WIB")).toBe("2026-11-24");
    expect(civilDateIn(at, "WITA")).toBe("2026-11-25");
    expect(formatDateTime(Date.UTC(2026, 10, 24, 0, 30), "WITA")).toBe("24 November 2026 pukul 08.30 WITA");
    expect(() => formatTime(Number.NaN, "WIB")).toThrow(RangeError);
  });
});

describe("numbers", () => {
  it("carry dots for thousands and a decimal comma", () => {
    expect(formatNumber(1234567)).toBe("1.234.567");
    expect(formatNumber(1234.5)).toBe("1.234,5");
    expect(formatNumber(999)).toBe("999");
    expect(formatNumber(1.005)).toBe("1,01");
    expect(formatNumber(-1.005)).toBe("-1,01");
    expect(formatNumber(-0.001)).toBe("0");
    expect(formatNumber(1e-9)).toBe("0");
    expect(formatNumber(99.999)).toBe("100");
    expect(formatNumber(10n ** 18n)).toBe("1.000.000.000.000.000.000");
    expect(() => formatNumber(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });

  it("survive the way back for every number with two decimals", () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (cents) => {
        const text = formatNumber(cents / 100);
        expect(Number(text.replaceAll(".", "").replace(",", "."))).toBe(cents / 100 + 0);
        expect(text).toMatch(/^-?\d{1,3}(\.\d{3})*(,\d{0,1}[1-9])?$/);
      }),
    );
  });

  it("write money without any space, not even a hard one", () => {
    expect(formatMoney(1_250_000)).toBe("Rp1.250.000");
    expect(formatMoney(0)).toBe("Rp0");
    expect(formatMoney(-500)).toBe("-Rp500");
    expect(formatMoney(1_250_000n)).toBe("Rp1.250.000");
    expect(formatMoney(1_250_000)).not.toMatch(/\s/);
  });

  it("shorten large sums", () => {
    expect(formatMoneyShort(950_000)).toBe("Rp950.000");
    expect(formatMoneyShort(12_500_000)).toBe("Rp12,5 juta");
    expect(formatMoneyShort(1_200_000_000)).toBe("Rp1,2 miliar");
    expect(formatMoneyShort(-3_000_000)).toBe("-Rp3 juta");
    expect(formatMoneyShort(999_999_999)).toBe("Rp1 miliar");
    expect(formatMoneyShort(999_940_000)).toBe("Rp999,9 juta");
    expect(formatMoneyShort(999_999)).toBe("Rp999.999");
  });

  it("write percent points", () => {
    expect(formatPercent(87.5)).toBe("87,5%");
    expect(formatPercent(128)).toBe("128%");
    expect(formatPercent(66.6666, 2)).toBe("66,67%");
  });

  it("round a spent share as the report on paper does, whatever binary makes of it", () => {
    const rupiah = fc.integer({ min: 1, max: 100_000 }).map((thousands) => thousands * 1000);
    expect(formatPercent(28.349999999999998)).toBe("28,4%");
    fc.assert(
      fc.property(rupiah, rupiah, (spent, budget) => {
        const share = (spent / budget) * 100;
        expect(formatPercent(share)).toBe(formatPercentOnPaper(share));
      }),
    );
  });
});

describe("other texts", () => {
  it("join months that follow each other", () => {
    expect(formatMonths([3, 1, 2, 7])).toBe("Januari–Maret, Juli");
    expect(formatMonths([12, 12, 1])).toBe("Januari, Desember");
    expect(formatMonths([])).toBe("");
    expect(() => formatMonths([13])).toThrow(RangeError);
  });

  it("say how long there is left", () => {
    expect([formatDueIn(3), formatDueIn(0), formatDueIn(-2)]).toEqual([
      "3 hari lagi",
      "hari ini",
      "terlambat 2 hari",
    ]);
  });

  it("say how big a file is", () => {
    expect([500, 350 * 1024, 1_258_291].map(formatFileSize)).toEqual(["500 byte", "350 KB", "1,2 MB"]);
    expect(formatFileSize(1024 * 1024 - 1)).toBe("1 MB");
  });
});
