/** A recovered account approves and signs nothing for this long: its owner has time to object. */
export const SIGNING_BLOCK_HOURS = 24;

/** The instant, ISO 8601, until which an account that is recovered now signs nothing. */
export function signingBlockedUntil(now: Date): string {
  return new Date(now.getTime() + SIGNING_BLOCK_HOURS * 3_600_000).toISOString();
}

/** One account that may be let in again from outside the village. */
export interface RecoveryCandidate {
  accountId: string;
  name: string;
  isHead: boolean;
  isAdmin: boolean;
}

/**
 * Whom people above a village may let in again: its Kepala Desa; while there is none, who signed the village up. All
 * others are helped inside the village.
 */
export function recoverable<Person extends RecoveryCandidate>(people: readonly Person[]): Person[] {
  const heads = people.filter((person) => person.isHead);
  return heads.length > 0 ? heads : people.filter((person) => person.isAdmin);
}
