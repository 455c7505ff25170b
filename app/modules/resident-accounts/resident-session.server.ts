import { and, eq, ne } from "drizzle-orm";
import { newSession, SESSION_TTL_SECONDS, sessionExpiry } from "#app/platform/sessions/sessions.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { residentSessions } from "#db/village/schema/residents.ts";

export type ResidentSessionRow = typeof residentSessions.$inferSelect;

const SEEN_STEP_MILLIS = 60_000;

/**
 * Makes a session of a resident; only the secret's hash is stored.
 * @returns the token for the cookie, which can't be had again, and the row that the caller must insert
 */
export async function newResidentSession(
  accountId: string,
  device: string,
  now: Date,
): Promise<{ token: string; row: ResidentSessionRow }> {
  const { token, row } = await newSession(accountId, device, now);
  const { id, secretHash, createdAt, lastSeenAt, expiresAt } = row;
  return { token, row: { id, secretHash, accountId, device, createdAt, lastSeenAt, expiresAt } };
}

/** Records use of a session and prolongs it; writes at most once a minute. */
export async function touchResidentSession(db: VillageDb, row: ResidentSessionRow, now: Date): Promise<void> {
  if (now.getTime() - Date.parse(row.lastSeenAt) < SEEN_STEP_MILLIS) return;
  const isOld = Date.parse(row.expiresAt) - now.getTime() < (SESSION_TTL_SECONDS * 1000) / 2;
  await db
    .update(residentSessions)
    .set({ lastSeenAt: now.toISOString(), ...(isOld ? { expiresAt: sessionExpiry(now) } : {}) })
    .where(eq(residentSessions.id, row.id));
}

/** Ends all sessions of an account, except one if given. */
export function endResidentSessions(db: VillageDb | VillageTx, accountId: string, exceptId?: string) {
  const mine = eq(residentSessions.accountId, accountId);
  return db.delete(residentSessions).where(exceptId ? and(mine, ne(residentSessions.id, exceptId)) : mine);
}

/** Ends one session of an account. */
export function endResidentSession(db: VillageDb | VillageTx, accountId: string, sessionId: string) {
  return db
    .delete(residentSessions)
    .where(and(eq(residentSessions.id, sessionId), eq(residentSessions.accountId, accountId)));
}
