import { and, count, eq, isNull, lt, sql } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { requireOversight } from "#app/platform/require.ts";
import { deadLetters, dueJobs } from "#db/directory/schema/jobs.ts";
import { alerts } from "#db/directory/schema/operations.ts";
import { overseers } from "#db/directory/schema/overseers.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { lateBefore } from "./rules.ts";

/** What the operator's home counts, in one round trip. */
export async function loadOperatorHome(ctx: OversightCtx) {
  requireOversight(ctx, "operator.enter");
  const { directory } = ctx;
  const [states, people, letters, open, late, failed] = await directory.batch([
    directory
      .select({ state: villages.state, trust: villages.trust, count: count() })
      .from(villages)
      .groupBy(villages.state, villages.trust),
    directory
      .select({ kind: overseers.kind, count: count() })
      .from(overseers)
      .where(eq(overseers.state, "active"))
      .groupBy(overseers.kind),
    directory.select({ count: count() }).from(deadLetters).where(isNull(deadLetters.settledAt)),
    directory
      .select({ severity: alerts.severity, count: count() })
      .from(alerts)
      .where(isNull(alerts.settledAt))
      .groupBy(alerts.severity),
    directory.select({ count: count() }).from(dueJobs).where(isLate(ctx.now)),
    directory
      .select({ count: count() })
      .from(villages)
      .where(and(sql`${villages.migrationError} IS NOT NULL`, sql`${villages.state} <> 'erased'`)),
  ]);
  const sum = (rows: readonly { count: number }[]) => rows.reduce((total, row) => total + row.count, 0);
  const active = states.filter((row) => row.state === "active");
  return {
    active: sum(active),
    unverified: sum(active.filter((row) => row.trust === "unverified")),
    suspended: sum(states.filter((row) => row.state === "suspended")),
    operators: sum(people.filter((row) => row.kind === "operator")),
    regencyPeople: sum(people.filter((row) => row.kind === "kabupaten")),
    deadLetters: sum(letters),
    alerts: sum(open),
    grave: sum(open.filter((row) => row.severity === "gawat")),
    late: sum(late),
    migrationErrors: sum(failed),
  };
}

/** Due work that no sweep has taken up in time. */
export function isLate(now: Date) {
  const isFree = sql`(${dueJobs.leasedUntil} IS NULL OR ${dueJobs.leasedUntil} <= ${now.toISOString()})`;
  return and(lt(dueJobs.dueAt, lateBefore(now)), isFree);
}
