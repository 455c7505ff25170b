import { eq } from "drizzle-orm";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { settings } from "#db/village/schema/village.ts";
import { EXIT_SETTING, type ExitWish } from "./rules.ts";

/** The village's wish to leave, or null. */
export async function findExitWish(db: VillageDb | VillageTx): Promise<ExitWish | null> {
  return wishIn(await selectExitWish(db));
}

/** A statement for a batch; `wishIn` reads its rows. */
export function selectExitWish(db: VillageDb | VillageTx) {
  return db.select({ value: settings.value }).from(settings).where(eq(settings.key, EXIT_SETTING));
}

export function wishIn([row]: readonly { value: unknown }[]): ExitWish | null {
  return row ? (row.value as ExitWish) : null;
}

export async function dropExitWish(tx: VillageTx): Promise<void> {
  await tx.delete(settings).where(eq(settings.key, EXIT_SETTING));
}

/** Everybody who works in the village. */
export async function listActiveAccounts(tx: VillageTx): Promise<string[]> {
  const rows = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.state, "active"));
  return rows.map(({ id }) => id);
}
