/** What decides over a data key's place in its life. */
export interface KeyFacts {
  id: string;
  purpose: "seal" | "index";
  createdAt: string;
  retiredAt: string | null;
}

/**
 * The key that seals (or indexes) now: the oldest that is not retired. A younger one is its successor, which opens and
 * is looked up by already, so that every isolate knows it before the first value is sealed under it.
 */
export function presentKey<Key extends KeyFacts>(keys: readonly Key[], purpose: Key["purpose"]): Key | null {
  return liveKeys(keys, purpose)[0] ?? null;
}

/** The key that waits to follow the present one, or null. */
export function successorKey<Key extends KeyFacts>(
  keys: readonly Key[],
  purpose: Key["purpose"],
): Key | null {
  return liveKeys(keys, purpose)[1] ?? null;
}

function liveKeys<Key extends KeyFacts>(keys: readonly Key[], purpose: Key["purpose"]): Key[] {
  return keys
    .filter((key) => key.purpose === purpose && key.retiredAt === null)
    .sort((a, b) => (a.createdAt === b.createdAt ? compare(a.id, b.id) : compare(a.createdAt, b.createdAt)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The key id that a sealed value or a blind index names, or null where the text is neither. */
export function keyIdOf(text: string): string | null {
  return /^([a-z0-9]{12})\.[\w-]+$/.exec(text)?.[1] ?? null;
}
