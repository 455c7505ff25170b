import { and, like, ne } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { requireOversight } from "#app/platform/require.ts";
import { villages } from "#db/directory/schema/villages.ts";

/** The villages of the own kabupaten that exist in Balai, in one round trip. */
export async function loadRegencyHome(ctx: OversightCtx) {
  requireOversight(ctx, "kabupaten.enter");
  const { regencyCode } = ctx.overseer;
  if (!regencyCode) throw new ForbiddenError();
  const rows = await ctx.directory
    .select({
      id: villages.id,
      name: villages.name,
      regionCode: villages.regionCode,
      state: villages.state,
      trust: villages.trust,
    })
    .from(villages)
    .where(and(like(villages.regionCode, `${regencyCode}.%`), ne(villages.state, "erased")))
    .orderBy(villages.regionCode);
  return { villages: rows };
}
