import { PDFDocument, StandardFonts } from "@cantoo/pdf-lib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toPrintable, unprintableLetters } from "#app/platform/pdf/printable.ts";

test.each([
  ["Aḥmad Ṣāliḥ", "Ahmad Salih"],
  ["Nūr al-Dīn", "Nur al-Din"],
  ["Bēji, café, Ñuñez, Günther", "Beji, café, Ñuñez, Günther"],
  ["ʿUmar’s “rumah” – 5 €", "‘Umar’s “rumah” – 5 €"],
  ["−8,49° ≥ 5 m²", "-8,49° >= 5 m²"],
  ["½ dan ⅓", "½ dan 1/3"],
  ["A\u0301ceh", "Áceh"],
  ["selesai ✓", "selesai v"],
  ["bagus 👍🏽!", "bagus !"],
  ["a\tb\u0000c\u202fd", "a bc d"],
  ["satu\r\ndua\rtiga", "satu\ndua\ntiga"],
  ["apa?", "apa?"],
  ["ﬁle № 3", "file No 3"],
])("shows %j as %j", (text, shown) => {
  expect(toPrintable(text)).toBe(shown);
});

test("shows a gap where another script stands, once a run", () => {
  expect(toPrintable("Masjid نور (baru)")).toBe("Masjid […] (baru)");
  expect(toPrintable("ꦱꦼꦔꦶꦒꦶ")).toContain("[…]");
  expect(unprintableLetters("Masjid نور نور")).toEqual(["ن", "و", "ر"]);
  expect(unprintableLetters("Aḥmad 👍\nbaru")).toEqual([]);
});

test("gives only what the standard fonts hold, and no question mark of its own", async () => {
  const font = await (await PDFDocument.create()).embedFont(StandardFonts.Helvetica);
  const shown = new Set(font.getCharacterSet());
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 40 }), (text) => {
      const printable = toPrintable(text);
      const isStrange = (char: string) =>
        !shown.has(char.codePointAt(0) ?? 0) && !"\n\u00a0\u00ad".includes(char);
      expect(Array.from(printable).filter(isStrange)).toEqual([]);
      if (!text.normalize("NFKD").includes("?")) expect(printable).not.toContain("?");
      expect(toPrintable(printable)).toBe(printable);
    }),
    { numRuns: 500 },
  );
});
