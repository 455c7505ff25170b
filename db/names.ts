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
 * Name of a village's own database.
 * @param villageId UUIDv7 of the village
 * @returns `desa-` and the id without dashes: 37 letters that every home accepts
 */
export function villageDatabaseName(villageId: string): string {
  return `desa-${villageId.replaceAll("-", "")}`;
}
