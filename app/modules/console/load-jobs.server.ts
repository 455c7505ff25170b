import { and, asc, count, desc, eq, isNotNull, isNull, lt, or, type SQL } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { requireOversight } from "#app/platform/require.ts";
import { deadLetters, dueJobs, sweepRuns } from "#db/directory/schema/jobs.ts";
import { signups, villages } from "#db/directory/schema/villages.ts";
import { isLate } from "./load-home.server.ts";
import { keyOf, PAGE_ROWS, partsOf, subjectOf } from "./rules.ts";

const LATE_SHOWN = 20;
const RUNS_SHOWN = 15;

/**
 * Work without a page: dead letters, open or settled, the latest first; what is late, sign-ups on their way, and the last
 * sweeps. One round trip.
 * @param after key of the last letter of the page before
 */
export async function loadJobs(ctx: OversightCtx, isSettled = false, after: string | null = null) {
  requireOversight(ctx, "operator.system");
  const { directory } = ctx;
  const [letters, late, lateCount, runs, open] = await directory.batch([
    selectLetters(ctx, isSettled, after),
    selectLate(ctx),
    directory.select({ count: count() }).from(dueJobs).where(isLate(ctx.now)),
    directory.select().from(sweepRuns).orderBy(desc(sweepRuns.id)).limit(RUNS_SHOWN),
    selectSignups(ctx),
  ]);
  const page = letters.slice(0, PAGE_ROWS);
  const last = page.at(-1);
  return {
    letters: page.map((row) => ({ ...row, kind: subjectOf(row.body).kind })),
    next: letters.length > PAGE_ROWS && last ? keyOf([last.receivedAt, last.id]) : null,
    late,
    lateCount: lateCount[0]?.count ?? 0,
    runs,
    signups: open,
  };
}

export type ListedLetter = Awaited<ReturnType<typeof loadJobs>>["letters"][number];

function selectLetters({ directory }: OversightCtx, isSettled: boolean, after: string | null) {
  const isShown = isSettled ? isNotNull(deadLetters.settledAt) : isNull(deadLetters.settledAt);
  return directory
    .select()
    .from(deadLetters)
    .where(and(isShown, behind(after)))
    .orderBy(desc(deadLetters.receivedAt), desc(deadLetters.id))
    .limit(PAGE_ROWS + 1);
}

function selectLate({ directory, now }: OversightCtx) {
  return directory
    .select({
      villageId: dueJobs.villageId,
      village: villages.name,
      kind: dueJobs.kind,
      dueAt: dueJobs.dueAt,
      attempts: dueJobs.attempts,
      lastError: dueJobs.lastError,
    })
    .from(dueJobs)
    .leftJoin(villages, eq(villages.id, dueJobs.villageId))
    .where(isLate(now))
    .orderBy(asc(dueJobs.dueAt))
    .limit(LATE_SHOWN);
}

function selectSignups({ directory }: OversightCtx) {
  return directory
    .select({
      id: signups.id,
      villageId: signups.villageId,
      village: villages.name,
      step: signups.step,
      attempts: signups.attempts,
      createdAt: signups.createdAt,
      lastError: signups.lastError,
    })
    .from(signups)
    .leftJoin(villages, eq(villages.id, signups.villageId))
    .where(isNull(signups.finishedAt))
    .orderBy(desc(signups.attempts), asc(signups.createdAt))
    .limit(LATE_SHOWN);
}

function behind(after: string | null): SQL | undefined {
  const parts = partsOf(after);
  if (!parts) return undefined;
  const [at, id] = parts;
  return or(lt(deadLetters.receivedAt, at), and(eq(deadLetters.receivedAt, at), lt(deadLetters.id, id)));
}
