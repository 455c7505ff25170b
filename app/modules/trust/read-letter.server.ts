import { eq } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { writeDirectory } from "#app/platform/write-directory.ts";
import { claimReplies } from "#db/directory/schema/trust.ts";
import { OWN_LETTER } from "./claim-rules.ts";
import { getOwnClaim } from "./decide-claim.server.ts";
import { requireClaims } from "./require-claims.server.ts";

const GONE = "Surat ini tidak ada lagi.";

/**
 * A letter of a claim or of a reply to it, for whoever decides; that he read it is written down.
 * @throws NotFoundError for another kabupaten's, and where there is none (any more)
 */
export async function readLetter(
  ctx: OversightCtx,
  claimId: string,
  which: string,
): Promise<{ bytes: Uint8Array; mediaType: string }> {
  requireClaims(ctx);
  const { claim } = await getOwnClaim(ctx, ctx.directory, claimId);
  const letter = which === OWN_LETTER ? claim : await getReply(ctx, claimId, which);
  const file = letter.letterKey ? await ctx.files.get(letter.letterKey) : null;
  if (!file || !letter.letterType) throw new NotFoundError(GONE);
  await writeDirectory(ctx, async ({ audit }) => {
    await audit({
      action: "claim.read-letter",
      entity: "claim",
      entityId: claimId,
      villageId: claim.villageId,
    });
    return null;
  });
  return { bytes: file.bytes, mediaType: letter.letterType };
}

async function getReply(ctx: OversightCtx, claimId: string, replyId: string) {
  const [reply] = await ctx.directory.select().from(claimReplies).where(eq(claimReplies.id, replyId));
  if (reply?.claimId !== claimId) throw new NotFoundError(GONE);
  return reply;
}
