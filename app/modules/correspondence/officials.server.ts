import { and, asc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { MATRIX } from "#app/modules/accounts/permissions.ts";
import { positionTitle } from "#app/modules/accounts/words.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { accounts, positionTerms } from "#db/village/schema/accounts.ts";
import { todayOf } from "./incoming.server.ts";

export interface MailOfficial {
  id: string;
  name: string;
  /** `Kasi Pelayanan, Kaur Umum`. */
  titles: string;
}

/** Query for whom a letter may be passed on to: who reads the books by a position that he holds today. */
export function selectOfficials(ctx: OfficeCtx, db: VillageDb | VillageTx = ctx.db) {
  const today = todayOf(ctx);
  return db
    .select({
      id: accounts.id,
      name: accounts.name,
      position: positionTerms.position,
      status: positionTerms.status,
    })
    .from(accounts)
    .innerJoin(positionTerms, eq(positionTerms.accountId, accounts.id))
    .where(
      and(
        eq(accounts.state, "active"),
        inArray(positionTerms.position, [...MATRIX["mail.read"]]),
        lte(positionTerms.startsOn, today),
        or(isNull(positionTerms.endsOn), gt(positionTerms.endsOn, today)),
      ),
    )
    .orderBy(asc(accounts.name), asc(accounts.id));
}

type TermRow = Awaited<ReturnType<typeof selectOfficials>>[number];

/** Each official once with all his titles, in the order of the office. */
export function officialsOf(rows: readonly TermRow[]): MailOfficial[] {
  const order: readonly string[] = MATRIX["mail.read"];
  const sorted = rows.toSorted((a, b) => order.indexOf(a.position) - order.indexOf(b.position));
  const people = new Map<string, MailOfficial>();
  for (const { id, name, position, status } of sorted) {
    const title = positionTitle(position, status);
    const known = people.get(id);
    people.set(id, { id, name, titles: known ? `${known.titles}, ${title}` : title });
  }
  return [...people.values()];
}
