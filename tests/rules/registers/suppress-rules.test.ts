import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEAST_SHOWN, suppressSmall } from "#app/modules/registers/suppress-rules.ts";

const counts = fc.array(
  fc.oneof(fc.nat(LEAST_SHOWN), fc.constantFrom(0, 1, 1, 1, 2, 4), fc.integer({ min: 5, max: 400 })),
  { minLength: 1, maxLength: 9 },
);

/** Can each hidden cell hold at least two values, for all that the total and the shown cells say? */
function isOpen(shown: readonly (number | null)[], total: number): boolean {
  const hidden = shown.filter((cell) => cell === null).length;
  const left = total - shown.reduce<number>((sum, cell) => sum + (cell ?? 0), 0);
  // A hidden cell holds at least 1: of `left` people others take at least `hidden - 1`.
  return hidden === 0 || (hidden > 1 && left - (hidden - 1) > 1);
}

describe("small counts of the public", () => {
  it("never show, and what is hidden never follows from the total", () => {
    fc.assert(
      fc.property(counts, (people) => {
        const { cells, total } = suppressSmall(people);
        expect(cells).toHaveLength(people.length);
        for (const [at, cell] of cells.entries()) {
          const count = people[at] ?? 0;
          if (count > 0 && count < LEAST_SHOWN) expect(cell).toBeNull();
          if (cell !== null) expect(cell).toBe(count);
        }
        if (total !== null) {
          expect(total).toBe(people.reduce((sum, count) => sum + count, 0));
          expect(isOpen(cells, total)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("hide no more than it takes", () => {
    expect(suppressSmall([120, 80, 0])).toEqual({ cells: [120, 80, 0], total: 200 });
    expect(suppressSmall([120, 3, 40])).toEqual({ cells: [120, null, null], total: 163 });
    expect(suppressSmall([120, 3, 2])).toEqual({ cells: [120, null, null], total: 125 });
    // Two hidden people in two cells are one each, so a third cell goes.
    expect(suppressSmall([120, 1, 1, 40])).toEqual({ cells: [120, null, null, null], total: 162 });
    expect(suppressSmall([3])).toEqual({ cells: [null], total: null });
  });
});
