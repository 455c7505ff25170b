/** What a database beside another is for, while a backup is taken or tried out. */
export type ScratchKind = "cadangan" | "uji";

/**
 * Name of a database that lives only as long as one step of a backup; the same for the same moment, so that whoever
 * cleans up after a crash finds it. 62 letters at most: every home takes 64.
 */
export function scratchName(database: string, kind: ScratchKind, at: Date): string {
  const stamp = at.toISOString().slice(0, 19).replace(/[-:]/g, "").toLowerCase();
  return `${database.slice(0, 37)}-${kind}-${stamp}`;
}
