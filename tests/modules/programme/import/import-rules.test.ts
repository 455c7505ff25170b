import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sheetDayProblem, usualSheetDay } from "#app/modules/programme/import-day-rules.ts";
import { guessMapping, headingsOf, isUsable } from "#app/modules/programme/import-mapping-rules.ts";
import { columnChoices, columnLetter } from "#app/modules/programme/import-preview-rules.ts";
import {
  checkRows,
  clashingLines,
  type ImportTarget,
  importChanges,
  importTotals,
  readSheetRows,
  strayChoices,
} from "#app/modules/programme/import-rules.ts";

const SISKEUDES = [
  ["LAPORAN REALISASI ANGGARAN", "", "", "", "", ""],
  ["PEMERINTAH DESA SESELA", "", "", "", "", ""],
  ["Kode Rek", "Uraian", "Anggaran (Rp)", "Realisasi (Rp)", "Sisa Anggaran (Rp)", "%"],
  ["1", "PENYELENGGARAAN PEMERINTAHAN DESA", "40.000.000,00", "7.000.000,00", "33.000.000,00", "17,5"],
  ["1.3.1.", "Pelayanan administrasi umum", "30.000.000,00", "6.000.000,00", "24.000.000,00", "20"],
  ["1.3.1.", "Belanja Barang", "", "", "", ""],
  ["01.05.04", "Mediasi konflik pertanahan", "10.000.000,00", "1.000.000,00", "9.000.000,00", "10"],
  ["", "JUMLAH", "40.000.000,00", "7.000.000,00", "33.000.000,00", ""],
];
const target = (id: string, code: string | null, more: Partial<ImportTarget> = {}): ImportTarget => ({
  id,
  name: `Kegiatan ${id}`,
  code,
  budget: 0,
  spent: 0,
  ...more,
});

describe("where the columns are", () => {
  test("a sheet of Siskeudes tells by itself", () => {
    expect(guessMapping(SISKEUDES)).toEqual({ header: 2, code: 0, name: 1, budget: 2, realised: 3 });
  });

  test("the changed budget is taken, and the realisation up to now", () => {
    const headings = [
      "Kode Kegiatan",
      "Nama Kegiatan",
      "Anggaran Semula",
      "Anggaran Perubahan",
      "Realisasi s.d. bulan lalu",
      "Realisasi s.d. bulan ini",
      "Persen realisasi",
    ];
    expect(guessMapping([headings])).toEqual({ header: 0, code: 0, name: 1, budget: 3, realised: 5 });
  });

  test("the code's column is told by its contents where headings mislead", () => {
    const rows = [
      ["No", "Kode", "Kegiatan", "Pagu", "Realisasi"],
      ["1", "A-1", "01.03.01", "5", "1"],
    ];
    expect(guessMapping(rows)).toMatchObject({ code: 2, budget: 3, realised: 4 });
  });

  test("a sheet without headings leaves the amounts to the person", () => {
    const mapping = guessMapping([["01.03.01", "Surat", "5"]]);
    expect(mapping).toEqual({ header: null, code: 0, name: null, budget: null, realised: null });
    expect(isUsable(mapping)).toBe(false);
  });

  test("last time's headings are found again, wherever they stand now", () => {
    const rows = [
      ["x", "Dana", "Terpakai", "Nomor"],
      ["", "5", "1", "01.03.01"],
    ];
    const remembered = headingsOf(rows, { header: 0, code: 3, name: null, budget: 1, realised: 2 });
    const moved = [["Judul"], ["Nomor", " TERPAKAI ", "Dana"], ["01.03.01", "1", "5"]];
    expect(guessMapping(moved, remembered)).toEqual({
      header: 1,
      code: 0,
      name: null,
      budget: 2,
      realised: 1,
    });
  });

  test("never throws and never points outside, whatever the sheet holds", () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom("Kode", "Anggaran", "Realisasi", "01.03.01", "Rp1.000"),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 30 }), (rows) => {
        const { header, ...columns } = guessMapping(rows);
        expect(header ?? 0).toBeLessThan(Math.max(1, rows.length));
        for (const column of Object.values(columns)) expect(column ?? 0).toBeLessThan(8);
      }),
    );
  });

  test("columns are called as in a sheet", () => {
    expect([0, 25, 26, 59].map(columnLetter)).toEqual(["A", "Z", "AA", "BH"]);
    expect(columnChoices(SISKEUDES, 2)[2]).toEqual({ value: "2", label: "C: Anggaran (Rp)" });
  });
});

describe("rows of a sheet", () => {
  const mapping = guessMapping(SISKEUDES);

  test("only rows with an activity code count; codes are brought to one form, amounts to whole rupiah", () => {
    const { rows, ignoredCount } = readSheetRows(SISKEUDES, mapping);
    expect(rows.map(({ line, code, budget, realised }) => [line, code, budget, realised])).toEqual([
      [5, "01.03.01", 30_000_000, 6_000_000],
      [6, "01.03.01", null, null],
      [7, "01.05.04", 10_000_000, 1_000_000],
    ]);
    expect(ignoredCount).toBe(2);
  });

  test("sen are rounded half up, formulas and words are no amounts, empty says nothing", () => {
    const rows = [
      ["01.03.01", "1000,50", ""],
      ["01.03.02", "=1+1", "5"],
      ["01.03.03", "-5", "5"],
      ["01.03.04", "-", "0"],
    ];
    const read = readSheetRows(rows, { header: null, code: 0, name: null, budget: 1, realised: 2 }).rows;
    expect(read.map(({ budget, realised, isAmountWrong }) => [budget, realised, isAmountWrong])).toEqual([
      [1001, null, false],
      [null, 5, true],
      [null, 5, true],
      [null, 0, false],
    ]);
  });

  test("each says why it is used or not", () => {
    const targets = [
      target("a", "01.03.01"),
      target("b", "01.05.04"),
      target("c", "01.05.04"),
      target("d", "02.01.01"),
    ];
    const rows = [
      ["01.03.01", "1"],
      ["01.03.01", "2"],
      ["01.05.04", "3"],
      ["02.01.01", "banyak"],
      ["05.01.01", "5"],
    ];
    const { rows: read } = readSheetRows(rows, {
      header: null,
      code: 0,
      name: null,
      budget: 1,
      realised: null,
    });
    const checked = checkRows(read, targets);
    expect(checked.map(({ state, target: to }) => [state, to?.id])).toEqual([
      ["duplicate", undefined],
      ["duplicate", undefined],
      ["ambiguous", undefined],
      ["not_a_number", undefined],
      ["unknown", undefined],
    ]);
    const chosen = checkRows(
      read,
      targets,
      new Map([
        [2, "a"],
        [3, "c"],
        [4, "d"],
        [5, "a"],
      ]),
    );
    expect(chosen.map(({ target: to }) => to?.id)).toEqual([undefined, "a", "c", undefined, undefined]);
    expect(
      clashingLines(
        checkRows(
          read,
          targets,
          new Map([
            [1, "a"],
            [2, "a"],
          ]),
        ),
      ),
    ).toEqual([2]);
  });

  test("the sums after importing are the sheet's, and importing again changes nothing", () => {
    const amount = fc.integer({ min: 0, max: 1_000_000_000 });
    const activity = fc.record({ budget: amount, spent: fc.integer({ min: -1000, max: 1_000_000_000 }) });
    const cell = fc.option(amount, { nil: null });
    fc.assert(
      fc.property(fc.array(fc.tuple(activity, cell, cell), { maxLength: 20 }), (entries) => {
        const code = (index: number) => `01.01.${String(index + 1).padStart(2, "0")}`;
        const rows = entries.map(([, budget, realised], index) => [
          code(index),
          String(budget ?? ""),
          String(realised ?? ""),
        ]);
        const { rows: read } = readSheetRows(rows, {
          header: null,
          code: 0,
          name: null,
          budget: 1,
          realised: 2,
        });
        const before = entries.map(([held], index) => target(String(index), code(index), held));
        const changes = importChanges(checkRows(read, before));
        const after = before.map((each) => {
          const change = changes.find(({ target: to }) => to.id === each.id);
          return {
            ...each,
            budget: change?.budget ?? each.budget,
            spent: each.spent + (change?.spendingDifference ?? 0),
          };
        });
        const checked = checkRows(read, after);
        const sum = (pick: (each: ImportTarget) => number, index: 1 | 2) =>
          after
            .filter((_, at) => entries[at]?.[index] !== null)
            .reduce((total, each) => total + pick(each), 0);
        expect(sum((each) => each.budget, 1)).toBe(importTotals(checked).budget);
        expect(sum((each) => each.spent, 2)).toBe(importTotals(checked).realised);
        expect(importChanges(checked)).toEqual([]);
      }),
    );
  });
});

describe("the day of a sheet", () => {
  const year = { year: 2027, today: "2027-04-10", approvedOn: "2027-01-05" };

  test("lies in the year, not in the future, not before the plan was approved", () => {
    expect(sheetDayProblem("2027-04-10", year)).toBeNull();
    expect(sheetDayProblem("2026-12-31", year)).toBe("outside_year");
    expect(sheetDayProblem("2027-04-11", year)).toBe("in_future");
    expect(sheetDayProblem("2027-01-04", year)).toBe("before_approval");
  });

  test("is today unless told, held within the year", () => {
    expect(usualSheetDay(year)).toBe("2027-04-10");
    expect(usualSheetDay({ year: 2026, today: "2027-04-10" })).toBe("2026-12-31");
    expect(usualSheetDay({ year: 2028, today: "2027-04-10" })).toBe("2028-01-01");
  });
});

test("a choice of an activity that doesn't bear the line's code is stray; leaving a line out is none", () => {
  const row = { name: "", budget: 1, realised: null, isAmountWrong: false };
  const rows = checkRows(
    [
      { ...row, line: 2, code: "01.03.01" },
      { ...row, line: 3, code: "01.03.01" },
    ],
    [target("a", "01.03.01"), target("b", "01.05.04")],
  );
  expect(
    strayChoices(
      rows,
      new Map([
        [2, "a"],
        [3, ""],
      ]),
    ),
  ).toEqual([]);
  expect(
    strayChoices(
      rows,
      new Map([
        [2, "b"],
        [9, "a"],
      ]),
    ),
  ).toEqual([2, 9]);
});
