import type { Day } from "#app/platform/clock.ts";

/** What may become of pieces of a thing. */
export const CHANGE_KINDS = [
  "rusak",
  "diperbaiki",
  "dihapus-rusak",
  "dihapus-dijual",
  "dihapus-disumbangkan",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface ItemFacts {
  quantity: number;
  acquiredOn: Day;
}

export interface ChangeFacts {
  id: string;
  kind: ChangeKind;
  quantity: number;
  happenedOn: Day;
}

/** Pieces of a thing on a day. */
export interface Stock {
  good: number;
  broken: number;
}

/** By day, and on one day by entry: ids grow with time. */
export function inOrderOfDay<Change extends ChangeFacts>(changes: readonly Change[]): Change[] {
  const keyOf = ({ happenedOn, id }: ChangeFacts) => `${happenedOn} ${id}`;
  return [...changes].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/**
 * The stock after one change. What is struck off broken comes from the broken first, what is sold or given away from the
 * good first; the rest from the other.
 * @returns null where there are not so many pieces
 */
export function changedStock({ good, broken }: Stock, { kind, quantity }: ChangeFacts): Stock | null {
  if (kind === "rusak") return atLeastNone({ good: good - quantity, broken: broken + quantity });
  if (kind === "diperbaiki") return atLeastNone({ good: good + quantity, broken: broken - quantity });
  if (quantity > good + broken) return null;
  if (kind === "dihapus-rusak") {
    const ofBroken = Math.min(broken, quantity);
    return { good: good - (quantity - ofBroken), broken: broken - ofBroken };
  }
  const ofGood = Math.min(good, quantity);
  return { good: good - ofGood, broken: broken - (quantity - ofGood) };
}

function atLeastNone(stock: Stock): Stock | null {
  return stock.good < 0 || stock.broken < 0 ? null : stock;
}

/** Pieces at the end of a day; none before the thing came. Changes that can't be are passed over. */
export function stockOn(item: ItemFacts, changes: readonly ChangeFacts[], day: Day): Stock {
  if (day < item.acquiredOn) return { good: 0, broken: 0 };
  const until = inOrderOfDay(changes).filter(({ happenedOn }) => happenedOn <= day);
  return until.reduce<Stock>((stock, change) => changedStock(stock, change) ?? stock, {
    good: item.quantity,
    broken: 0,
  });
}

/** The first change that can't be, since there are not so many pieces or the thing had not come yet; null: all can. */
export function findImpossible<Change extends ChangeFacts>(
  item: ItemFacts,
  changes: readonly Change[],
): Change | null {
  let stock: Stock = { good: item.quantity, broken: 0 };
  for (const change of inOrderOfDay(changes)) {
    const next = change.happenedOn < item.acquiredOn ? null : changedStock(stock, change);
    if (!next) return change;
    stock = next;
  }
  return null;
}

/** A line of A.3: how the year began, what was struck off in it up to the day, and how things stand on the day. */
export interface InventoryLine {
  start: Stock;
  struckOff: Record<"dihapus-rusak" | "dihapus-dijual" | "dihapus-disumbangkan", number>;
  /** Day of the last striking-off. */
  struckOffOn: Day | null;
  end: Stock;
}

/** @param day the chosen day; the year is its calendar year */
export function inventoryLine(item: ItemFacts, changes: readonly ChangeFacts[], day: Day): InventoryLine {
  const year = day.slice(0, 4);
  const before = `${Number(year) - 1}-12-31`;
  const inYear = inOrderOfDay(changes).filter(
    ({ happenedOn }) => happenedOn > before && happenedOn <= day && happenedOn >= item.acquiredOn,
  );
  const sumOf = (kind: ChangeKind) =>
    inYear.filter((change) => change.kind === kind).reduce((sum, { quantity }) => sum + quantity, 0);
  const gone = inYear.filter(({ kind }) => kind.startsWith("dihapus"));
  return {
    start: stockOn(item, changes, before),
    struckOff: {
      "dihapus-rusak": sumOf("dihapus-rusak"),
      "dihapus-dijual": sumOf("dihapus-dijual"),
      "dihapus-disumbangkan": sumOf("dihapus-disumbangkan"),
    },
    struckOffOn: gone.at(-1)?.happenedOn ?? null,
    end: stockOn(item, changes, day),
  };
}
