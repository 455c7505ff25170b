import { FieldError } from "#app/platform/errors.ts";
import { EVENT_WORDS } from "./event-words.ts";
import { needsNewHead, remaining } from "./household-plan-rules.ts";
import type { Household, Member } from "./read-household.server.ts";

/**
 * The chosen people of a card, as they stand.
 * @throws FieldError at `siapa` where one of them is not here and on it
 */
export function requireMembers({ members, person }: Household, ids: readonly string[]): Member[] {
  const known = members.some(({ id }) => id === person.id) ? members : [...members, person];
  const chosen = known.filter(({ id }) => ids.includes(id));
  if (chosen.length !== new Set(ids).size) throw new FieldError("siapa", EVENT_WORDS.notMember);
  return chosen;
}

/**
 * Holds the choice of a new head against who leaves.
 * @throws FieldError at `kepalaBaru` where one is needed and missing, or does not stay
 */
export function requireStays(
  members: readonly Member[],
  leaverIds: readonly string[],
  newHeadId: string | null,
): void {
  if (!needsNewHead(members, leaverIds)) return;
  if (newHeadId === null) throw new FieldError("kepalaBaru", EVENT_WORDS.needsHead);
  if (!remaining(members, leaverIds).some(({ id }) => id === newHeadId))
    throw new FieldError("kepalaBaru", EVENT_WORDS.headLeaves);
}
