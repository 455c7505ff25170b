/**
 * What a module says of its audit rows: action -> the words after the name of who did it, e.g.
 * `position.end` -> `mengakhiri jabatan Kepala Dusun dari Budi`. `details` is what the verb recorded: read it with care,
 * rows of older versions may hold less.
 */
export type AuditWords = Record<string, (details: Record<string, unknown>) => string>;

/** A short text of an audit row's details, or what stands in for it. */
export function detailText(details: Record<string, unknown>, key: string, missing = "-"): string {
  const value = details[key];
  return typeof value === "string" || typeof value === "number" ? String(value) : missing;
}

/** The sentence of one audit row; an action that no module has words for shows its code. */
export function auditSentence(
  row: { action: string; actorName: string; details: Record<string, unknown> },
  words: AuditWords,
): string {
  const say = Object.hasOwn(words, row.action) ? words[row.action] : undefined;
  return say
    ? `${row.actorName} ${say(row.details)}`.replace(/\.?$/, ".")
    : `${row.actorName}: ${row.action}`;
}
