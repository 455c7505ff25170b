import { and, eq, ne } from "drizzle-orm";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { sessions } from "#db/village/schema/accounts.ts";
import { newId, newToken, sha256Hex } from "../ids.ts";
import { equalBytes } from "../passwords.ts";

/** A session ends 30 days after it was last prolonged. */
export const SESSION_TTL_SECONDS = 30 * 86_400;
/** It is prolonged when used within the last half of its life. */
const PROLONG_WITHIN_SECONDS = SESSION_TTL_SECONDS / 2;
/** Use is recorded once a minute: enough for the idle lock, without a write per page. */
const SEEN_STEP_SECONDS = 60;

export type SessionRow = typeof sessions.$inferSelect;

/** The two halves of a session token `id.secret`. */
export interface SessionToken {
  id: string;
  secret: string;
}

/** Splits the cookie's value; null for anything that is not `id.secret`. */
export function readSessionToken(text: string | null): SessionToken | null {
  const [id, secret, ...rest] = (text ?? "").split(".");
  const isToken = [id, secret].every((part) => /^[\w-]{1,100}$/.test(part ?? ""));
  return id && secret && isToken && rest.length === 0 ? { id, secret } : null;
}

/**
 * Makes a session (Lucia's pattern: only the secret's SHA-256 is stored).
 * @param device what the person will recognise in the list of sessions, e.g. `Chrome di Android`
 * @returns the token for the cookie, which can't be had again, and the row that the caller must insert
 */
export async function newSession(
  accountId: string,
  device: string,
  now: Date,
): Promise<{ token: string; row: SessionRow }> {
  const token = { id: newId(now), secret: newToken() };
  const row = {
    id: token.id,
    secretHash: await sha256Hex(token.secret),
    accountId,
    createdAt: now.toISOString(),
    lastSeenAt: now.toISOString(),
    expiresAt: sessionExpiry(now),
    lockedAt: null,
    owesSecondFactor: false,
    device,
  };
  return { token: `${token.id}.${token.secret}`, row };
}

/** Starts a session: `newSession` and its insert. */
export async function createSession(
  tx: VillageTx | VillageDb,
  accountId: string,
  device: string,
  now: Date,
): Promise<string> {
  const { token, row } = await newSession(accountId, device, now);
  await tx.insert(sessions).values(row);
  return token;
}

/** Does this row belong to the token and is it alive? Constant in time over the secret. */
export async function validateSessionToken(
  row: SessionRow,
  token: SessionToken,
  now: Date,
): Promise<boolean> {
  return (await hasSecret(row.secretHash, token)) && isAlive(row, now);
}

/** Neither over, nor made to last by a clock that had jumped ahead. */
export function isAlive({ expiresAt }: Pick<SessionRow, "expiresAt">, now: Date): boolean {
  const latest = new Date(now.getTime() + (SESSION_TTL_SECONDS + 86_400) * 1000).toISOString();
  return expiresAt > now.toISOString() && expiresAt <= latest;
}

/** Does a token hold the secret whose hash was stored? Constant in time over the secret. */
export async function hasSecret(secretHash: string, token: SessionToken): Promise<boolean> {
  const encoder = new TextEncoder();
  return equalBytes(encoder.encode(await sha256Hex(token.secret)), encoder.encode(secretHash));
}

/** Records use of a session and prolongs it; writes at most once a minute. */
export async function touchSession(db: VillageDb, row: SessionRow, now: Date): Promise<void> {
  if (now.getTime() - Date.parse(row.lastSeenAt) < SEEN_STEP_SECONDS * 1000) return;
  const isOld = Date.parse(row.expiresAt) - now.getTime() < PROLONG_WITHIN_SECONDS * 1000;
  await db
    .update(sessions)
    .set({ lastSeenAt: now.toISOString(), ...(isOld ? { expiresAt: sessionExpiry(now) } : {}) })
    .where(eq(sessions.id, row.id));
}

/** Ends one session. */
export async function invalidateSession(tx: VillageTx | VillageDb, sessionId: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.id, sessionId));
}

/** Ends all sessions of an account, except one if given (after a change of password, a dismissal). */
export async function invalidateSessionsOf(
  tx: VillageTx,
  accountId: string,
  exceptId?: string,
): Promise<void> {
  const mine = eq(sessions.accountId, accountId);
  await tx.delete(sessions).where(exceptId ? and(mine, ne(sessions.id, exceptId)) : mine);
}

/** When a session that starts or is prolonged now ends, ISO 8601. */
export function sessionExpiry(now: Date): string {
  return new Date(now.getTime() + SESSION_TTL_SECONDS * 1000).toISOString();
}
