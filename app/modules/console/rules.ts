const MINUTE_MILLIS = 60_000;

/** Due work that nobody has taken up this long after its time is late: sweeps come every five minutes. */
export const LATE_MINUTES = 20;

/** Rows of a list on one page. */
export const PAGE_ROWS = 50;

/** Rooms for files that an operator may give, in GB. */
export const QUOTA_GB = { least: 1, most: 500 } as const;

export const GIGABYTE = 1024 ** 3;

/** Due times before this are late, ISO 8601. */
export function lateBefore(now: Date): string {
  return new Date(now.getTime() - LATE_MINUTES * MINUTE_MILLIS).toISOString();
}

/** What somebody typed into a search as a pattern for LIKE with `\\` as escape: its own wildcards count as letters. */
export function likePattern(typed: string): string {
  return typed.replace(/[\\%_]/g, (mark) => `\\${mark}`);
}

/** The last row of a page in one text, and back; null where the text is none of ours. */
export function keyOf(parts: readonly [string | number, string]): string {
  return parts.join("~");
}

/** The two parts of such a key. */
export function partsOf(key: string | null): [string, string] | null {
  const [first, second, ...more] = key?.split("~") ?? [];
  return first !== undefined && second && more.length === 0 ? [first, second] : null;
}

/** How much of a room is taken, in percent points; null where nothing was measured yet. */
export function percentUsed(usedBytes: number | null, quotaBytes: number): number | null {
  if (usedBytes === null) return null;
  return quotaBytes > 0 ? (usedBytes / quotaBytes) * 100 : 100;
}

/** From this on a village's room is said to be nearly full. */
export const NEARLY_FULL_PERCENT = 80;

/** What a dead letter is about, as far as its body tells. */
export interface LetterSubject {
  kind: string | null;
  villageId: string | null;
}

/** Reads the body of a dead letter; one that is no JSON of ours is about nothing. */
export function subjectOf(body: string): LetterSubject {
  const found = parse(body);
  const textOf = (key: string) => (typeof found[key] === "string" ? (found[key] as string) : null);
  return { kind: textOf("kind"), villageId: textOf("villageId") };
}

function parse(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
