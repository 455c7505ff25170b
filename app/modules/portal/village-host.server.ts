import { and, eq, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { writeDirectory } from "#app/platform/write-directory.ts";
import { villageHosts, villages } from "#db/directory/schema/villages.ts";

/**
 * Serves the village at a host of its own from now on. Done work is found done.
 * @returns false where another village holds the host
 */
export async function serveHost(ctx: VillageCtx, host: string): Promise<boolean> {
  return writeDirectory(writerOf(ctx), async ({ tx, audit }) => {
    const { villageId } = ctx.tenant;
    const [holder] = await tx.select().from(villageHosts).where(eq(villageHosts.host, host));
    const isServed = !holder || holder.villageId === villageId;
    if (!holder) {
      await tx.insert(villageHosts).values({ host, villageId, kind: "alias" });
      await raiseEpoch(tx, villageId);
    }
    const details = { alamat: host, dipakai: isServed };
    await audit({ ...entryOf(ctx), action: "host.serve", details });
    return isServed;
  });
}

/** Lets a host go: nobody is served at it, and another village may have it. Never the village's name at Balai. */
export async function releaseHost(ctx: VillageCtx, host: string): Promise<void> {
  await writeDirectory(writerOf(ctx), async ({ tx, audit }) => {
    const { villageId } = ctx.tenant;
    const own = and(
      eq(villageHosts.host, host),
      eq(villageHosts.villageId, villageId),
      eq(villageHosts.kind, "alias"),
    );
    const gone = await tx.delete(villageHosts).where(own);
    if (gone.rowsAffected > 0) await raiseEpoch(tx, villageId);
    await audit({ ...entryOf(ctx), action: "host.release", details: { alamat: host } });
    return null;
  });
}

/** An official is nobody above the villages; the form's key belongs to the village's own write. */
function writerOf(ctx: VillageCtx) {
  return {
    directory: ctx.directory,
    now: ctx.now,
    requestId: ctx.requestId,
    submitKey: null,
    overseer: null,
  };
}

function entryOf({ tenant, actor }: VillageCtx) {
  const { villageId } = tenant;
  return {
    entity: "village",
    entityId: villageId,
    villageId,
    actorName: actor?.name ?? "Balai, pemeriksaan malam",
  };
}

type Tx = Parameters<Parameters<VillageCtx["directory"]["transaction"]>[0]>[0];

async function raiseEpoch(tx: Tx, villageId: string): Promise<void> {
  await tx
    .update(villages)
    .set({ epoch: sql`${villages.epoch} + 1` })
    .where(eq(villages.id, villageId));
}
