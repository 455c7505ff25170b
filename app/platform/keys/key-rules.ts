/** What decides over a data key's place in its life. */
export interface KeyFacts {
  id: string;
  purpose: "seal" | "index";
  createdAt: string;
  retiredAt: string | null;
}

interface LeavingKeyFacts extends KeyFacts {
  /** Since when nothing is sealed under a retired key any more. */
  unusedSince: string | null;
}

const PURPOSES = ["seal", "index"] as const;

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

/**
 * How long each step of a rotation waits for the isolates: longer than any of them remembers keys (a tenant's 300 s at
 * most) and any request or job takes.
 */
export const KEY_GRACE_MINUTES = 10;

/** The present keys whose successor every isolate knows by now: they are to be retired. */
export function keysToRetire<Key extends KeyFacts>(keys: readonly Key[], now: Date): Key[] {
  return PURPOSES.flatMap((purpose) => {
    const [present, successor] = liveKeys(keys, purpose);
    return present && successor && afterGrace(successor.createdAt) <= now ? [present] : [];
  });
}

/** The retired keys under which no isolate can have written any more at `now`, and that are not known to be unused. */
export function keysToClear<Key extends LeavingKeyFacts>(keys: readonly Key[], now: Date): Key[] {
  return keys.filter((key) => key.retiredAt && !key.unusedSince && afterGrace(key.retiredAt) <= now);
}

/** When the next step of a rotation is due, or null where none is under way. */
export function nextKeyStep(keys: readonly LeavingKeyFacts[]): Date | null {
  const coming = PURPOSES.flatMap((purpose) => successorKey(keys, purpose)?.createdAt ?? []);
  const leaving = keys.flatMap((key) => (key.retiredAt && !key.unusedSince ? [key.retiredAt] : []));
  const [earliest] = [...coming, ...leaving].sort();
  return earliest === undefined ? null : afterGrace(earliest);
}

function afterGrace(instant: string): Date {
  return new Date(Date.parse(instant) + KEY_GRACE_MINUTES * 60_000);
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
