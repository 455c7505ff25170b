import { sql } from "drizzle-orm";
import type { BaseCtx } from "#app/context.ts";
import { rateLimits } from "#db/directory/schema/villages.ts";
import { LimitError } from "./errors.ts";

export const HOUR_MILLIS = 3_600_000;
export const DAY_MILLIS = 24 * HOUR_MILLIS;

/** How often something may happen to a subject inside one window. */
export interface RateLimit {
  /** `contest:192.0.2.7`: what is counted. */
  subject: string;
  limit: number;
  windowMillis: number;
  /** What the person reads, given the minutes until the window is over. */
  sentence(minutes: number): string;
}

/**
 * Counts one use in the present window, before anything costly is done, in one statement.
 * @throws LimitError above the limit, with the seconds until the window is over
 */
export async function requireUnderLimit(
  ctx: Pick<BaseCtx, "directory" | "now">,
  { subject, limit, windowMillis, sentence }: RateLimit,
): Promise<void> {
  const start = Math.floor(ctx.now.getTime() / windowMillis) * windowMillis;
  const [row] = await ctx.directory
    .insert(rateLimits)
    .values({ subject, windowStart: new Date(start).toISOString(), count: 1 })
    .onConflictDoUpdate({
      target: [rateLimits.subject, rateLimits.windowStart],
      set: { count: sql`${rateLimits.count} + 1` },
    })
    .returning();
  if ((row?.count ?? 0) <= limit) return;
  const seconds = Math.max(1, Math.ceil((start + windowMillis - ctx.now.getTime()) / 1000));
  throw new LimitError(sentence(Math.ceil(seconds / 60)), seconds);
}
