import { describe, expect, it } from "vitest";
import {
  explainableQuarters,
  isExplained,
  lagDay,
  mayExplain,
  mayMendExplanation,
  owesExplanation,
  publicReason,
  usualLagQuarter,
} from "#app/modules/programme/deviation-rules.ts";

const written = (asOf: string, quarter: number | null = null) => ({ asOf, quarter });

describe("isExplained", () => {
  it("asks anew in each quarter; after the year that of the fourth stands", () => {
    expect(isExplained([written("2027-03-31")], 2027, "2027-03-31")).toBe(true);
    expect(isExplained([written("2027-03-31")], 2027, "2027-04-01")).toBe(false);
    expect(isExplained([written("2027-10-01")], 2027, "2028-02-01")).toBe(true);
    expect(isExplained([written("2026-12-31")], 2027, "2026-12-31")).toBe(false);
  });

  it("counts one that was written in this quarter for the last", () => {
    expect(isExplained([written("2027-04-05", 1)], 2027, "2027-05-01")).toBe(true);
    expect(isExplained([written("2027-04-05", 1)], 2027, "2027-07-01")).toBe(false);
  });

  it("asks nobody while a report waits for approval", () => {
    const late = { needsDeviation: true, deviations: [], updates: [] };
    expect(owesExplanation(late, 2027, "2027-05-01")).toBe(true);
    expect(owesExplanation({ ...late, updates: [{ state: "submitted" }] }, 2027, "2027-05-01")).toBe(false);
  });
});

describe("usualLagQuarter", () => {
  const usual = (today: string, deviations: { asOf: string; quarter: number | null }[], late: string[]) =>
    usualLagQuarter(deviations, { year: 2026, today, lagsOn: (day) => late.includes(day) });

  it("is the quarter that ended with an unexplained lag, else the present one", () => {
    expect(usual("2026-11-24", [], ["2026-09-30"])).toBe(3);
    expect(usual("2026-11-24", [written("2026-11-24", 3)], ["2026-09-30"])).toBe(4);
    expect(usual("2026-11-24", [written("2026-09-12")], ["2026-09-30"])).toBe(4);
    expect(usual("2026-11-24", [], [])).toBe(4);
    expect(usual("2026-02-01", [], [])).toBe(1);
    expect(usual("2027-01-05", [], ["2026-12-31"])).toBe(4);
  });

  it("names only quarters that have begun, and the day whose lag is meant", () => {
    expect(explainableQuarters(2026, "2026-07-01")).toEqual([1, 2, 3]);
    expect(lagDay(2026, 3, "2026-11-24")).toBe("2026-09-30");
    expect(lagDay(2026, 4, "2026-11-24")).toBe("2026-11-24");
  });
});

describe("who may say why an activity lags", () => {
  const person = (accountId: string, ...permissions: string[]) => ({
    accountId,
    permissions: new Set(["programme.update", ...permissions]),
  });

  it("are those on it, the planners and the Kepala Desa, not every head of an RT", () => {
    const activity = { responsibleAccountId: "kasi", people: [{ id: "kadus" }] };
    expect(mayExplain(activity, person("kasi"))).toBe(true);
    expect(mayExplain(activity, person("kadus"))).toBe(true);
    expect(mayExplain(activity, person("sekdes", "programme.plan"))).toBe(true);
    expect(mayExplain(activity, person("kades", "programme.approve"))).toBe(true);
    expect(mayExplain(activity, person("rt"))).toBe(false);
  });

  it("may be mended by its writer and by whoever may agree to it", () => {
    expect(mayMendExplanation({ createdBy: "kadus" }, person("kadus"))).toBe(true);
    expect(mayMendExplanation({ createdBy: "kadus" }, person("kasi", "programme.plan"))).toBe(true);
    expect(mayMendExplanation({ createdBy: "kadus" }, person("rt"))).toBe(false);
  });

  it("shows residents the latest words to which somebody agreed", () => {
    const of = (cause: string, agreedAt: string | null) => ({ cause, correction: "x", agreedAt });
    const latestFirst = [of("baru", null), of("lama", "2026-10-01T00:00:00.000Z")];
    expect(publicReason(latestFirst)).toEqual({ cause: "lama", correction: "x" });
    expect(publicReason([of("baru", null)])).toBeNull();
  });
});
