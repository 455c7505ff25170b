import { and, eq, isNull, sql } from "drizzle-orm";
import type { PortalCtx } from "#app/context.ts";
import { errorText } from "#app/platform/error-text.ts";
import { signups } from "#db/directory/schema/villages.ts";
import { isLeaseOver } from "#db/lease.ts";
import { getSignup } from "./queries.server.ts";
import { NEXT_STEP } from "./signup-steps.server.ts";

/** What carrying a sign-up on needs; a page's context and a queue message's both have it. */
export type SignupCtx = Pick<
  PortalCtx,
  "now" | "requestId" | "log" | "directory" | "homes" | "dueKinds" | "keysOf"
>;

/** `active`: the village answers. `pending`: a step failed or somebody else is at it; the sweep comes back to it. */
export type SignupState = "active" | "pending";

/** Longer than the sequence takes by far, shorter than the sweep's round. */
const LEASE_SECONDS = 120;
/** Each step once, and once more for each where two runners cross. */
const MAX_TURNS = 12;

/**
 * Carries a sign-up on from where it stands until its village is active. Every step may run twice, also at once, and
 * moves the row only from the step that it found; so a crash anywhere is finished by the next call.
 * @param options.evenIfLeased for the person who waits: after a crash nobody releases the lease. The sweep respects it.
 */
export async function resumeSignup(
  ctx: SignupCtx,
  signupId: string,
  options: { evenIfLeased?: boolean } = {},
): Promise<SignupState> {
  try {
    if (!(await takeLease(ctx, signupId, options.evenIfLeased ?? false)))
      return (await isActive(ctx, signupId)) ? "active" : "pending";
    for (let turn = 0; turn < MAX_TURNS; turn++) {
      const row = await getSignup(ctx, signupId);
      if (row.signup.step === "active") return "active";
      await NEXT_STEP[row.signup.step](ctx, row);
    }
    throw new Error("a sign-up that does not move");
  } catch (error) {
    if (await isActive(ctx, signupId)) return "active";
    ctx.log.error("signup.failed", error, { signupId });
    await recordFailure(ctx, signupId, error);
    return "pending";
  }
}

/** Somebody else may have carried it to its end meanwhile. A directory that does not answer says no. */
async function isActive(ctx: SignupCtx, signupId: string): Promise<boolean> {
  try {
    return (await getSignup(ctx, signupId)).signup.step === "active";
  } catch {
    return false;
  }
}

async function takeLease(ctx: SignupCtx, signupId: string, evenIfLeased: boolean): Promise<boolean> {
  const isFree = isLeaseOver(signups.leasedUntil, ctx.now);
  const taken = await ctx.directory
    .update(signups)
    .set({
      leasedUntil: new Date(ctx.now.getTime() + LEASE_SECONDS * 1000).toISOString(),
      attempts: sql`${signups.attempts} + 1`,
    })
    .where(and(eq(signups.id, signupId), isNull(signups.finishedAt), evenIfLeased ? undefined : isFree))
    .returning({ id: signups.id });
  return taken.length > 0;
}

async function recordFailure(ctx: SignupCtx, signupId: string, error: unknown): Promise<void> {
  const lastError = errorText(error).slice(0, 500);
  await ctx.directory
    .update(signups)
    .set({ leasedUntil: null, lastError })
    .where(and(eq(signups.id, signupId), isNull(signups.finishedAt)));
}
