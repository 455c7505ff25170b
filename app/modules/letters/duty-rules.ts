import { type Doer, refuseAction } from "./chain-rules.ts";

/** As much of a letter as it takes to tell whose it is. */
export interface DutyFacts {
  state: string;
  waitsFor: string | null;
  createdBy: string | null;
  signatureKind: string | null;
  signerAccountId: string | null;
}

/**
 * Does a letter wait for this person? For the counter what is to be filled in, marked or handed over; for reviewers what
 * is to be read; for who signs what bears his name.
 */
export function isMine(letter: DutyFacts, doer: Doer): boolean {
  const serves = doer.permissions.has("letters.serve");
  if (letter.state === "review")
    return refuseAction({ ...letter, state: "review" }, "approve", doer) === null;
  if (letter.state === "waiting") {
    const isSigner = letter.signerAccountId === doer.accountId;
    return isSigner || (serves && letter.signatureKind === "wet");
  }
  return serves;
}
