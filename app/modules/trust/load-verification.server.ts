import type { OfficeCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { trialDaysLeft } from "#app/platform/trial.ts";
import { loadTrust, type TrustFacts } from "./load-trust.server.ts";
import type { ClaimRow } from "./queries.server.ts";
import { TRUST_WORDS } from "./words.ts";

/** What a village's officials may know of a claim: no phone of whoever contests, and no letter. */
export interface ClaimView {
  id: string;
  state: ClaimRow["state"];
  name: string;
  position: string;
  statement: string | null;
  askedAt: string;
  decidedAt: string | null;
  reason: string | null;
}

/** Where the village stands with those who decide over it, in one round trip. */
export async function loadVerification(ctx: OfficeCtx) {
  requirePermission(ctx, "village.settings");
  const facts = await requireTrust(ctx);
  const { village, letters, contests } = facts;
  return {
    state: stateOf(facts),
    verifiedAt: village.verifiedAt,
    endsAt: village.trialEndsAt,
    daysLeft: trialDaysLeft(village.trialEndsAt, ctx.now),
    isDecisionOpen: facts.isDecisionOpen,
    letters: letters.map(viewOf).toReversed(),
    contests: contests.map(({ claim }) => viewOf(claim)).toReversed(),
    name: ctx.actor.name,
    zone: ctx.tenant.timeZone,
  };
}

/** One contest with what the village has said to it, in one round trip. */
export async function loadContest(ctx: OfficeCtx, claimId: string) {
  requirePermission(ctx, "village.settings");
  const facts = await requireTrust(ctx);
  const found = facts.contests.find(({ claim }) => claim.id === claimId);
  if (!found) throw new NotFoundError(TRUST_WORDS.claimGone);
  const { claim, replies } = found;
  const hasObjected = replies.some(({ kind }) => kind === "objection");
  return {
    claim: viewOf(claim),
    replies: replies.map(({ id, kind, name, position, statement, at, state, reason }) => {
      return { id, kind, name, position, statement, at, state, reason };
    }),
    mayAnswer: claim.state === "waiting",
    mayObject: claim.state === "accepted" && facts.lost?.id === claim.id && !hasObjected,
    endsAt: facts.lost?.id === claim.id ? facts.village.trialEndsAt : null,
    zone: ctx.tenant.timeZone,
  };
}

async function requireTrust(ctx: OfficeCtx): Promise<TrustFacts> {
  const facts = await loadTrust(ctx);
  if (!facts) throw new NotFoundError(TRUST_WORDS.villageGone);
  return facts;
}

function stateOf({ village, lost }: TrustFacts): "verified" | "suspended" | "lost" | "trial" {
  if (lost) return "lost";
  if (village.state === "suspended") return "suspended";
  return village.trust === "verified" ? "verified" : "trial";
}

function viewOf(claim: ClaimRow): ClaimView {
  const { id, state, name, position, statement, askedAt, decidedAt, reason } = claim;
  return { id, state, name, position, statement, askedAt, decidedAt, reason };
}
