/** Folders in db/ that hold a schema and its migrations. */
export const DATABASES: readonly string[];
/** The module that a folder's SQL files become. */
export function bundleOf(folder: string): string;
