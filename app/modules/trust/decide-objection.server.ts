import { eq, sql } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { requireOversight } from "#app/platform/require.ts";
import { type DirectoryWrite, writeDirectory } from "#app/platform/write-directory.ts";
import { claimReplies } from "#db/directory/schema/trust.ts";
import { villages } from "#db/directory/schema/villages.ts";
import type { DecisionInput } from "./input.ts";
import { getClaim, type ReplyRow, type VillageRow } from "./queries.server.ts";
import { undoContest } from "./reverse-contest.server.ts";
import { after } from "./trial-rules.ts";
import { scheduleTrust, wakeTrust } from "./wake-trust.server.ts";
import { TRUST_WORDS } from "./words.ts";

/**
 * Decides over a village's objection to the contest that it lost: for operators alone, since the kabupaten has decided
 * before. Upheld, the village is active again; refused, it goes, at the earliest a day later.
 * @throws ConflictError where it is decided, or the village is gone
 */
export async function decideObjection(
  ctx: OversightCtx,
  replyId: string,
  input: DecisionInput,
): Promise<void> {
  requireOversight(ctx, "operator.claims");
  const villageId = await writeDirectory(ctx, async (write) => {
    const reply = await getObjection(write, replyId);
    if (reply.state !== "waiting" || reply.version !== input.versi)
      throw new ConflictError(TRUST_WORDS.claimDecided);
    const { claim, village } = await getClaim(write.tx, reply.claimId);
    if (!village) throw new ConflictError(TRUST_WORDS.villageChanged);
    const isUpheld = input.putusan === "terima";
    await settleReply(write, ctx, reply, input);
    if (isUpheld) await undoContest(write, ctx, { claim, village, reason: input.alasan ?? "" });
    else await letGo(write, ctx, village);
    await scheduleTrust(write.tx, ctx.now, village.id);
    return village.id;
  });
  await wakeTrust(ctx, villageId);
}

async function getObjection({ tx }: DirectoryWrite, replyId: string): Promise<ReplyRow> {
  const [reply] = await tx.select().from(claimReplies).where(eq(claimReplies.id, replyId));
  if (reply?.kind !== "objection") throw new NotFoundError(TRUST_WORDS.claimGone);
  return reply;
}

async function settleReply(
  { tx, audit }: DirectoryWrite,
  ctx: OversightCtx,
  reply: ReplyRow,
  { putusan, alasan }: DecisionInput,
): Promise<void> {
  const isUpheld = putusan === "terima";
  await tx
    .update(claimReplies)
    .set({
      state: isUpheld ? "upheld" : "refused",
      decidedBy: ctx.overseer.overseerId,
      decidedAt: ctx.now.toISOString(),
      reason: alasan ?? null,
      version: sql`${claimReplies.version} + 1`,
    })
    .where(eq(claimReplies.id, reply.id));
  await audit({
    action: isUpheld ? "claim.uphold-objection" : "claim.refuse-objection",
    entity: "claim",
    entityId: reply.claimId,
    villageId: reply.villageId,
    details: alasan ? { reason: alasan } : {},
  });
}

async function letGo({ tx }: DirectoryWrite, ctx: OversightCtx, village: VillageRow): Promise<void> {
  const earliest = after(ctx.now, 1);
  const trialEndsAt = village.trialEndsAt && village.trialEndsAt > earliest ? village.trialEndsAt : earliest;
  await tx.update(villages).set({ trialEndsAt }).where(eq(villages.id, village.id));
}
