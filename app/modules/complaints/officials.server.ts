import { and, asc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { MATRIX } from "#app/modules/accounts/permissions.ts";
import { positionTitle } from "#app/modules/accounts/words.ts";
import { accounts, positionTerms } from "#db/village/schema/accounts.ts";
import { todayOf } from "./complaints.server.ts";

/** Query for whom a complaint may be given: who reads complaints by a position that he holds today. */
export function selectOfficials(ctx: OfficeCtx) {
  const today = todayOf(ctx);
  return ctx.db
    .select({ id: accounts.id, name: accounts.name, position: positionTerms.position })
    .from(accounts)
    .innerJoin(positionTerms, eq(positionTerms.accountId, accounts.id))
    .where(
      and(
        eq(accounts.state, "active"),
        inArray(positionTerms.position, [...MATRIX["complaints.read"]]),
        lte(positionTerms.startsOn, today),
        or(isNull(positionTerms.endsOn), gt(positionTerms.endsOn, today)),
      ),
    )
    .orderBy(asc(accounts.name), asc(accounts.id));
}

/** Each official once, as a choice. */
export function choicesOf(rows: readonly { id: string; name: string; position: string }[]) {
  const people = new Map<string, string>();
  for (const { id, name, position } of rows)
    if (!people.has(id)) people.set(id, `${name}, ${positionTitle(position)}`);
  return [...people].map(([value, label]) => ({ value, label }));
}
