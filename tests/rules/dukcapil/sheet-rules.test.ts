import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SHEETS } from "#app/modules/dukcapil/sheet-fields.ts";
import {
  merged,
  missingIn,
  prefilled,
  type Sheet,
  type SheetContent,
  type SheetFacts,
  sheetOf,
} from "#app/modules/dukcapil/sheet-rules.ts";

const SHEET: Sheet = {
  key: "uji",
  form: "F-1.01",
  version: "1",
  title: "Uji",
  purpose: "",
  results: [],
  parts: [
    {
      key: "orang",
      title: "Orang",
      fields: [
        { key: "nama", label: "Nama", kind: "line", isRequired: true, from: "person.name" },
        { key: "nik", label: "NIK", kind: "identifier", from: "person.nik" },
      ],
    },
    {
      key: "anggota",
      title: "Anggota",
      list: { from: "members", most: 2, row: "Anggota" },
      fields: [
        { key: "nama", label: "Nama", kind: "line", isRequired: true, from: "name" },
        { key: "nik", label: "NIK", kind: "identifier", from: "nik" },
      ],
    },
  ],
};

describe("sheets", () => {
  it("have keys and versions of their own, and fields that are told apart", () => {
    const names = SHEETS.map(({ form, version }) => `${form} ${version}`);
    expect(new Set(names).size).toBe(SHEETS.length);
    for (const { parts } of SHEETS)
      for (const { fields } of parts) expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
    expect(new Set(SHEETS.map(({ form }) => form))).toEqual(
      new Set(["F-1.01", "F-1.02", "F-1.03", "F-1.06", "F-2.01"]),
    );
  });

  it("are found in the version of then", () => {
    const newer = { ...SHEET, version: "2" };
    expect(sheetOf([SHEET, newer], "F-1.01", "1")).toBe(SHEET);
    expect(sheetOf([SHEET], "F-1.01", "2")).toBeNull();
  });
});

describe("filling in", () => {
  const facts: SheetFacts = {
    groups: { person: { name: "Sahir", nik: "1" } },
    lists: { members: [{ name: "A" }, { name: "B", nik: "2" }, { name: "C" }] },
  };

  it("takes what the register knows, and no more rows than the sheet has", () => {
    expect(prefilled(SHEET, facts)).toEqual({
      orang: [{ nama: "Sahir", nik: "1" }],
      anggota: [{ nama: "A" }, { nama: "B", nik: "2" }],
    });
  });

  it("keeps an identifier that was left empty, empties it by -, and lets a row go with its name", () => {
    const before = prefilled(SHEET, facts);
    const typed = { orang: [{ nama: "Sahir B", nik: "-" }], anggota: [{ nama: "A" }, {}] };
    expect(merged(SHEET, before, typed)).toEqual({ orang: [{ nama: "Sahir B" }], anggota: [{ nama: "A" }] });
    expect(merged(SHEET, before, { orang: [{ nama: "Sahir" }] }).orang).toEqual([
      { nama: "Sahir", nik: "1" },
    ]);
  });

  it("changes nothing where the page is sent back as it was", () => {
    const text = fc.string({ minLength: 1 }).filter((each) => each !== "-");
    const row = fc.record({ nama: text, nik: text });
    const content = fc.record({
      orang: fc.tuple(row),
      anggota: fc.array(row, { minLength: 0, maxLength: 2 }),
    });
    fc.assert(
      fc.property(content, (before) => {
        const shown = Object.fromEntries(
          Object.entries(before).map(([key, rows]) => [key, rows.map(({ nama }) => ({ nama }))]),
        );
        expect(merged(SHEET, before as SheetContent, shown)).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });

  it("names what is missing by its place in the form", () => {
    expect(missingIn(SHEET, { orang: [{}], anggota: [] })).toEqual([
      { path: "isian.orang[0].nama", label: "Orang: Nama" },
      { path: "isian.anggota[0].nama", label: "Anggota: Nama" },
    ]);
    expect(missingIn(SHEET, { orang: [{ nama: "A" }], anggota: [{ nama: "B" }] })).toEqual([]);
  });
});
