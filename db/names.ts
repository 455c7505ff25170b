/** Namespace that holds the directory: villages, hosts, regions, sign-ups, due jobs. */
export const DIRECTORY_DATABASE = "directory";

/** Namespace that holds approved aggregates of villages. */
export const COMPARISON_DATABASE = "comparison";

const VILLAGE_NAME_LETTERS = 37;

/** What a database beside a village's own is for. */
export type SideKind = "salinan" | "pulih" | "ekspor" | "cadangan" | "uji" | "pindah";

/**
 * Name of a database beside another: 48 letters, since at Turso it stands in one label of a host (63 letters) beside
 * the organisation's name. The same for the same moment, so that whoever cleans up after a crash finds it.
 * @param at its second is part of the name
 * @returns `desa-{id}-sal{seconds in base 36}`
 */
export function sideDatabaseName(database: string, kind: SideKind, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000).toString(36);
  return `${database.slice(0, VILLAGE_NAME_LETTERS)}-${kind.slice(0, 3)}${seconds}`;
}

/**
 * Is this a database that is in use: the directory, the comparison, a village's own, or one that a restore or a move made
 * its own? Copies and what lives for one step are not.
 */
export function isLivingDatabase(name: string): boolean {
  if (name === DIRECTORY_DATABASE || name === COMPARISON_DATABASE) return true;
  return /^desa-[0-9a-f]{32}(-(pul|pin)[0-9a-z]+)?$/.test(name);
}

/** The second in which a database beside another was named, or null where the name is none of sideDatabaseName. */
export function sideDatabaseTime(name: string): Date | null {
  const [, seconds] = /-[a-z]{3}([0-9a-z]{6,7})$/.exec(name) ?? [];
  return seconds ? new Date(Number.parseInt(seconds, 36) * 1000) : null;
}

/**
 * Name of a village's own database.
 * @param villageId UUIDv7 of the village
 * @returns `desa-` and the id without dashes: 37 letters that every home accepts
 */
export function villageDatabaseName(villageId: string): string {
  return `desa-${villageId.replaceAll("-", "")}`;
}
