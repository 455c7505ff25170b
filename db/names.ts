/** Namespace that holds the directory: villages, hosts, regions, sign-ups, due jobs. */
export const DIRECTORY_DATABASE = "directory";

/** Namespace that holds approved aggregates of villages. */
export const COMPARISON_DATABASE = "comparison";

/**
 * Name of a village's own database.
 * @param villageId UUIDv7 of the village
 * @returns `desa-` and the id without dashes: 37 letters that every home accepts
 */
export function villageDatabaseName(villageId: string): string {
  return `desa-${villageId.replaceAll("-", "")}`;
}
