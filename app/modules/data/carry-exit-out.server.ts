import { and, eq, gt } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { startErasure } from "#app/platform/erasure/start-erasure.ts";
import { isClockSettled } from "#app/platform/jobs/clock-trust.ts";
import { write } from "#app/platform/write.ts";
import { restores } from "#db/directory/schema/backups.ts";
import { dropExitWish, findExitWish } from "./exit-wish.server.ts";

/** A clock that has only just jumped ends no village; an hour later it may be trusted. */
const LOOK_AGAIN_MS = 3_600_000;

/**
 * Ends a village whose Kepala Desa asked for it and whose time has come. A wish from before a restore counts no more:
 * it may have been called off since.
 * @returns when its time comes, null where there is no wish, `over` where the village has ended
 */
export async function carryExitOut(ctx: VillageCtx): Promise<Date | "over" | null> {
  const wish = await findExitWish(ctx.db);
  if (!wish) return null;
  const { villageId } = ctx.tenant;
  const isLater = and(eq(restores.villageId, villageId), gt(restores.at, wish.askedAt));
  if ((await ctx.directory.$count(restores, isLater)) > 0) {
    await write(ctx, async ({ tx, audit }) => {
      await dropExitWish(tx);
      await audit({ action: "data.drop-exit", entity: "village", entityId: villageId });
      return null;
    });
    return null;
  }
  if (wish.dueAt > ctx.now.toISOString()) return new Date(wish.dueAt);
  if (!(await isClockSettled(ctx))) return new Date(ctx.now.getTime() + LOOK_AGAIN_MS);
  await startErasure(ctx, {
    villageId,
    reason: "exit",
    askedBy: `${wish.name}, Kepala Desa`,
    askedAt: wish.askedAt,
    proofToken: wish.proofToken,
  });
  return "over";
}
