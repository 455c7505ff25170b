import { LEADERS } from "./permissions.ts";

/** One position of a person, as far as the rules need it. Days are `YYYY-MM-DD` in the village's zone. */
export interface TermFacts {
  position: string;
  startsOn: string;
  /** First day on which it is no longer held; null = until further notice. */
  endsOn: string | null;
}

/** A person of the office, with his positions. */
export interface StaffFacts {
  accountId: string;
  isAdmin: boolean;
  isActive: boolean;
  terms: readonly TermFacts[];
}

/** Why a change of positions is refused; words.ts has the sentences. */
export type PeopleRefusal =
  | "not-entitled"
  | "own-position"
  | "own-account"
  | "last-manager"
  | "from-above"
  | "former-head";

/** What somebody wants to do about another person's positions or account. */
export type PeopleAction =
  | "give"
  | "change"
  | "end"
  | "dismiss"
  | "reinstate"
  | "reset-password"
  | "give-recovery";

/** Is the position held on a day? The day on which it ends no longer counts. */
export function isHeldOn(term: TermFacts, day: string): boolean {
  return term.startsOn <= day && (term.endsOn === null || term.endsOn > day);
}

/** Has a Kepala Desa joined: does somebody with an active account hold that position today? */
export function hasHeadJoined(staff: readonly StaffFacts[], today: string): boolean {
  return staff.some((each) => each.isActive && holds(each, ["kepala-desa"], today));
}

/**
 * May this person decide who holds which position? Kepala Desa and Sekretaris Desa always; who signed the village up
 * only while no Kepala Desa has joined. An invitation gives a position too and follows the same rule.
 */
export function mayManagePeople(actorId: string, staff: readonly StaffFacts[], today: string): boolean {
  const actor = staff.find((each) => each.accountId === actorId);
  if (!actor?.isActive) return false;
  return holds(actor, LEADERS, today) || (actor.isAdmin && !hasHeadJoined(staff, today));
}

/** What setting the end of a position amounts to: putting it off is a change, which nobody makes for himself. */
export function actionOfEnd(term: Pick<TermFacts, "endsOn">, endsOn: string): "end" | "change" {
  return term.endsOn !== null && endsOn > term.endsOn ? "change" : "end";
}

/**
 * May the actor do this to the target? Nobody gives himself a position or changes his own, whatever he holds; laying
 * one down is allowed. The caller checks `keepsManager` on the outcome besides.
 * @returns the reason for a refusal, or null
 */
export function refusePeopleAction(
  action: PeopleAction,
  actorId: string,
  targetId: string | null,
  staff: readonly StaffFacts[],
  today: string,
): PeopleRefusal | null {
  if (!mayManagePeople(actorId, staff, today)) return "not-entitled";
  if (actorId === targetId && (action === "give" || action === "change")) return "own-position";
  if (actorId === targetId && action !== "end") return "own-account";
  if (action === "reset-password" || action === "give-recovery")
    return refuseReset(actorId, targetId, staff, today);
  return null;
}

// Who resets a password can sign in as that person: the administrator must not become a leader by that way, and nobody
// in the village the Kepala Desa, nor whoever was it before his office was ended: it could be given back to him. Only
// the Kepala Desa of today helps a former one.
function refuseReset(
  actorId: string,
  targetId: string | null,
  staff: readonly StaffFacts[],
  today: string,
): PeopleRefusal | null {
  const person = (id: string | null) => staff.find((each) => each.accountId === id);
  const actor = person(actorId);
  const target = person(targetId);
  if (!target) return null;
  // A position that only begins tomorrow counts too: the password is still known then.
  if (willHold(target, ["kepala-desa"], today)) return "from-above";
  const isHead = actor !== undefined && holds(actor, ["kepala-desa"], today);
  if (!isHead && target.terms.some((term) => term.position === "kepala-desa")) return "former-head";
  const isLeader = actor !== undefined && holds(actor, LEADERS, today);
  return willHold(target, LEADERS, today) && !isLeader ? "not-entitled" : null;
}

/**
 * Does the village keep somebody who can manage people on any later day: an active account that signed the village up,
 * or one that holds Kepala Desa or Sekretaris Desa until further notice? A change may not take the last one away.
 */
export function keepsManager(
  before: readonly StaffFacts[],
  after: readonly StaffFacts[],
  today: string,
): boolean {
  return (
    after.some((each) => isLastingManager(each, today)) ||
    !before.some((each) => isLastingManager(each, today))
  );
}

function isLastingManager(person: StaffFacts, today: string): boolean {
  if (!person.isActive) return false;
  return person.isAdmin || person.terms.some((term) => term.endsOn === null && isLeading(term, today));
}

function isLeading(term: TermFacts, today: string): boolean {
  return (LEADERS as readonly string[]).includes(term.position) && isHeldOn(term, today);
}

function holds(person: StaffFacts, positions: readonly string[], day: string): boolean {
  return person.terms.some((term) => positions.includes(term.position) && isHeldOn(term, day));
}

/** Today or on a later day. */
function willHold(person: StaffFacts, positions: readonly string[], today: string): boolean {
  return person.terms.some(
    (term) => positions.includes(term.position) && (term.endsOn === null || term.endsOn > today),
  );
}

/** Kind of area that a position looks after, or null. */
export function areaKindOf(position: string): "dusun" | "rw" | "rt" | null {
  if (position === "kepala-dusun") return "dusun";
  if (position === "ketua-rw") return "rw";
  return position === "ketua-rt" ? "rt" : null;
}
