import { and, eq, gt, inArray, isNull, lte, or, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { accounts, positionTerms } from "#db/village/schema/accounts.ts";
import type { Actor } from "../actor.ts";
import { dayIn } from "../clock.ts";
import { newId } from "../ids.ts";
import { tell } from "../inbox.ts";
import { firstIdAt } from "./id-range.ts";
import type { Unusual } from "./unusual-rules.ts";

/** Who leads the office and is told; a test holds it equal to the leaders of the permission matrix. */
export const TOLD_POSITIONS = ["kepala-desa", "sekretaris-desa"] as const;

const HOUR_MILLIS = 3_600_000;

type Ctx = Pick<VillageCtx, "now" | "requestId" | "tenant"> & { actor: Actor };

/**
 * Writes a row `unusual` and tells the leaders, once for each account and hour of the clock. Each statement finds done
 * work done, so that two entries at the same moment tell once.
 */
export async function tellUnusual(
  db: VillageDb | VillageTx,
  ctx: Ctx,
  what: string,
  unusual: Unusual,
): Promise<void> {
  const { accountId, name } = ctx.actor;
  const hour = new Date(Math.floor(ctx.now.getTime() / HOUR_MILLIS) * HOUR_MILLIS);
  await db.run(rowStatement(ctx, what, unusual, hour));
  await tell(ctx, db, await listLeaders(db, ctx), {
    onceKey: `unusual:${accountId}:${hour.toISOString().slice(0, 13)}`,
    title: `${name} membuka data pribadi lebih banyak dari biasanya`,
    body: bodyOf(unusual),
    href: `/kantor/data-pribadi/akses?orang=${encodeURIComponent(accountId)}`,
  });
}

function rowStatement(ctx: Ctx, what: string, { why, count, limit, isNight }: Unusual, hour: Date) {
  const { accountId, name } = ctx.actor;
  const reason = `${why}:${limit}${isNight ? ":malam" : ""}`;
  return sql`INSERT INTO access_log
      (id, at, account_id, actor_name, kind, what, row_count, reason, request_id)
    SELECT ${newId(ctx.now)}, ${ctx.now.toISOString()}, ${accountId}, ${name}, 'unusual', ${what}, ${count}, ${reason},
      ${ctx.requestId}
    WHERE NOT EXISTS (
      SELECT 1 FROM access_log
      WHERE account_id = ${accountId} AND kind = 'unusual' AND id >= ${firstIdAt(hour)})`;
}

async function listLeaders(db: VillageDb | VillageTx, ctx: Ctx): Promise<string[]> {
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const rows = await db
    .selectDistinct({ id: accounts.id })
    .from(accounts)
    .innerJoin(positionTerms, eq(positionTerms.accountId, accounts.id))
    .where(
      and(
        eq(accounts.state, "active"),
        inArray(positionTerms.position, [...TOLD_POSITIONS]),
        lte(positionTerms.startsOn, today),
        or(isNull(positionTerms.endsOn), gt(positionTerms.endsOn, today)),
      ),
    );
  return rows.map((row) => row.id);
}

function bodyOf({ why, count, limit, isNight }: Unusual): string {
  const when = isNight ? " pada malam hari" : "";
  const what = { reveals: "data terlindung", openings: "catatan pribadi" };
  const happened =
    why === "export"
      ? `Satu ekspor memuat ${count} baris${when}`
      : `Dalam satu jam ${count} ${what[why]} dibuka${when}`;
  return `${happened}; batasnya ${limit}. Periksa log akses dan tanyakan keperluannya.`;
}
