import fc from "fast-check";
import { expect, test } from "vitest";
import { wrapText } from "#app/platform/pdf/wrap-text.ts";

const measure = (text: string) => text.length;
const lines = (text: string, width: number, indent = 0) =>
  wrapText(text, width, measure, indent).map((line) => line.text);

test("breaks at blanks and at line breaks", () => {
  expect(lines("penataan batas dusun\nbaru", 14)).toEqual(["penataan batas", "dusun", "baru"]);
  expect(lines("", 10)).toEqual([""]);
  expect(lines("a\n\nb", 10)).toEqual(["a", "", "b"]);
});

test("breaks inside a word only where it is wider than a line", () => {
  expect(lines("lihat https://desa.id/panjang sekali", 10)).toEqual([
    "lihat",
    "https://de",
    "sa.id/panj",
    "ang sekali",
  ]);
});

test("narrows the first line of each paragraph", () => {
  expect(lines("aaa bbb ccc\nddd eee", 7, 4)).toEqual(["aaa", "bbb ccc", "ddd", "eee"]);
});

test("marks the last line of each paragraph", () => {
  expect(wrapText("aa bb\ncc", 2, measure).map((line) => line.isLast)).toEqual([false, true, true]);
});

test("loses no letter and never runs over the width", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 1, max: 30 }), (text, width) => {
      const wrapped = lines(text, width);
      expect(wrapped.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      for (const line of wrapped) expect(Array.from(line).length === 1 || line.length <= width).toBe(true);
    }),
  );
});
