import { and, eq, sql } from "drizzle-orm";
import type { BaseCtx } from "#app/context.ts";
import type { DirectoryWriter } from "#app/platform/write-directory.ts";
import { writeDirectory } from "#app/platform/write-directory.ts";
import { claims } from "#db/directory/schema/trust.ts";
import { decreeKey, isListed, nameKey } from "./match-rules.ts";
import { type ClaimRow, requireWaiting, selectListed, selectWaitingClaims } from "./queries.server.ts";
import { CLAIM_PHONE, LISTED_PHONE } from "./sealed-fields.ts";
import { markVerified } from "./verify-village.server.ts";

/**
 * Holds what a village's officials have asked for against the kabupaten's present list, and verifies the village where
 * somebody is found in it. It may run as often as it likes.
 * @returns whether it was verified now
 */
export async function matchListClaims(
  ctx: DirectoryWriter & Pick<BaseCtx, "directoryKeys">,
  village: { id: string; regionCode: string },
): Promise<boolean> {
  const [waiting, listed] = await ctx.directory.batch([
    selectWaitingClaims(ctx.directory, village.id),
    selectListed(ctx.directory, village.regionCode),
  ]);
  const asked = waiting.filter((claim) => claim.kind === "verification" && claim.basis === "list");
  for (const claim of asked) {
    if (isListed(listed, await keysOfClaim(ctx, claim))) {
      await acceptListed({ ...ctx, submitKey: null }, claim, village);
      return true;
    }
  }
  return false;
}

async function keysOfClaim({ directoryKeys }: Pick<BaseCtx, "directoryKeys">, claim: ClaimRow) {
  const phone = await directoryKeys.open(CLAIM_PHONE, claim.phoneSealed);
  return {
    nameKey: nameKey(claim.name),
    decreeKey: decreeKey(claim.decree ?? ""),
    phoneIndexes: await directoryKeys.indexes(LISTED_PHONE, phone),
  };
}

async function acceptListed(
  ctx: DirectoryWriter,
  { id: claimId, version }: ClaimRow,
  village: { id: string; regionCode: string },
): Promise<void> {
  await writeDirectory(ctx, async (write) => {
    const [claim] = await write.tx.select().from(claims).where(eq(claims.id, claimId));
    if (claim) requireWaiting(claim, version);
    await write.tx
      .update(claims)
      .set({
        state: "accepted",
        decidedAt: ctx.now.toISOString(),
        decidedBy: "Balai",
        version: sql`${claims.version} + 1`,
      })
      .where(and(eq(claims.id, claimId), eq(claims.state, "waiting")));
    await markVerified(write, ctx.now, village, { basis: "list", claimId });
    return claimId;
  });
}
