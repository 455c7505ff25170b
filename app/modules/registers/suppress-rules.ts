/** Fewer people than this with an attribute may be recognised by their neighbours. */
export const LEAST_SHOWN = 5;

/** Counts of one attribute as the public may see them; null: kept back. */
export interface Suppressed {
  cells: (number | null)[];
  /** Null where the total itself would give a small count away. */
  total: number | null;
}

/**
 * Keeps small counts of one attribute from the public: each of 1 to 4, and, since the total stands beside them, further
 * cells until what is kept back can't be worked out: never one alone, and never as many people as cells, which would say
 * that each is 1. Where no cell is left to take, the total goes. Nobody (0) is told: it names no one.
 * @param counts whole numbers of 0 or more, which together are the total
 */
export function suppressSmall(counts: readonly number[]): Suppressed {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const hidden = new Set<number>();
  for (const [at, count] of counts.entries()) if (count > 0 && count < LEAST_SHOWN) hidden.add(at);
  while (hidden.size > 0 && tells(counts, hidden)) {
    const next = smallestShown(counts, hidden);
    if (next === null) break;
    hidden.add(next);
  }
  const isTotalKept = hidden.size > 0 && tells(counts, hidden);
  return {
    cells: counts.map((count, at) => (hidden.has(at) ? null : count)),
    total: isTotalKept ? null : total,
  };
}

/** Does the total say what the hidden cells hold? */
function tells(counts: readonly number[], hidden: ReadonlySet<number>): boolean {
  let people = 0;
  for (const at of hidden) people += counts[at] ?? 0;
  return hidden.size === 1 || people === hidden.size;
}

function smallestShown(counts: readonly number[], hidden: ReadonlySet<number>): number | null {
  let found: number | null = null;
  for (const [at, count] of counts.entries()) {
    if (count === 0 || hidden.has(at)) continue;
    if (found === null || count < (counts[found] ?? 0)) found = at;
  }
  return found;
}
