import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { writeDirectory } from "#app/platform/write-directory.ts";
import { claimReplies } from "#db/directory/schema/trust.ts";
import type { DirectoryTx } from "#db/open.ts";
import { regencyOf } from "./claim-rules.ts";
import { directoryWriterOf } from "./directory-writer.server.ts";
import type { ReplyInput } from "./input.ts";
import { attachLetter, type KeptLetter } from "./letter.server.ts";
import { type ClaimRow, getClaim, type ReplyRow, selectContests } from "./queries.server.ts";
import { TRUST_WORDS } from "./words.ts";

const MAX_ANSWERS = 5;

/**
 * The village's word on a contest: an answer while it waits, an objection once it is accepted and the village is to be
 * erased. A suspended village may do this too.
 * @returns what it was
 * @throws ConflictError once the contest is decided, or an objection was made before
 */
export async function replyToContest(
  ctx: OfficeCtx,
  claimId: string,
  input: ReplyInput,
): Promise<ReplyRow["kind"]> {
  requirePermission(ctx, "village.settings");
  await requireReply(ctx, ctx.directory, claimId);
  const letter = await attachLetter(ctx, input.berkas, { id: newId(ctx.now), action: "claim.reply" });
  return fileReply(ctx, claimId, input, letter);
}

async function requireReply(
  ctx: OfficeCtx,
  db: OfficeCtx["directory"] | DirectoryTx,
  claimId: string,
  ownReplyId?: string,
): Promise<ReplyRow["kind"]> {
  const { claim } = await getClaim(db, claimId);
  if (claim.villageId !== ctx.tenant.villageId || claim.kind !== "contest")
    throw new NotFoundError(TRUST_WORDS.claimGone);
  const rows = await selectContests(db, claim.villageId);
  const replies = rows.flatMap(({ reply }) =>
    reply && reply.claimId === claimId && reply.id !== ownReplyId ? [reply] : [],
  );
  return replyKindOf(claim, replies, ctx.submitKey === null || ownReplyId !== undefined);
}

/** @param counts false where the same form may have been taken before: then its own reply stands among them */
function replyKindOf(claim: ClaimRow, replies: readonly ReplyRow[], counts: boolean): ReplyRow["kind"] {
  if (claim.state === "waiting") {
    if (counts && replies.length >= MAX_ANSWERS) throw new ConflictError(TRUST_WORDS.answersFull);
    return "answer";
  }
  if (claim.state !== "accepted") throw new ConflictError(TRUST_WORDS.contestOver);
  if (counts && replies.some(({ kind }) => kind === "objection"))
    throw new ConflictError(TRUST_WORDS.objectionOver);
  return "objection";
}

async function fileReply(
  ctx: OfficeCtx,
  claimId: string,
  input: ReplyInput,
  { id, storageKey, mediaType }: KeptLetter,
): Promise<ReplyRow["kind"]> {
  const { villageId, regionCode } = ctx.tenant;
  return writeDirectory({ ...directoryWriterOf(ctx), submitKey: null }, async ({ tx, audit }) => {
    const kind = await requireReply(ctx, tx, claimId, id);
    await tx
      .insert(claimReplies)
      .values({
        id,
        claimId,
        villageId,
        kind,
        name: ctx.actor.name,
        position: ctx.actor.positions[0]?.position ?? "",
        statement: input.pernyataan,
        letterKey: storageKey,
        letterType: mediaType,
        at: ctx.now.toISOString(),
        state: kind === "answer" ? "given" : "waiting",
      })
      .onConflictDoNothing();
    await audit({
      action: kind === "answer" ? "claim.answer" : "claim.object",
      entity: "claim",
      entityId: claimId,
      villageId,
      regencyCode: regencyOf(regionCode),
      actorName: ctx.actor.name,
    });
    return kind;
  });
}
