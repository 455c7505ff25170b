import { describe, expect, it } from "vitest";
import {
  type BudgetLine,
  type BudgetSide,
  budgetBalance,
  budgetParts,
  realisedUntil,
} from "#app/modules/portal/budget-rules.ts";

const line = (
  side: BudgetSide,
  planned: number,
  realised: number | null,
  realisedOn: string | null = null,
): BudgetLine => ({
  id: `${side}-${planned}`,
  side,
  name: "Baris",
  planned,
  realised,
  realisedOn,
});

describe("the sums of a poster", () => {
  it("stand by side, and a side of which nothing is known is unknown, not nothing", () => {
    const parts = budgetParts([
      line("expense", 70, 20),
      line("income", 100, null),
      line("expense", 50, null),
    ]);
    expect(parts.map(({ side, planned, realised }) => [side, planned, realised])).toEqual([
      ["income", 100, null],
      ["expense", 120, 20],
      ["financing", 0, null],
    ]);
    expect(budgetBalance(parts)).toEqual({ planned: -20, realised: null });
  });

  it("give the balance of what was realised where both sides tell", () => {
    const parts = budgetParts([line("income", 100, 90), line("expense", 80, 60)]);
    expect(budgetBalance(parts)).toEqual({ planned: 20, realised: 30 });
  });

  it("name the latest day of which something is told", () => {
    expect(realisedUntil([line("income", 1, 1, "2026-06-30"), line("expense", 1, 1, "2026-09-30")])).toBe(
      "2026-09-30",
    );
    expect(realisedUntil([line("income", 1, null)])).toBeNull();
  });
});
