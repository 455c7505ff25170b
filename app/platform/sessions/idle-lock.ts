import type { SessionRow } from "./sessions.ts";

/** Unused for this long, a session asks for the password again (shared office PC). */
export const IDLE_LOCK_MINUTES = 20;

/** Must this session's person enter his password again: locked by hand, or unused for too long? */
export function isLocked(session: Pick<SessionRow, "lastSeenAt" | "lockedAt">, now: Date): boolean {
  // Seen at a time that has not come: the clock had jumped ahead, and the lock would wait for that time.
  const idleMinutes = Math.abs(now.getTime() - Date.parse(session.lastSeenAt)) / 60_000;
  return session.lockedAt !== null || idleMinutes > IDLE_LOCK_MINUTES;
}
