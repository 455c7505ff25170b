import { isContracting } from "./contracting.ts";
import type { Migration } from "./migrate.ts";
import type { DirectoryDb } from "./open.ts";
import { findOldCode, type OldCode } from "./running-code.ts";

/** How far villages may be brought now. */
export interface MigrationTarget {
  /** Number of migrations that may be applied. */
  version: number;
  /** The contracting migration that waits, and the code that it waits for; null where all may be applied. */
  held: { tag: string; oldCode: OldCode } | null;
}

/**
 * How far villages may be migrated: up to the first contracting migration that code which runs does not know yet.
 * Without contracting migrations it costs no round trip.
 */
export async function findMigrationTarget(
  directory: DirectoryDb,
  migrations: readonly Migration[],
  now: Date,
): Promise<MigrationTarget> {
  for (const [position, migration] of migrations.entries()) {
    if (!isContracting(migration)) continue;
    const oldCode = await findOldCode(directory, position + 1, now);
    if (oldCode) return { version: position, held: { tag: migration.tag, oldCode } };
  }
  return { version: migrations.length, held: null };
}
