import { and, eq, gt, isNull, or } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { formatDate } from "#app/ui/format.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { accounts, positionTerms } from "#db/village/schema/accounts.ts";
import { clashes, type Holding } from "./office-rules.ts";
import { isHeldOn } from "./people-rules.ts";
import { todayIn } from "./staff.server.ts";
import { PEOPLE_WORDS, positionTitle } from "./words.ts";

/** Who holds a position today or will, active accounts only. */
async function listHoldings(ctx: VillageCtx, db: VillageDb | VillageTx, position: string) {
  const rows = await db
    .select({ term: positionTerms, name: accounts.name })
    .from(positionTerms)
    .innerJoin(accounts, eq(accounts.id, positionTerms.accountId))
    .where(
      and(
        eq(positionTerms.position, position),
        eq(accounts.state, "active"),
        or(isNull(positionTerms.endsOn), gt(positionTerms.endsOn, todayIn(ctx))),
      ),
    );
  return rows.map(({ term, name }) => ({ ...term, name }));
}

/**
 * Why a holding can't begin beside those that there are; null where it can.
 * @param ownTermId the term that is being changed
 */
export async function findClash(
  ctx: VillageCtx,
  tx: VillageTx,
  wanted: Holding,
  ownTermId?: string,
): Promise<string | null> {
  const others = await listHoldings(ctx, tx, wanted.position);
  const other = others.find((each) => each.id !== ownTermId && clashes(wanted, each));
  if (!other) return null;
  return PEOPLE_WORDS.officeTaken(positionTitle(other.position, other.status), other.name, periodOf(other));
}

/** Does somebody else hold the position on a day? */
export async function isHeldByOther(
  ctx: VillageCtx,
  db: VillageDb | VillageTx,
  { position, accountId, day }: { position: string; accountId: string; day: string },
): Promise<boolean> {
  const holdings = await listHoldings(ctx, db, position);
  return holdings.some((each) => each.accountId !== accountId && isHeldOn(each, day));
}

/** `mulai 1 Januari 2026 sampai sebelum 3 Mei 2027`. */
export function periodOf({ startsOn, endsOn }: Pick<Holding, "startsOn" | "endsOn">): string {
  return `mulai ${formatDate(startsOn)}${endsOn ? ` sampai sebelum ${formatDate(endsOn)}` : ""}`;
}
