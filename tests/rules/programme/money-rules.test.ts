import { describe, expect, it } from "vitest";
import {
  budgetAt,
  budgetStart,
  FUND_SOURCE_NAMES,
  FUND_SOURCES,
  spentUntil,
} from "#app/modules/programme/money-rules.ts";

describe("budget and spending as of a day", () => {
  const changes = [
    { amount: 12_000_000, validFrom: "2027-08-01", createdAt: "2027-08-01T05:00:00Z" },
    { amount: 10_000_000, validFrom: "2026-12-10", createdAt: "2026-12-10T05:00:00Z" },
    { amount: 15_000_000, validFrom: "2027-08-01", createdAt: "2027-08-01T07:00:00Z" },
  ];

  it("takes the pagu that held, the later entry of one day, the first before all", () => {
    expect(budgetAt(changes, "2027-07-31")).toBe(10_000_000);
    expect(budgetAt(changes, "2027-08-01")).toBe(15_000_000);
    expect(budgetAt(changes, "2026-01-01")).toBe(10_000_000);
    expect(budgetAt([], "2027-01-01")).toBe(0);
  });

  it("lets a change before the year take the plan's place from its first day", () => {
    expect(budgetStart(2027, "2026-12-10")).toBe("2027-01-01");
    expect(budgetStart(2027, "2027-08-01")).toBe("2027-08-01");
  });

  it("adds entries up to the day, corrections included", () => {
    const entries = [
      { amount: 3_000_000, spentOn: "2027-02-10" },
      { amount: -500_000, spentOn: "2027-03-31" },
      { amount: 1_000_000, spentOn: "2027-04-01" },
    ];
    expect(spentUntil(entries, "2027-03-31")).toBe(2_500_000);
    expect(spentUntil(entries, "2027-01-31")).toBe(0);
  });

  it("names every source of funds once", () => {
    const names = FUND_SOURCES.map((source) => FUND_SOURCE_NAMES[source].name);
    expect(new Set(names).size).toBe(FUND_SOURCES.length);
  });
});
