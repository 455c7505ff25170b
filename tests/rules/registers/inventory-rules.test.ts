import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  CHANGE_KINDS,
  type ChangeFacts,
  findImpossible,
  inventoryLine,
  stockOn,
} from "#app/modules/registers/inventory-rules.ts";
import { addDays } from "#app/platform/clock.ts";

const FIRST = "2025-06-01";
const changes = fc.array(
  fc.record({
    kind: fc.constantFrom(...CHANGE_KINDS),
    quantity: fc.integer({ min: 1, max: 6 }),
    day: fc.nat(700),
  }),
  { maxLength: 12 },
);

/** What of random changes could be written one after the other, as the form takes them. */
function taken(quantity: number, wanted: { kind: ChangeFacts["kind"]; quantity: number; day: number }[]) {
  const item = { quantity, acquiredOn: FIRST };
  const written: ChangeFacts[] = [];
  for (const [at, { day, ...change }] of wanted.entries()) {
    const next = { ...change, id: String(at).padStart(3, "0"), happenedOn: addDays(FIRST, day) };
    if (!findImpossible(item, [...written, next])) written.push(next);
  }
  return { item, written };
}

describe("the inventory", () => {
  it("keeps each piece: good, broken or struck off, and the year's end follows from its beginning", () => {
    let struckOff = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), changes, fc.nat(760), (quantity, wanted, length) => {
        const { item, written } = taken(quantity, wanted);
        const day = addDays(FIRST, length);
        const { good, broken } = stockOn(item, written, day);
        const gone = written
          .filter(({ kind, happenedOn }) => kind.startsWith("dihapus") && happenedOn <= day)
          .reduce((sum, each) => sum + each.quantity, 0);
        expect(good + broken + gone).toBe(quantity);
        expect(Math.min(good, broken)).toBeGreaterThanOrEqual(0);

        const { start, struckOff: inYear, end } = inventoryLine(item, written, day);
        const sum = Object.values(inYear).reduce((total, each) => total + each, 0);
        const began = FIRST.slice(0, 4) === day.slice(0, 4) ? quantity : start.good + start.broken;
        expect(began - sum).toBe(end.good + end.broken);
        expect(end).toEqual({ good, broken });
        struckOff += sum;
      }),
      { numRuns: 100 },
    );
    expect(struckOff).toBeGreaterThan(0);
  });

  it("refuses more than there is, what came before the thing, and what later changes rest on", () => {
    const item = { quantity: 3, acquiredOn: FIRST };
    const change = (id: string, kind: ChangeFacts["kind"], quantity: number, happenedOn: string) => ({
      id,
      kind,
      quantity,
      happenedOn,
    });
    const broken = change("1", "rusak", 2, "2025-07-01");
    expect(findImpossible(item, [broken])).toBeNull();
    expect(findImpossible(item, [change("1", "rusak", 4, "2025-07-01")])?.id).toBe("1");
    expect(findImpossible(item, [change("1", "diperbaiki", 1, "2025-07-01")])?.id).toBe("1");
    expect(findImpossible(item, [change("1", "rusak", 1, "2025-05-31")])?.id).toBe("1");
    const sold = change("2", "dihapus-dijual", 2, "2025-06-10");
    expect(findImpossible(item, [broken, sold])?.id).toBe("1");
  });
});
