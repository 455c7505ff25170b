import { HEAD_ROLE } from "./person-rules.ts";

/** Relations of members to the head of their card (SHDK). */
export const ROLE = {
  head: HEAD_ROLE,
  husband: 2,
  wife: 3,
  child: 4,
  childInLaw: 5,
  grandchild: 6,
  parent: 7,
  parentInLaw: 8,
  relative: 9,
  helper: 10,
  other: 11,
} as const;

const MAN = 1;

/** A member as roles need him. */
export interface RoleHolder {
  id: string;
  familyRole: number | null;
  sex: number;
}

const isSpouse = (role: number | null) => role === ROLE.husband || role === ROLE.wife;
const spouseRole = (sex: number) => (sex === MAN ? ROLE.husband : ROLE.wife);
const staysAsIs = (role: number | null) => role === ROLE.helper || role === ROLE.other;

/** Under the former head's husband or wife: children stay children, and parents become parents-in-law. */
function roleUnderSpouse({ familyRole, sex }: RoleHolder): number {
  if (familyRole === ROLE.head) return spouseRole(sex);
  if (familyRole === ROLE.parent) return ROLE.parentInLaw;
  if (familyRole === ROLE.parentInLaw) return ROLE.parent;
  return familyRole ?? ROLE.relative;
}

/** Under a child of the former head: father and mother become parents, brothers and sisters relatives. */
function roleUnderChild({ familyRole, sex }: RoleHolder, isOwnHousehold: boolean): number {
  if (familyRole === ROLE.head || isSpouse(familyRole)) return ROLE.parent;
  if (isOwnHousehold && familyRole === ROLE.childInLaw) return spouseRole(sex);
  if (isOwnHousehold && familyRole === ROLE.grandchild) return ROLE.child;
  return staysAsIs(familyRole) ? (familyRole ?? ROLE.other) : ROLE.relative;
}

/** Under a parent of the former head, who becomes a child with all that follows. */
function roleUnderParent({ familyRole, sex }: RoleHolder): number {
  if (familyRole === ROLE.head) return ROLE.child;
  if (isSpouse(familyRole)) return ROLE.childInLaw;
  if (familyRole === ROLE.child) return ROLE.grandchild;
  if (familyRole === ROLE.parent) return spouseRole(sex);
  return staysAsIs(familyRole) ? (familyRole ?? ROLE.other) : ROLE.relative;
}

/**
 * What the members of a card are to its new head, as far as that follows from what they were to the former one; where it
 * does not follow they become relatives, which an official may put right.
 * @param members all who are on the card afterwards, the new head among them
 * @param isOwnHousehold the new head takes his own wife and children with him into a card of their own
 * @returns new role by id, of the members whose role changes
 */
export function rolesUnder(
  newHeadId: string,
  members: readonly RoleHolder[],
  isOwnHousehold = false,
): Map<string, number> {
  const was = members.find(({ id }) => id === newHeadId)?.familyRole ?? null;
  const roles = new Map<string, number>();
  for (const member of members) {
    const role = member.id === newHeadId ? ROLE.head : roleUnder(was, member, isOwnHousehold);
    if (role !== member.familyRole) roles.set(member.id, role);
  }
  return roles;
}

function roleUnder(was: number | null, member: RoleHolder, isOwnHousehold: boolean): number {
  if (was === ROLE.head)
    return member.familyRole === ROLE.head ? ROLE.relative : (member.familyRole ?? ROLE.relative);
  if (isSpouse(was)) return roleUnderSpouse(member);
  if (was === ROLE.child) return roleUnderChild(member, isOwnHousehold);
  if (was === ROLE.parent) return roleUnderParent(member);
  return staysAsIs(member.familyRole) ? (member.familyRole ?? ROLE.other) : ROLE.relative;
}

/** What a newborn is to the head, by what his parents are to him. */
export function roleOfNewborn(parentRoles: readonly (number | null)[]): number {
  if (parentRoles.some((role) => role === ROLE.head || isSpouse(role))) return ROLE.child;
  return parentRoles.some((role) => role === ROLE.child || role === ROLE.childInLaw)
    ? ROLE.grandchild
    : ROLE.relative;
}
