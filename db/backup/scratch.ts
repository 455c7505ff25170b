import { sideDatabaseName } from "../names.ts";

/** What a database beside another is for, while a backup is taken or tried out. */
export type ScratchKind = "cadangan" | "uji";

/** Name of a database that lives only as long as one step of a backup. */
export function scratchName(database: string, kind: ScratchKind, at: Date): string {
  return sideDatabaseName(database, kind, at);
}
