import { eq, inArray } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { signInAttempts } from "#db/village/schema/accounts.ts";

const WINDOW_MINUTES = 15;
/** Strict per account, lenient per address: a town or a hall shares one. */
const LIMITS = { account: 8, address: 100 };

/** Seconds until this account name or this address may try again; 0 where it may now. */
export async function secondsLocked(ctx: VillageCtx, name: string): Promise<number> {
  const rows = await ctx.db
    .select()
    .from(signInAttempts)
    .where(
      inArray(
        signInAttempts.subject,
        subjectsOf(ctx, name).map((each) => each.subject),
      ),
    );
  const waits = rows.map((row) => (row.lockedUntil ? Date.parse(row.lockedUntil) - ctx.now.getTime() : 0));
  return Math.max(0, ...waits.map((millis) => Math.ceil(millis / 1000)));
}

/** Counts a failure; over the limit the subject is locked for the rest of a window. */
export async function recordFailure(ctx: VillageCtx, name: string): Promise<void> {
  for (const { subject, limit } of subjectsOf(ctx, name)) {
    const [row] = await ctx.db.select().from(signInAttempts).where(eq(signInAttempts.subject, subject));
    const isFresh =
      row !== undefined && Date.parse(row.windowStartedAt) > ctx.now.getTime() - WINDOW_MINUTES * 60_000;
    const failures = (isFresh ? row.failures : 0) + 1;
    const values = {
      failures,
      windowStartedAt: isFresh ? row.windowStartedAt : ctx.now.toISOString(),
      lockedUntil:
        failures >= limit ? new Date(ctx.now.getTime() + WINDOW_MINUTES * 60_000).toISOString() : null,
    };
    await ctx.db
      .insert(signInAttempts)
      .values({ subject, ...values })
      .onConflictDoUpdate({ target: signInAttempts.subject, set: values });
  }
}

/** Forgets the failures of an account after a right password; the address keeps its count. */
export async function clearAttempts(ctx: VillageCtx, name: string): Promise<void> {
  await ctx.db.delete(signInAttempts).where(eq(signInAttempts.subject, `account:${name}`));
}

function subjectsOf(ctx: VillageCtx, name: string) {
  return [
    { subject: `account:${name}`, limit: LIMITS.account },
    { subject: `address:${ctx.address}`, limit: LIMITS.address },
  ];
}
