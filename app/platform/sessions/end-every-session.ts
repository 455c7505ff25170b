import { ne } from "drizzle-orm";
import type { VillageTx } from "#db/open.ts";
import { sessions } from "#db/village/schema/accounts.ts";
import { residentSessions } from "#db/village/schema/residents.ts";

/**
 * Signs officials and residents of a village out everywhere, for when cookies may have come into strange hands.
 * @param except id of the session of the official who does it; the others sign in anew
 */
export async function endEverySession(tx: VillageTx, except?: string): Promise<void> {
  await tx.delete(sessions).where(except ? ne(sessions.id, except) : undefined);
  await tx.delete(residentSessions);
}
