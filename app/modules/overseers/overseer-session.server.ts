import { and, eq, ne } from "drizzle-orm";
import type { PortalCtx } from "#app/context.ts";
import { newId, newToken, sha256Hex } from "#app/platform/ids.ts";
import { hasSecret, type SessionToken } from "#app/platform/sessions/sessions.ts";
import { overseerSessions } from "#db/directory/schema/overseers.ts";
import type { DirectoryDb, DirectoryTx } from "#db/open.ts";
import { OVERSEER_SESSION_SECONDS } from "./overseer-cookie.ts";

/** Unused for this long, a session is over: there is no lock screen above the villages. */
export const OVERSEER_IDLE_MINUTES = 60;
const SEEN_STEP_SECONDS = 60;

export type OverseerSessionRow = typeof overseerSessions.$inferSelect;

/**
 * Makes a session that still owes its second factor.
 * @returns the token for the cookie, which can't be had again, and the row that the caller must insert
 */
export async function newOverseerSession(
  overseerId: string,
  device: string,
  now: Date,
): Promise<{ token: string; row: OverseerSessionRow }> {
  const token: SessionToken = { id: newId(now), secret: newToken() };
  const row = {
    id: token.id,
    secretHash: await sha256Hex(token.secret),
    overseerId,
    secondFactorAt: null,
    createdAt: now.toISOString(),
    lastSeenAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + OVERSEER_SESSION_SECONDS * 1000).toISOString(),
    device,
  };
  return { token: `${token.id}.${token.secret}`, row };
}

/** Does this row belong to the token, and is it alive? Constant in time over the secret. */
export async function isLiveSession(
  row: OverseerSessionRow,
  token: SessionToken,
  now: Date,
): Promise<boolean> {
  const idleSince = new Date(now.getTime() - OVERSEER_IDLE_MINUTES * 60_000).toISOString();
  // Seen at a time that has not come: a clock that had jumped ahead must not keep it alive until then.
  const seenAtLatest = new Date(now.getTime() + OVERSEER_IDLE_MINUTES * 60_000).toISOString();
  const isInUse = row.lastSeenAt > idleSince && row.lastSeenAt <= seenAtLatest;
  const isAlive = row.expiresAt > now.toISOString() && isInUse;
  return (await hasSecret(row.secretHash, token)) && isAlive;
}

/** Records use of a session; writes at most once a minute. */
export async function touchOverseerSession(ctx: PortalCtx, row: OverseerSessionRow): Promise<void> {
  if (ctx.now.getTime() - Date.parse(row.lastSeenAt) < SEEN_STEP_SECONDS * 1000) return;
  await ctx.directory
    .update(overseerSessions)
    .set({ lastSeenAt: ctx.now.toISOString() })
    .where(eq(overseerSessions.id, row.id));
}

/** Ends all sessions of somebody above the villages, except one if given. */
export async function endOverseerSessions(
  tx: DirectoryTx | DirectoryDb,
  overseerId: string,
  exceptId?: string,
): Promise<void> {
  const theirs = eq(overseerSessions.overseerId, overseerId);
  await tx.delete(overseerSessions).where(exceptId ? and(theirs, ne(overseerSessions.id, exceptId)) : theirs);
}
