import { describe, expect, it } from "vitest";
import {
  chooseColumns,
  DEFAULT_REPORT_COLUMNS,
  REPORT_COLUMNS,
  reportCell,
} from "#app/modules/programme/report-column-rules.ts";
import {
  buildReport,
  measureActivity,
  type ReportActivityInput,
  type ReportIndicatorInput,
  unfinishedRows,
} from "#app/modules/programme/report-rules.ts";

const letters: ReportIndicatorInput = {
  id: "letters",
  name: "Surat yang diselesaikan",
  unit: "surat",
  direction: "rising",
  isCumulative: true,
  baseline: null,
  source: "manual",
  counted: null,
  targetVersions: [{ version: 1, validFrom: "2026-12-10", targets: [100, 100, 100, 100], reason: null }],
  updates: [
    { quarter: 1, value: 130, state: "approved", asOf: "2027-03-31", decidedAt: "2027-04-03T03:00:00Z" },
    { quarter: 2, value: 90, state: "submitted", asOf: "2027-05-31", decidedAt: null },
  ],
};

const openCases: ReportIndicatorInput = {
  ...letters,
  id: "cases",
  name: "Sengketa yang belum selesai",
  unit: "perkara",
  direction: "falling",
  isCumulative: false,
  baseline: 10,
  targetVersions: [
    { version: 1, validFrom: "2026-12-10", targets: [9, 8, 6, 5], reason: null },
    { version: 2, validFrom: "2027-07-01", targets: [9, 8, 4, 2], reason: "Mediator bertambah" },
  ],
  updates: [
    { quarter: 1, value: 8, state: "approved", asOf: "2027-03-20", decidedAt: "2027-03-22T03:00:00Z" },
  ],
};

function activity(id: string, more: Partial<ReportActivityInput>): ReportActivityInput {
  return {
    id,
    name: `Kegiatan ${id}`,
    purpose: "Tujuan",
    duty: "Tugas",
    legalBasis: null,
    activityCode: "01.03.01",
    responsible: "Kasi Pemerintahan",
    months: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    fundSource: "ADD",
    budget: 0,
    spending: 0,
    evidenceCount: 0,
    deviation: null,
    indicators: [],
    ...more,
  };
}

const a = activity("a", { indicators: [letters], budget: 30_000_000, spending: 6_000_000 });
const b = activity("b", { indicators: [openCases], months: [3, 4], budget: 10_000_000, spending: 1_000_000 });
const c = activity("c", { months: [6] });
const sections = [
  { id: "s1", name: "Satu", activities: [a, b] },
  { id: "s2", name: "Dua", activities: [c] },
];
const report = buildReport({ year: 2027, period: { kind: "quarter", quarter: 1 }, sections });

describe("quarterly report, worked by hand", () => {
  const [rowA, rowB] = report.sections[0]?.rows ?? [];
  const rowC = report.sections[1]?.rows[0];

  it("stands for the quarter's last day", () => {
    expect(report.asOf).toBe("2027-03-31");
  });

  it("measures against the year's target and shows the quarter's beside it", () => {
    expect(rowA?.indicators[0]).toMatchObject({
      targetOfYear: 400,
      targetToDate: 100,
      realised: 130,
      percent: 32.5,
    });
    expect(rowB?.indicators[0]).toMatchObject({ targetOfYear: 5, targetToDate: 9, realised: 8, percent: 40 });
  });

  it("puts the three percentages of each activity side by side", () => {
    expect([rowA?.physical, rowA?.financial]).toEqual([32.5, 20]);
    expect(rowA?.elapsed).toBeCloseTo((90 / 365) * 100, 10);
    expect([rowB?.physical, rowB?.financial]).toEqual([40, 10]);
    expect(rowB?.elapsed).toBeCloseTo((31 / 61) * 100, 10);
    expect([rowC?.physical, rowC?.financial, rowC?.elapsed]).toEqual([null, null, 0]);
  });

  it("marks the late one and asks it for a cause: 40 against 50,8", () => {
    expect(rowA).toMatchObject({ isBehind: false, needsDeviation: false });
    expect(rowB).toMatchObject({ isBehind: true, needsDeviation: true, pointsBehind: 10.8 });
    expect(rowC).toMatchObject({ isBehind: false, pointsBehind: 0 });
  });

  it("weights a section by budget: (32.5 x 30 + 40 x 10) / 40 = 34.375", () => {
    const section = report.sections[0];
    expect(section).toMatchObject({
      physical: 34.375,
      financial: 17.5,
      budget: 40_000_000,
      spending: 7_000_000,
    });
    expect(section?.elapsed).toBeCloseTo(((90 / 365) * 30 + (31 / 61) * 10) * 2.5, 10);
    expect(report.physical).toBe(34.375);
  });

  it("gives next year's draft what is unfinished", () => {
    const done = activity("d", {
      indicators: [{ ...letters, updates: [], source: "counted", counted: [400, null, null, null] }],
    });
    const rows = [a, c, done].map((one) => measureActivity(one, { year: 2027, asOf: "2027-12-31" }));
    expect(unfinishedRows(rows).map(({ id }) => id)).toEqual(["a", "c"]);
  });
});

describe("reports as of another day", () => {
  const measure = (asOf: string) => measureActivity(b, { year: 2027, asOf }).indicators[0];

  it("use the target that held on it, so that an old one can be made again", () => {
    expect(measure("2027-06-30")).toMatchObject({ targetVersion: 1, targetOfYear: 5, percent: 40 });
    expect(measure("2027-07-01")).toMatchObject({ targetVersion: 2, targetOfYear: 2, percent: 25 });
  });

  it("use only what was known then where a time of knowledge is given", () => {
    const knownAt = "2027-04-01T00:00:00Z";
    const row = measureActivity(a, { year: 2027, asOf: "2027-03-31", knownAt });
    expect(row.indicators[0]?.realised).toBeNull();
    expect(row.physical).toBe(0);
  });

  it("take a counted indicator from the records, never from updates", () => {
    const counted = activity("e", {
      indicators: [{ ...letters, source: "counted", counted: [10, 30, null, null] }],
    });
    expect(measureActivity(counted, { year: 2027, asOf: "2027-06-30" }).indicators[0]?.realised).toBe(40);
    const unknown = activity("f", { indicators: [{ ...letters, source: "counted" }] });
    expect(measureActivity(unknown, { year: 2027, asOf: "2027-06-30" }).indicators[0]?.realised).toBeNull();
  });
});

describe("columns", () => {
  const row = measureActivity({ ...b, indicators: [letters, openCases] }, { year: 2027, asOf: "2027-03-31" });

  it("follow the village's choice and order, and fall back where nothing valid is left", () => {
    expect(chooseColumns(["elapsed", "name", "elapsed", "nonsense"])).toEqual(["elapsed", "name"]);
    expect(chooseColumns(["nonsense"])).toEqual(DEFAULT_REPORT_COLUMNS);
    expect(chooseColumns([])).toEqual(DEFAULT_REPORT_COLUMNS);
  });

  it("print what the row holds, indicators line by line in one order", () => {
    expect(reportCell(row, "indicator")).toBe(
      "Surat yang diselesaikan (surat)\nSengketa yang belum selesai (perkara)",
    );
    expect(reportCell(row, "realised")).toBe("130\n8");
    expect(reportCell(row, "indicatorPercent")).toBe("32,5%\n40%");
    expect(reportCell(row, "physical")).toBe("36,3%");
    expect(reportCell(row, "gap")).toBe("14,5 poin");
    expect(reportCell(row, "budget")).toBe("Rp10.000.000");
    expect(reportCell(row, "months")).toBe("Mar–Apr");
  });

  it("say why a percentage is missing", () => {
    const empty = measureActivity(c, { year: 2027, asOf: "2027-03-31" });
    expect(reportCell(empty, "physical")).toBe("belum ada indikator");
    expect(reportCell(empty, "financial")).toBe("tanpa anggaran");
    expect(REPORT_COLUMNS.map((column) => reportCell(empty, column)).filter((text) => text === "")).toEqual(
      [],
    );
  });
});
