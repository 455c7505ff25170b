import { sql } from "drizzle-orm";
import type { PortalCtx } from "#app/context.ts";
import { LimitError } from "#app/platform/errors.ts";
import { networkOf } from "#app/platform/network.ts";
import { rateLimits } from "#db/directory/schema/villages.ts";
import { SIGNUP_WORDS } from "./words.ts";

const HOUR_MILLIS = 3_600_000;

/**
 * Counts one sign-up for the client's address in the present hour.
 * @throws LimitError above the configured number, with the seconds until the hour is over
 */
export async function limitSignups(ctx: PortalCtx): Promise<void> {
  const start = Math.floor(ctx.now.getTime() / HOUR_MILLIS) * HOUR_MILLIS;
  const [row] = await ctx.directory
    .insert(rateLimits)
    .values({
      subject: `signup:${networkOf(ctx.address)}`,
      windowStart: new Date(start).toISOString(),
      count: 1,
    })
    .onConflictDoUpdate({
      target: [rateLimits.subject, rateLimits.windowStart],
      set: { count: sql`${rateLimits.count} + 1` },
    })
    .returning();
  if ((row?.count ?? 0) <= ctx.config.signupsPerHour) return;
  const seconds = Math.max(1, Math.ceil((start + HOUR_MILLIS - ctx.now.getTime()) / 1000));
  throw new LimitError(SIGNUP_WORDS.limit(Math.ceil(seconds / 60)), seconds);
}
