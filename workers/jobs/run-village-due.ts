import { and, eq, lte, notInArray, sql } from "drizzle-orm";
import type { BaseCtx, VillageCtx } from "#app/context.ts";
import { errorText } from "#app/platform/error-text.ts";
import type { DueHandler } from "#app/platform/jobs/due.ts";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { keepDeadLetter } from "./dead-letters.ts";

/** A run that is cut off comes again after this. */
const LEASE_SECONDS = 300;
const MAX_ATTEMPTS = 5;
const FIRST_BACKOFF_MINUTES = 5;
const DAY_MILLIS = 86_400_000;

type DueRow = typeof dueJobs.$inferSelect;

/**
 * Runs everything that is due in one village, each kind on its own: one that fails comes again later and stops no
 * other. A doubled or late message finds the due times moved on and does nothing.
 */
export async function runVillageDue(ctx: VillageCtx, handlers: readonly DueHandler[]): Promise<void> {
  for (const row of await takeRows(ctx)) {
    const handler = handlers.find((each) => each.kind === row.kind);
    if (!handler) {
      ctx.log.error("due.unknown", new Error(row.kind));
      await settle(ctx, row, new Date(ctx.now.getTime() + DAY_MILLIS));
      continue;
    }
    try {
      const { nextDueAt } = await handler.run(ctx);
      await settle(ctx, row, nextDueAt);
    } catch (error) {
      await recordFailure(ctx, row, error);
    }
  }
}

/** Counts the attempt before it is made, so that one that kills the process is counted too. */
async function takeRows(ctx: VillageCtx): Promise<DueRow[]> {
  return ctx.directory
    .update(dueJobs)
    .set({
      leasedUntil: new Date(ctx.now.getTime() + LEASE_SECONDS * 1000).toISOString(),
      attempts: sql`${dueJobs.attempts} + 1`,
    })
    .where(and(eq(dueJobs.villageId, ctx.tenant.villageId), lte(dueJobs.dueAt, ctx.now.toISOString())))
    .returning();
}

/** A due time that somebody set meanwhile counts too: the earlier one stays. */
async function settle(ctx: VillageCtx, row: DueRow, nextDueAt: Date | null): Promise<void> {
  if (nextDueAt === null) {
    const isUnmoved = eq(dueJobs.dueAt, row.dueAt);
    const gone = await ctx.directory
      .delete(dueJobs)
      .where(and(isRow(row), isUnmoved))
      .returning({ kind: dueJobs.kind });
    if (gone.length > 0) return;
  }
  const next = nextDueAt?.toISOString() ?? row.dueAt;
  await ctx.directory
    .update(dueJobs)
    .set({
      dueAt: nextDueAt
        ? sql`iif(${dueJobs.dueAt} = ${row.dueAt}, ${next}, min(${dueJobs.dueAt}, ${next}))`
        : dueJobs.dueAt,
      leasedUntil: null,
      attempts: 0,
      lastError: null,
    })
    .where(isRow(row));
}

async function recordFailure(ctx: VillageCtx, row: DueRow, error: unknown): Promise<void> {
  const { villageId, kind, attempts } = row;
  ctx.log.error("due.failed", error, { kind, attempts });
  if (attempts % MAX_ATTEMPTS === 0) {
    const id = `due:${villageId}:${kind}:${row.dueAt}`;
    const reason = `Gagal ${attempts} kali: ${errorText(error)}`;
    await keepDeadLetter(ctx, { id, queue: "due_jobs", body: { villageId, kind }, reason });
  }
  await ctx.directory
    .update(dueJobs)
    .set({
      dueAt: new Date(ctx.now.getTime() + backoffMillis(attempts)).toISOString(),
      leasedUntil: null,
      lastError: errorText(error).slice(0, 500),
    })
    .where(isRow(row));
}

/** 5, 10, 20, 40 minutes, then once a day. */
function backoffMillis(attempts: number): number {
  return attempts >= MAX_ATTEMPTS ? DAY_MILLIS : FIRST_BACKOFF_MINUTES * 2 ** (attempts - 1) * 60_000;
}

function isRow(row: DueRow) {
  return and(eq(dueJobs.villageId, row.villageId), eq(dueJobs.kind, row.kind));
}

/** The directory's row of a village, or null. */
export async function findVillageRow(ctx: BaseCtx, villageId: string) {
  const [row] = await ctx.directory.select().from(villages).where(eq(villages.id, villageId));
  return row ?? null;
}

/** A village that is no more has nothing due. */
export async function forgetDue(ctx: BaseCtx, villageId: string): Promise<void> {
  await ctx.directory.delete(dueJobs).where(eq(dueJobs.villageId, villageId));
}

/** A suspended village's work waits, but for some kinds; it is looked at once a day. */
export async function postponeDue(
  ctx: BaseCtx,
  villageId: string,
  except: readonly string[] = [],
): Promise<void> {
  const tomorrow = new Date(ctx.now.getTime() + DAY_MILLIS).toISOString();
  const isDue = and(
    eq(dueJobs.villageId, villageId),
    lte(dueJobs.dueAt, ctx.now.toISOString()),
    except.length > 0 ? notInArray(dueJobs.kind, [...except]) : undefined,
  );
  await ctx.directory.update(dueJobs).set({ dueAt: tomorrow, leasedUntil: null }).where(isDue);
}
