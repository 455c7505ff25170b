import { and, eq, type SQL } from "drizzle-orm";
import type { SQLiteUpdateSetSource } from "drizzle-orm/sqlite-core";
import { villages } from "./directory/schema/villages.ts";
import type { VillageRow } from "./directory/villages.ts";
import { isLeaseOver } from "./lease.ts";
import type { DirectoryDb } from "./open.ts";

/** Whoever holds it dies with the process: after this somebody else goes on. */
export const LEASE_SECONDS = 60;

/** Somebody else has taken a village up meanwhile: this process was away for longer than its lease. */
export class LeaseLostError extends Error {
  override name = "LeaseLostError";
}

/**
 * The sole right to migrate or move one village, written in its directory row. The moment of its end is what tells it
 * from others: each holder takes it where no other one counts, so no two are alike.
 */
export class VillageLease {
  readonly #directory: DirectoryDb;
  readonly villageId: string;
  #until: string;

  constructor(directory: DirectoryDb, villageId: string, until: string) {
    this.#directory = directory;
    this.villageId = villageId;
    this.#until = until;
  }

  /** The village's row, while this lease counts: for what a change is bound to. */
  get isMine(): SQL | undefined {
    return and(eq(villages.id, this.villageId), eq(villages.migrationLeasedUntil, this.#until));
  }

  /** @throws LeaseLostError */
  async renew(now: Date): Promise<void> {
    const until = leaseEnd(now);
    const kept = await this.#directory
      .update(villages)
      .set({ migrationLeasedUntil: until })
      .where(this.isMine)
      .returning({ id: villages.id });
    if (kept.length === 0) throw new LeaseLostError(`the lease on ${this.villageId} is lost`);
    this.#until = until;
  }

  /** Gives it back with what is to be noted in the row; one that is lost is left to its holder. */
  async release(changes: SQLiteUpdateSetSource<typeof villages> = {}): Promise<void> {
    await this.#directory
      .update(villages)
      .set({ ...changes, migrationLeasedUntil: null })
      .where(this.isMine);
  }
}

/**
 * Takes a village up, and changes its row in the same statement.
 * @param also what the row must be besides
 * @returns the lease and the row as it is now, or null where somebody else holds it or the row is another
 */
export async function takeVillageLease(
  directory: DirectoryDb,
  villageId: string,
  now: Date,
  also?: SQL,
): Promise<{ lease: VillageLease; row: VillageRow } | null> {
  const until = leaseEnd(now);
  const isFree = isLeaseOver(villages.migrationLeasedUntil, now);
  const [row] = await directory
    .update(villages)
    .set({ migrationLeasedUntil: until })
    .where(and(eq(villages.id, villageId), isFree, also))
    .returning();
  return row ? { lease: new VillageLease(directory, villageId, until), row } : null;
}

function leaseEnd(now: Date): string {
  return new Date(now.getTime() + LEASE_SECONDS * 1000).toISOString();
}
