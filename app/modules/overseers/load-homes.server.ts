import { and, count, eq, like, ne } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { requireOversight } from "#app/platform/require.ts";
import { overseers } from "#db/directory/schema/overseers.ts";
import { villages } from "#db/directory/schema/villages.ts";

/** What the operator's home counts, in one round trip. */
export async function loadOperatorHome(ctx: OversightCtx) {
  requireOversight(ctx, "operator.enter");
  const [states, people] = await ctx.directory.batch([
    ctx.directory
      .select({ state: villages.state, trust: villages.trust, count: count() })
      .from(villages)
      .groupBy(villages.state, villages.trust),
    ctx.directory
      .select({ kind: overseers.kind, count: count() })
      .from(overseers)
      .where(eq(overseers.state, "active"))
      .groupBy(overseers.kind),
  ]);
  const sum = (rows: readonly { count: number }[]) => rows.reduce((total, row) => total + row.count, 0);
  const active = states.filter((row) => row.state === "active");
  return {
    active: sum(active),
    unverified: sum(active.filter((row) => row.trust === "unverified")),
    suspended: sum(states.filter((row) => row.state === "suspended")),
    operators: sum(people.filter((row) => row.kind === "operator")),
    regencyPeople: sum(people.filter((row) => row.kind === "kabupaten")),
  };
}

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
