import type { ReviewStep } from "./kind-rules.ts";

/** Where a letter is on its way. */
export const LETTER_STATES = [
  "asked",
  "draft",
  "review",
  "waiting",
  "signed",
  "handed",
  "returned",
  "cancelled",
] as const;
export type LetterState = (typeof LETTER_STATES)[number];

/** What somebody does to a letter. */
export const LETTER_ACTIONS = [
  "complete",
  "fill",
  "submit",
  "approve",
  "return",
  "refreeze",
  "sign",
  "hand",
  "cancel",
] as const;
export type LetterAction = (typeof LETTER_ACTIONS)[number];

/** Whom a letter waits for. */
export type Duty = "counter" | ReviewStep | "signer";

/** As much of a letter as the rules need. */
export interface LetterFacts {
  state: LetterState;
  waitsFor: string | null;
  /** Account that took the letter up. */
  createdBy: string | null;
}

/** Who acts, as far as the rules need it. */
export interface Doer {
  accountId: string;
  permissions: ReadonlySet<string>;
  positions: readonly { position: string }[];
}

export type ChainRefusal = "wrong-state" | "not-yours" | "own-letter";

const FROM: Record<LetterAction, readonly LetterState[]> = {
  complete: ["asked"],
  fill: ["asked", "draft", "returned"],
  submit: ["draft", "returned"],
  approve: ["review"],
  return: ["review", "waiting"],
  refreeze: ["waiting"],
  sign: ["waiting"],
  hand: ["signed"],
  cancel: ["asked", "draft", "review", "returned", "waiting", "signed", "handed"],
};

/** Once it is signed a letter is only declared void, by whoever leads the office. */
const SIGNED: readonly LetterState[] = ["signed", "handed"];

/** Why somebody may not do this to a letter; null where he may. */
export function refuseAction(letter: LetterFacts, action: LetterAction, doer: Doer): ChainRefusal | null {
  if (!FROM[action].includes(letter.state)) return "wrong-state";
  if (!isHis(letter, action, doer)) return "not-yours";
  return action === "approve" && isOwn(letter, doer) ? "own-letter" : null;
}

/** A review is a second pair of eyes; who signs answers for the letter anyway, and small offices have nobody else. */
function isOwn(letter: LetterFacts, doer: Doer): boolean {
  return letter.createdBy === doer.accountId && !doer.permissions.has("letters.sign");
}

function isHis(letter: LetterFacts, action: LetterAction, doer: Doer): boolean {
  const [serves, signs] = ["letters.serve", "letters.sign"].map((each) => doer.permissions.has(each));
  if (action === "approve") return mayReview(letter.waitsFor, doer);
  if (action === "return" && letter.state === "review") return mayReview(letter.waitsFor, doer);
  if (action === "cancel" && SIGNED.includes(letter.state)) return Boolean(signs);
  if (action === "sign" || action === "return" || action === "cancel") return Boolean(serves || signs);
  return Boolean(serves);
}

/** The Kasi's part may be done by whoever reviews, the Sekdes' by him or by who signs. */
function mayReview(waitsFor: string | null, { permissions, positions }: Doer): boolean {
  if (waitsFor === "kasi") return permissions.has("letters.review");
  const isSecretary = positions.some(({ position }) => position === "sekretaris-desa");
  return waitsFor === "sekdes" && (isSecretary || permissions.has("letters.sign"));
}

/** What comes of approving or handing in: the next review, or the signature. */
export type NextStop = { state: "review"; waitsFor: ReviewStep } | { state: "waiting"; waitsFor: "signer" };

/**
 * Where a letter goes on to.
 * @param review the reviews of its kind, in their order
 * @param done the review that was just passed; null where the counter hands in
 */
export function nextStop(review: readonly ReviewStep[], done: ReviewStep | null): NextStop {
  const next = review[done === null ? 0 : review.indexOf(done) + 1];
  // A review that the kind no longer has is passed, and with it those before it.
  const isKnown = done === null || review.includes(done);
  return next && isKnown ? { state: "review", waitsFor: next } : { state: "waiting", waitsFor: "signer" };
}

/** Does a letter in this state still ask for work? */
export function isOpen(state: string): boolean {
  return state !== "handed" && state !== "cancelled";
}

/** Is a letter late: still open and unsigned after the promised time? */
export function isLate(
  { state, promisedAt }: { state: string; promisedAt: string | null },
  now: Date,
): boolean {
  return isOpen(state) && state !== "signed" && promisedAt !== null && promisedAt < now.toISOString();
}
