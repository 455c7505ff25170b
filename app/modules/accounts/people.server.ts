import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { accounts, positionTerms } from "#db/village/schema/accounts.ts";
import { areas } from "#db/village/schema/village.ts";
import { areaPlace } from "./area.server.ts";
import { POSITIONS } from "./permissions.ts";
import { todayIn } from "./staff.server.ts";
import { type LocalTerms, positionTitle } from "./words.ts";

/** A person with an active account and the positions that he holds today. */
export interface OfficePerson {
  accountId: string;
  name: string;
  positions: { position: string; status: "definitif" | "pj" | "plt" | "plh"; areaName: string | null }[];
}

/**
 * Query for everybody with an active account and what they hold today: put it in a page's batch and give its rows to
 * `peopleOf`. For select boxes and for names beside records.
 */
export function selectPeople(ctx: VillageCtx) {
  const today = todayIn(ctx);
  return ctx.db
    .select({
      accountId: accounts.id,
      name: accounts.name,
      position: positionTerms.position,
      status: positionTerms.status,
      areaName: areaPlace,
    })
    .from(accounts)
    .leftJoin(
      positionTerms,
      and(
        eq(positionTerms.accountId, accounts.id),
        lte(positionTerms.startsOn, today),
        or(isNull(positionTerms.endsOn), gt(positionTerms.endsOn, today)),
      ),
    )
    .leftJoin(areas, eq(areas.id, positionTerms.areaId))
    .where(eq(accounts.state, "active"))
    .orderBy(asc(accounts.name), asc(accounts.id));
}

type PersonRow = Awaited<ReturnType<typeof selectPeople>>[number];

/** Rows of `selectPeople`, one per person, in the order of their highest position. */
export function peopleOf(rows: readonly PersonRow[]): OfficePerson[] {
  const people = new Map<string, OfficePerson>();
  for (const { accountId, name, position, status, areaName } of rows) {
    const person = people.get(accountId) ?? { accountId, name, positions: [] };
    if (position && status) person.positions.push({ position, status, areaName });
    people.set(accountId, person);
  }
  return [...people.values()].sort((a, b) => rankOf(a.positions) - rankOf(b.positions));
}

/** Everybody with an active account, in one round trip. */
export async function listPeople(ctx: VillageCtx): Promise<OfficePerson[]> {
  return peopleOf(await selectPeople(ctx));
}

/** `Sulastri - Kasi Pemerintahan`: a person as a choice in a list. */
export function personLabel(person: OfficePerson, terms?: LocalTerms | null): string {
  const titles = person.positions.map((each) => positionTitle(each.position, each.status, terms));
  return titles.length > 0 ? `${person.name} (${titles.join(", ")})` : person.name;
}

/** Place of the highest position in the usual order; people without one stand last. */
export function rankOf(positions: readonly { position: string }[]): number {
  const ranks = positions.map((each) => (POSITIONS as readonly string[]).indexOf(each.position));
  return Math.min(POSITIONS.length, ...ranks.filter((rank) => rank >= 0));
}
