import { eq, sql } from "drizzle-orm";
import type { BaseCtx } from "#app/context.ts";
import { erasures } from "#db/directory/schema/backups.ts";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { signups, villageHosts, villages } from "#db/directory/schema/villages.ts";
import { NotFoundError } from "../errors.ts";
import { newToken, sha256Hex } from "../ids.ts";

export type ErasureReason = (typeof erasures.$inferSelect)["reason"];

export interface ErasureOrder {
  villageId: string;
  reason: ErasureReason;
  /** Who wants it, as the proof names him: `Ni Luh Sari, Kepala Desa`; `Balai` where a rule does. */
  askedBy: string;
  /** When the village asked, where it did. */
  askedAt?: string;
  /** Token of the proof's address, where somebody has been told of it before; else one is made. */
  proofToken?: string;
}

/**
 * Ends a village for good: at once it has no address and nobody gets in, its code and address name are free again, and
 * the erasure of all that it had is on its way (db/erase). Nothing takes it back. Twice is no error.
 * @returns token of the proof at `/bukti-penghapusan/{token}`, or null where the erasure had been started before
 * @throws NotFoundError where there is no such village
 */
export async function startErasure(
  ctx: Pick<BaseCtx, "directory" | "now" | "queue">,
  order: ErasureOrder,
): Promise<{ proofToken: string | null }> {
  const { villageId } = order;
  const [village] = await ctx.directory.select().from(villages).where(eq(villages.id, villageId));
  if (!village) throw new NotFoundError();
  const proofToken = order.proofToken ?? newToken();
  const { name, regionCode } = village;
  const [started] = await ctx.directory.batch([
    ctx.directory
      .insert(erasures)
      .values({
        villageId,
        name,
        regionCode,
        reason: order.reason,
        askedBy: order.askedBy,
        askedAt: order.askedAt ?? null,
        startedAt: ctx.now.toISOString(),
        step: "database",
        removed: {},
        proofHash: await sha256Hex(proofToken),
      })
      .onConflictDoNothing()
      .returning({ villageId: erasures.villageId }),
    ...leaveDirectory(ctx, villageId),
  ]);
  await ctx.queue.send({ kind: "resume-erasure", villageId });
  return { proofToken: started.length > 0 ? proofToken : null };
}

/** What makes a village reachable; sign-ups go too, since the same three facts may sign up anew. */
function leaveDirectory(ctx: Pick<BaseCtx, "directory" | "now">, villageId: string) {
  const { directory } = ctx;
  return [
    directory
      .update(villages)
      .set({
        state: "erased",
        erasedAt: sql`coalesce(${villages.erasedAt}, ${ctx.now.toISOString()})`,
        slug: sql`'dihapus-' || ${villages.id}`,
        trialEndsAt: null,
        movingTo: null,
        epoch: sql`${villages.epoch} + 1`,
      })
      .where(eq(villages.id, villageId)),
    directory.delete(villageHosts).where(eq(villageHosts.villageId, villageId)),
    directory.delete(signups).where(eq(signups.villageId, villageId)),
    directory.delete(dueJobs).where(eq(dueJobs.villageId, villageId)),
  ] as const;
}
