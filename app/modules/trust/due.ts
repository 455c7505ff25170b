import { and, eq, isNull } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { startErasure } from "#app/platform/erasure/start-erasure.ts";
import { isClockSettled } from "#app/platform/jobs/clock-trust.ts";
import type { DueHandler } from "#app/platform/jobs/due.ts";
import { trialEnd } from "#app/platform/trial.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { directoryWriterOf } from "./directory-writer.server.ts";
import { endTrial, finishTrialEnd } from "./end-trial.server.ts";
import { loadTrust, type TrustFacts } from "./load-trust.server.ts";
import { matchListClaims } from "./match-claims.server.ts";
import { tellNews } from "./tell-news.server.ts";
import { findLastNotice, tellTrialNotice } from "./tell-trial.server.ts";
import { nextTrialStep, trialStep } from "./trial-rules.ts";
import { TRUST_KIND } from "./wake-trust.server.ts";

/** A claim that somebody has to decide over is looked at again after this. */
const WAITING_HOURS = 24;

/**
 * What becomes of a village by trust: it is told what was decided about it, held against its kabupaten's list, told of
 * the end of its trial and erased at it, but for a while after the clock has jumped. Also in a suspended village, which may be one that lost a contest.
 */
export const trustDue: DueHandler = {
  kind: TRUST_KIND,
  whileSuspended: true,
  run: async (ctx) => {
    const facts = await loadTrust(ctx);
    if (!facts) return { nextDueAt: null };
    await tellNews(ctx, facts);
    if (await finishTrialEnd(ctx, facts.village)) return { nextDueAt: null };
    if (facts.village.state === "active" && facts.village.trust === "unverified") {
      const writer = { ...directoryWriterOf(ctx), directoryKeys: ctx.directoryKeys };
      if (await matchListClaims(writer, facts.village)) {
        const verified = await loadTrust(ctx);
        if (verified) await tellNews(ctx, verified);
        return { nextDueAt: null };
      }
      return runTrial(ctx, facts);
    }
    return facts.lost ? runLostContest(ctx, facts) : { nextDueAt: null };
  },
};

async function runTrial(ctx: VillageCtx, facts: TrustFacts): Promise<{ nextDueAt: Date | null }> {
  const { village, isDecisionOpen } = facts;
  const trialEndsAt = village.trialEndsAt ?? (await startTrial(ctx));
  const lastToldAt = await findLastNotice(ctx, trialEndsAt);
  const step = trialStep({ trialEndsAt, hasOpenClaim: isDecisionOpen, lastToldAt, now: ctx.now });
  if (step === "waits") return { nextDueAt: hoursFrom(ctx, WAITING_HOURS) };
  if (step === "erase") {
    if (!(await isClockSettled(ctx))) return { nextDueAt: hoursFrom(ctx, 1) };
    await endTrial(ctx, trialEndsAt);
    return { nextDueAt: null };
  }
  const end = await tellTrialNotice(ctx, trialEndsAt, step === "tell-first");
  return { nextDueAt: nextTrialStep(end, ctx.now) ?? hoursFrom(ctx, 1) };
}

/** A village from before trials were counted has its whole trial from now on. */
async function startTrial(ctx: VillageCtx): Promise<string> {
  const trialEndsAt = trialEnd(ctx.now);
  const isOwn = and(eq(villages.id, ctx.tenant.villageId), isNull(villages.trialEndsAt));
  await ctx.directory.update(villages).set({ trialEndsAt }).where(isOwn);
  return trialEndsAt;
}

/** The village that lost a contest goes after the days for its objection, and not while that waits. */
async function runLostContest(
  ctx: VillageCtx,
  { village, lost, isDecisionOpen }: TrustFacts,
): Promise<{ nextDueAt: Date | null }> {
  const endsAt = village.trialEndsAt;
  if (!lost || !endsAt) return { nextDueAt: null };
  if (isDecisionOpen) return { nextDueAt: hoursFrom(ctx, WAITING_HOURS) };
  if (endsAt > ctx.now.toISOString()) return { nextDueAt: new Date(endsAt) };
  if (!(await isClockSettled(ctx))) return { nextDueAt: hoursFrom(ctx, 1) };
  await startErasure(ctx, { villageId: village.id, reason: "claim-refused", askedBy: "Balai" });
  return { nextDueAt: null };
}

function hoursFrom(ctx: VillageCtx, hours: number): Date {
  return new Date(ctx.now.getTime() + hours * 3_600_000);
}
