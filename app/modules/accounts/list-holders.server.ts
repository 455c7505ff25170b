import { and, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { accounts, positionTerms } from "#db/village/schema/accounts.ts";
import { MATRIX, type Permission } from "./permissions.ts";

/** Active accounts that hold a permission through a position today: a statement of `accountId`, each once. */
export function holdersStatement(
  ctx: Pick<VillageCtx, "tenant" | "now">,
  db: VillageDb | VillageTx,
  permission: Permission,
) {
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  return db
    .selectDistinct({ accountId: accounts.id })
    .from(accounts)
    .innerJoin(positionTerms, eq(positionTerms.accountId, accounts.id))
    .where(
      and(
        eq(accounts.state, "active"),
        inArray(positionTerms.position, [...MATRIX[permission]]),
        lte(positionTerms.startsOn, today),
        or(isNull(positionTerms.endsOn), gt(positionTerms.endsOn, today)),
      ),
    );
}

/** Ids of the active accounts that hold a permission through a position today. */
export async function listHolders(
  ctx: Pick<VillageCtx, "tenant" | "now">,
  tx: VillageTx,
  permission: Permission,
): Promise<string[]> {
  const rows = await holdersStatement(ctx, tx, permission);
  return rows.map((row) => row.accountId);
}
