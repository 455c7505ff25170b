import { and, count, desc, eq, inArray, isNotNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { DEFAULT_QUOTA_BYTES, quotaOf } from "#app/platform/files/quota.ts";
import { requireOversight } from "#app/platform/require.ts";
import { backups } from "#db/directory/schema/backups.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { keyOf, PAGE_ROWS, partsOf } from "./rules.ts";

/** What files and backups take up in all, and villages by what theirs do, the largest first. One round trip. */
export async function loadStorage(ctx: OversightCtx, after: string | null) {
  requireOversight(ctx, "operator.system");
  const { directory } = ctx;
  const isInUse = inArray(villages.state, ["active", "suspended"]);
  const quota = sql<number>`coalesce(${villages.quotaBytes}, ${DEFAULT_QUOTA_BYTES})`;
  const [[total], [kept], rows] = await directory.batch([
    directory
      .select({
        villages: count(),
        measured: count(villages.measuredAt),
        fileBytes: sql<number>`coalesce(sum(${villages.fileBytes}), 0)`,
        oldest: sql<string | null>`min(${villages.measuredAt})`,
        nearlyFull: sql<number>`coalesce(sum(${villages.fileBytes} * 100 >= ${quota} * 80), 0)`,
      })
      .from(villages)
      .where(isInUse),
    directory
      .select({ count: count(), bytes: sql<number>`coalesce(sum(${backups.sizeBytes}), 0)` })
      .from(backups)
      .where(inArray(backups.state, ["stored", "verified"])),
    directory
      .select({
        id: villages.id,
        name: villages.name,
        regionCode: villages.regionCode,
        fileBytes: sql<number>`${villages.fileBytes}`,
        quotaBytes: villages.quotaBytes,
        measuredAt: villages.measuredAt,
      })
      .from(villages)
      .where(and(isInUse, isNotNull(villages.fileBytes), behind(after)))
      .orderBy(desc(villages.fileBytes), desc(villages.id))
      .limit(PAGE_ROWS + 1),
  ]);
  const page = rows.slice(0, PAGE_ROWS);
  const last = page.at(-1);
  return {
    total: total ?? { villages: 0, measured: 0, fileBytes: 0, oldest: null, nearlyFull: 0 },
    backups: kept ?? { count: 0, bytes: 0 },
    villages: page.map((row) => ({ ...row, quotaBytes: quotaOf(row) })),
    next: rows.length > PAGE_ROWS && last ? keyOf([last.fileBytes, last.id]) : null,
  };
}

export type StoredVillage = Awaited<ReturnType<typeof loadStorage>>["villages"][number];

function behind(after: string | null): SQL | undefined {
  const parts = partsOf(after);
  const bytes = Number(parts?.[0]);
  if (!parts || !Number.isFinite(bytes)) return undefined;
  return or(lt(villages.fileBytes, bytes), and(eq(villages.fileBytes, bytes), lt(villages.id, parts[1])));
}
