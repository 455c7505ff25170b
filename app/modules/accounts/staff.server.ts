import { and, eq, inArray, or } from "drizzle-orm";
import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, ForbiddenError } from "#app/platform/errors.ts";
import { requireMaySign } from "#app/platform/require.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { accounts, positionTerms } from "#db/village/schema/accounts.ts";
import {
  keepsManager,
  mayManagePeople,
  type PeopleAction,
  refusePeopleAction,
  type StaffFacts,
} from "./people-rules.ts";
import { LEADERS } from "./permissions.ts";
import { PEOPLE_REFUSALS } from "./words.ts";

/** Query for what people-rules.ts decides by: administrators and holders of leading positions. For a batch. */
export function selectStaff(db: VillageDb | VillageTx) {
  return db
    .select({ account: accounts, term: positionTerms })
    .from(accounts)
    .leftJoin(
      positionTerms,
      and(eq(positionTerms.accountId, accounts.id), inArray(positionTerms.position, [...LEADERS])),
    )
    .where(or(eq(accounts.isAdmin, true), inArray(positionTerms.position, [...LEADERS])));
}

type StaffRow = Awaited<ReturnType<typeof selectStaff>>[number];

/** Rows of `selectStaff` as facts, one per person. */
export function staffOf(rows: readonly StaffRow[]): StaffFacts[] {
  const people = new Map<string, StaffFacts & { terms: StaffFacts["terms"][number][] }>();
  for (const { account, term } of rows) {
    const { id, isAdmin, state } = account;
    const person = people.get(id) ?? { accountId: id, isAdmin, isActive: state === "active", terms: [] };
    if (term) person.terms.push(term);
    people.set(id, person);
  }
  return [...people.values()];
}

/** May the actor manage people, given rows of `selectStaff`? Pages show their buttons by it. */
export function canManage(ctx: OfficeCtx, rows: readonly StaffRow[]): boolean {
  return mayManagePeople(ctx.actor.accountId, staffOf(rows), todayIn(ctx));
}

/** The village's present day. */
export function todayIn(ctx: VillageCtx): string {
  return dayIn(ctx.tenant.timeZone, ctx.now);
}

/** May who made a link still do today what the link does? */
export async function mayStill(
  ctx: VillageCtx,
  db: VillageDb | VillageTx,
  action: PeopleAction,
  makerId: string,
  targetId: string | null,
): Promise<boolean> {
  const staff = staffOf(await selectStaff(db));
  return refusePeopleAction(action, makerId, targetId, staff, todayIn(ctx)) === null;
}

/**
 * Holds the rules of people-rules.ts around one change inside its transaction. An account that was just recovered from
 * outside changes nobody: it could give its office to another account that may sign.
 * @param targetId whose positions or account; null for somebody who has no account yet
 * @param change what to do once it is allowed; where it takes away the last manager all of it is undone
 * @throws ForbiddenError with the reason; ConflictError where nobody would be left who can manage people
 */
export async function changePeople(
  ctx: OfficeCtx,
  tx: VillageTx,
  { action, targetId }: { action: PeopleAction; targetId: string | null },
  change: () => Promise<void>,
): Promise<void> {
  requireMaySign(ctx);
  const today = todayIn(ctx);
  const before = staffOf(await selectStaff(tx));
  const refusal = refusePeopleAction(action, ctx.actor.accountId, targetId, before, today);
  if (refusal) throw new ForbiddenError(PEOPLE_REFUSALS[refusal]);
  await change();
  const after = staffOf(await selectStaff(tx));
  if (!keepsManager(before, after, today)) throw new ConflictError(PEOPLE_REFUSALS["last-manager"]);
}
