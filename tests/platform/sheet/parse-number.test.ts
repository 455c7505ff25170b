import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDecimal, parseRupiah } from "#app/platform/sheet/parse-number.ts";

test.each([
  ["Rp1.250.000,00", 1_250_000],
  ["Rp 1.250.000", 1_250_000],
  ["Rp\u00a01.250.000,50", 1_250_000.5],
  ["rp. 1.250.000,-", 1_250_000],
  ["IDR 750.000,--", 750_000],
  ["1250000", 1_250_000],
  ["1,250,000", 1_250_000],
  ["1,250.00", 1_250],
  ["1.250", 1_250],
  ["1250000.00", 1_250_000],
  ["1250000,5", 1_250_000.5],
  ["0", 0],
  ["-Rp500.000", -500_000],
  ["Rp-500.000", -500_000],
  ["\u2212500", -500],
  ["(1.000)", -1_000],
])("reads %j as an amount", (text, amount) => {
  expect(parseRupiah(text)).toBe(amount);
});

test.each([
  "",
  "Rp",
  "1,250",
  "1.25.000",
  "1,250.000",
  "1.250,000",
  "12.3456",
  "1.250.000,123",
  "lima ribu",
  "1 juta",
  "--5",
  "()",
  "9007199254740993000",
  "0x10",
  "1e6",
  "Infinity",
  "Rp1.250.000 dan Rp5",
])("gives null for %j", (text) => {
  expect(parseRupiah(text)).toBeNull();
});

test("reads every whole amount as Indonesian formatting writes it", () => {
  const format = new Intl.NumberFormat("id-ID", {
    style: "currency",
    currency: "IDR",
    maximumFractionDigits: 0,
  });
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (amount) => {
      expect(parseRupiah(format.format(amount))).toBe(amount === 0 ? 0 : amount);
    }),
  );
});

test.each([
  ["12,5", 12.5],
  ["1.250,75", 1250.75],
  ["-8,490612", -8.490612],
  ["12.5", 12.5],
  ["116.041912", 116.041912],
  ["1.250.000", 1_250_000],
  ["0,125", 0.125],
  ["8", 8],
])("reads the number %j", (text, value) => {
  expect(parseDecimal(text)).toBe(value);
});

test.each(["1.250", "", "dua", "1,2,3", "1..2", ",5"])("gives null for the number %j", (text) => {
  expect(parseDecimal(text)).toBeNull();
});
