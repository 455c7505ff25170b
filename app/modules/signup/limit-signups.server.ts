import { and, eq, sql } from "drizzle-orm";
import type { PortalCtx } from "#app/context.ts";
import { LimitError } from "#app/platform/errors.ts";
import { networkOf } from "#app/platform/network.ts";
import { rateLimits } from "#db/directory/schema/villages.ts";
import { SIGNUP_WORDS } from "./words.ts";

const HOUR_MILLIS = 3_600_000;

/**
 * Counts one sign-up for the client's network in the present hour.
 * @throws LimitError above the configured number, with the seconds until the hour is over
 */
export async function limitSignups(ctx: PortalCtx): Promise<void> {
  const count = await countInHour(ctx, `signup:${networkOf(ctx.address)}`);
  if (count <= ctx.config.signupsPerHour) return;
  const end = hourOf(ctx).getTime() + HOUR_MILLIS;
  const seconds = Math.max(1, Math.ceil((end - ctx.now.getTime()) / 1000));
  throw new LimitError(SIGNUP_WORDS.limit(Math.ceil(seconds / 60)), seconds);
}

/** A form sent again makes nothing new: it does not use the network's number up. */
export async function giveSignupBack(ctx: PortalCtx): Promise<void> {
  await giveBackInHour(ctx, `signup:${networkOf(ctx.address)}`);
}

/** Counts one more of something in the present hour. @returns how many it is by now */
export async function countInHour(ctx: PortalCtx, subject: string): Promise<number> {
  const [row] = await ctx.directory
    .insert(rateLimits)
    .values({ subject, windowStart: hourOf(ctx).toISOString(), count: 1 })
    .onConflictDoUpdate({
      target: [rateLimits.subject, rateLimits.windowStart],
      set: { count: sql`${rateLimits.count} + 1` },
    })
    .returning();
  return row?.count ?? 0;
}

/** Takes one count of the present hour back. */
export async function giveBackInHour(ctx: PortalCtx, subject: string): Promise<void> {
  await ctx.directory
    .update(rateLimits)
    .set({ count: sql`max(${rateLimits.count} - 1, 0)` })
    .where(and(eq(rateLimits.subject, subject), eq(rateLimits.windowStart, hourOf(ctx).toISOString())));
}

function hourOf(ctx: PortalCtx): Date {
  return new Date(Math.floor(ctx.now.getTime() / HOUR_MILLIS) * HOUR_MILLIS);
}
