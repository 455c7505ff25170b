import { eq } from "drizzle-orm";
import type { PortalCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { sha256Hex } from "#app/platform/ids.ts";
import { erasures } from "#db/directory/schema/backups.ts";

/** What is left of a village that was erased, for whoever holds the token. Throws NotFoundError. */
export async function loadProof(ctx: PortalCtx, token: string) {
  const proofHash = await sha256Hex(token);
  const [row] = await ctx.directory.select().from(erasures).where(eq(erasures.proofHash, proofHash));
  if (!row) throw new NotFoundError();
  const { name, regionCode, reason, askedBy, askedAt, startedAt, finishedAt, removed } = row;
  return { name, regionCode, reason, askedBy, askedAt, startedAt, finishedAt, removed, proofHash };
}
