import type { Factors } from "#app/platform/second-factor/store.ts";

/** A person above the villages, as far as the rules need it. */
export interface OverseerFacts {
  id: string;
  kind: "operator" | "kabupaten";
  regencyCode: string | null;
  isAdmin: boolean;
}

/** Why something may not be done to a person; words.ts has the sentences. */
export type OverseerRefusal = "own-account" | "last-operator";

/**
 * Whom somebody manages: operators all operators and the admins of each kabupaten; the admin of a kabupaten everybody of
 * it. Others do not exist for him.
 */
export function manages(actor: OverseerFacts, target: OverseerFacts): boolean {
  if (actor.kind === "operator") return target.kind === "operator" || target.isAdmin;
  return actor.isAdmin && target.kind === "kabupaten" && target.regencyCode === actor.regencyCode;
}

/** May this account be closed by this person, who manages it? */
export function refuseDismissal(
  actorId: string,
  target: OverseerFacts,
  activeOperators: number,
): OverseerRefusal | null {
  if (actorId === target.id) return "own-account";
  return target.kind === "operator" && activeOperators <= 1 ? "last-operator" : null;
}

/**
 * Must this person set up a second factor before anything opens? Operators need codes by time, since these are at hand on
 * every device; in a kabupaten a passkey will do.
 */
export function needsSecondFactor(kind: OverseerFacts["kind"], { totp, passkeys }: Factors): boolean {
  if (totp.confirmedAt) return false;
  return kind === "operator" || passkeys.length === 0;
}
