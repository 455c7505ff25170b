import { count, isNotNull, ne, sql } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { requireOversight } from "#app/platform/require.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { checkHome } from "#db/homes/health.ts";
import type { DatabaseHome } from "#db/homes/home.ts";

/** How far back a home lets a village go. */
export type PastOf = "minutes" | "nights";

/**
 * Every home of this deployment, asked now whether it serves, with how many villages lie in it. A home that villages name
 * and the configuration does not stands there too. One round trip, and one request to each home.
 */
export async function loadHomes(ctx: OversightCtx, check: typeof checkHome = checkHome) {
  requireOversight(ctx, "operator.system");
  const [[held, moving], health] = await Promise.all([
    ctx.directory.batch([
      ctx.directory
        .select({ home: villages.home, count: count() })
        .from(villages)
        .where(ne(villages.state, "erased"))
        .groupBy(villages.home),
      ctx.directory
        .select({ home: sql<string>`${villages.movingTo}`, count: count() })
        .from(villages)
        .where(isNotNull(villages.movingTo))
        .groupBy(villages.movingTo),
    ]),
    Promise.all(ctx.homes.all.map((home) => check(home))),
  ]);
  const countOf = (rows: readonly { home: string; count: number }[], name: string) =>
    rows.find((row) => row.home === name)?.count ?? 0;
  const known = new Set(ctx.homes.all.map((home) => home.name));
  return {
    checkedAt: ctx.now.toISOString(),
    homes: ctx.homes.all.map((home, at) => ({
      name: home.name,
      kind: home.kind,
      region: home.region,
      isMain: home.name === ctx.homes.main.name,
      isUp: health[at]?.isUp ?? false,
      millis: health[at]?.millis ?? 0,
      trouble: health[at]?.trouble ?? null,
      past: pastOf(ctx, home),
      villages: countOf(held, home.name),
      coming: countOf(moving, home.name),
    })),
    unknown: held.filter((row) => !known.has(row.home)),
  };
}

function pastOf({ homes }: Pick<OversightCtx, "homes">, home: DatabaseHome): PastOf {
  return homes.provisionerOf(home.name).hasPointInTime ? "minutes" : "nights";
}

export type ShownHome = Awaited<ReturnType<typeof loadHomes>>["homes"][number];
