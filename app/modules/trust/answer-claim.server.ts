import type { OversightCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { decideClaim } from "./decide-claim.server.ts";
import { decideObjection } from "./decide-objection.server.ts";
import type { DecisionInput } from "./input.ts";
import { reverseContest } from "./reverse-contest.server.ts";
import { TRUST_WORDS } from "./words.ts";

/** What the claim's page says after a decision, and the ticket that it shows once. */
export interface Answered {
  words: string;
  ticket: string | null;
}

/**
 * Carries out what the form on a claim's page decides: over the claim, over an objection to it, or back again.
 * @param objectionId the objection that the form is about, or null
 */
export async function answerClaim(
  ctx: OversightCtx,
  claimId: string,
  input: DecisionInput,
  objectionId: string | null,
): Promise<Answered> {
  if (objectionId) {
    if (input.putusan === "batalkan") throw new FieldError("putusan", TRUST_WORDS.chooseDecision);
    await decideObjection(ctx, objectionId, input);
    const isUpheld = input.putusan === "terima";
    return { words: isUpheld ? TRUST_WORDS.objectionUpheld : TRUST_WORDS.objectionRefused, ticket: null };
  }
  if (input.putusan === "batalkan") {
    await reverseContest(ctx, claimId, input);
    return { words: TRUST_WORDS.reversed, ticket: null };
  }
  const { kind, isAccepted, ticket } = await decideClaim(ctx, claimId, input);
  if (!isAccepted) return { words: TRUST_WORDS.refused, ticket: null };
  return { words: kind === "contest" ? TRUST_WORDS.contestAccepted : TRUST_WORDS.accepted, ticket };
}
