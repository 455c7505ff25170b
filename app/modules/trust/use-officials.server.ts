import { and, eq, isNotNull, isNull, ne, sql } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { requireOversight, requireOwnRegency } from "#app/platform/require.ts";
import { writeDirectory } from "#app/platform/write-directory.ts";
import { officialLists } from "#db/directory/schema/trust.ts";
import type { DirectoryTx } from "#db/open.ts";
import { TRUST_KIND } from "./wake-trust.server.ts";
import { OFFICIALS_WORDS } from "./words.ts";

/** Villages beyond these learn of the list from the next sweep, five minutes later. */
const MOST_MESSAGES = 100;

/**
 * Puts a checked list in force in the place of the former one, whose people are forgotten, and lets every village whose
 * officials wait for it be compared.
 * @throws ConflictError where it is in force by now; NotFoundError for another kabupaten's, or one that a later check replaced
 */
export async function useOfficials(ctx: OversightCtx, listId: string): Promise<{ rowCount: number }> {
  requireOversight(ctx, "kabupaten.officials");
  const used = await writeDirectory(ctx, async ({ tx, audit }) => {
    const [list] = await tx.select().from(officialLists).where(eq(officialLists.id, listId));
    if (!list) throw new NotFoundError(OFFICIALS_WORDS.gone);
    requireOwnRegency(ctx, list.regencyCode);
    if (list.inForceAt) throw new ConflictError(OFFICIALS_WORDS.inForce);
    const { regencyCode, rowCount } = list;
    await replaceFormer(tx, ctx.now, regencyCode, listId);
    await tx
      .update(officialLists)
      .set({ inForceAt: ctx.now.toISOString() })
      .where(eq(officialLists.id, listId));
    const details = { rows: rowCount };
    await audit({ action: "officials.use", entity: "official_list", entityId: listId, regencyCode, details });
    return { regencyCode, rowCount };
  });
  await wakeWaiting(ctx, used.regencyCode);
  return { rowCount: used.rowCount };
}

async function replaceFormer(tx: DirectoryTx, now: Date, regencyCode: string, listId: string): Promise<void> {
  const former = and(
    eq(officialLists.regencyCode, regencyCode),
    ne(officialLists.id, listId),
    isNotNull(officialLists.inForceAt),
    isNull(officialLists.replacedAt),
  );
  await tx.update(officialLists).set({ replacedAt: now.toISOString() }).where(former);
  await tx.run(sql`DELETE FROM listed_officials WHERE list_id IN
    (SELECT id FROM official_lists WHERE regency_code = ${regencyCode} AND replaced_at IS NOT NULL)`);
}

async function wakeWaiting(ctx: OversightCtx, regencyCode: string): Promise<void> {
  const at = ctx.now.toISOString();
  const woken = await ctx.directory.all<{ villageId: string }>(sql`
    INSERT INTO due_jobs (village_id, kind, due_at, attempts)
    SELECT DISTINCT c.village_id, ${TRUST_KIND}, ${at}, 0 FROM claims c
    JOIN villages v ON v.id = c.village_id AND v.state = 'active'
    WHERE c.state = 'waiting' AND c.basis = 'list'
      AND c.region_code >= ${`${regencyCode}.`} AND c.region_code < ${`${regencyCode}/`}
    ON CONFLICT (village_id, kind) DO UPDATE SET due_at = min(due_at, excluded.due_at)
    RETURNING village_id AS villageId`);
  for (const { villageId } of woken.slice(0, MOST_MESSAGES))
    await ctx.queue.send({ kind: "run-village-due", villageId }).catch(() => {});
}
