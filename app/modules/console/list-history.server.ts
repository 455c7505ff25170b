import { and, desc, eq, lt } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { requireOversight } from "#app/platform/require.ts";
import { directoryAudit } from "#db/directory/schema/overseers.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { PAGE_ROWS } from "./rules.ts";

/** What people above the villages, commands and sweeps did, the latest first. One round trip. */
export async function listHistory(ctx: OversightCtx, beforeId: string | null) {
  requireOversight(ctx, "operator.system");
  const rows = await ctx.directory
    .select({ row: directoryAudit, village: villages.name, villageId: villages.id })
    .from(directoryAudit)
    .leftJoin(villages, eq(villages.id, directoryAudit.villageId))
    .where(and(beforeId ? lt(directoryAudit.id, beforeId) : undefined))
    .orderBy(desc(directoryAudit.id))
    .limit(PAGE_ROWS + 1);
  const page = rows.slice(0, PAGE_ROWS);
  return {
    rows: page.map(({ row, village, villageId }) => ({
      ...row,
      village: village && villageId ? { id: villageId, name: village } : null,
    })),
    next: rows.length > PAGE_ROWS ? (page.at(-1)?.row.id ?? null) : null,
  };
}
