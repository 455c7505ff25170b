import { and, count, desc, eq, isNotNull, sql } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { requireOversight } from "#app/platform/require.ts";
import { listedOfficials, officialLists } from "#db/directory/schema/trust.ts";

/** The kabupaten's list in force, and those before it; of its people nothing but how many. One round trip. */
export async function loadOfficials(ctx: OversightCtx) {
  requireOversight(ctx, "kabupaten.officials");
  const { regencyCode } = ctx.overseer;
  if (!regencyCode) throw new ForbiddenError();
  const [lists, counts] = await ctx.directory.batch([
    ctx.directory
      .select()
      .from(officialLists)
      .where(and(eq(officialLists.regencyCode, regencyCode), isNotNull(officialLists.inForceAt)))
      .orderBy(desc(officialLists.inForceAt))
      .limit(10),
    ctx.directory
      .select({
        listId: listedOfficials.listId,
        rows: count(),
        villages: sql<number>`count(DISTINCT ${listedOfficials.regionCode})`,
      })
      .from(listedOfficials)
      .innerJoin(officialLists, eq(officialLists.id, listedOfficials.listId))
      .where(eq(officialLists.regencyCode, regencyCode))
      .groupBy(listedOfficials.listId),
  ]);
  return {
    lists: lists.map(({ id, fileName, inForceAt, replacedAt, rowCount }) => ({
      id,
      fileName,
      inForceAt,
      replacedAt,
      rowCount,
      villageCount: counts.find(({ listId }) => listId === id)?.villages ?? null,
    })),
  };
}
