export const BUDGET_SIDES = ["income", "expense", "financing"] as const;
export type BudgetSide = (typeof BUDGET_SIDES)[number];

/** A line of the poster, in whole rupiah. */
export interface BudgetLine {
  id: string;
  side: BudgetSide;
  name: string;
  planned: number;
  realised: number | null;
  realisedOn: string | null;
}

/** One side of the poster with its sums. */
export interface BudgetPart {
  side: BudgetSide;
  lines: BudgetLine[];
  planned: number;
  /** Null where no line of the side says what was realised. */
  realised: number | null;
}

/** The lines by side, in their order, with sums. */
export function budgetParts(lines: readonly BudgetLine[]): BudgetPart[] {
  return BUDGET_SIDES.map((side) => {
    const own = lines.filter((line) => line.side === side);
    const known = own.flatMap(({ realised }) => realised ?? []);
    return {
      side,
      lines: own,
      planned: sum(own.map(({ planned }) => planned)),
      realised: known.length === 0 ? null : sum(known),
    };
  });
}

/** Income less expense; what is above zero is a surplus. */
export function budgetBalance(parts: readonly BudgetPart[]): { planned: number; realised: number | null } {
  const of = (side: BudgetSide) => parts.find((part) => part.side === side);
  const [income, expense] = [of("income"), of("expense")];
  const realised =
    income?.realised == null || expense?.realised == null ? null : income.realised - expense.realised;
  return { planned: (income?.planned ?? 0) - (expense?.planned ?? 0), realised };
}

/** The latest day of which a realised amount is told; null without one. */
export function realisedUntil(lines: readonly BudgetLine[]): string | null {
  return (
    lines
      .flatMap(({ realisedOn }) => realisedOn ?? [])
      .toSorted()
      .at(-1) ?? null
  );
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
