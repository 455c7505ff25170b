import { eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { listBackups } from "#db/backup/backup-rows.ts";
import { villageSubject } from "#db/backup/vault.ts";
import { villages } from "#db/directory/schema/villages.ts";
import type { DueHandler } from "../jobs/due.ts";
import { nextNight } from "../jobs/nights.ts";
import { backUp, tellOfMissingKey } from "./back-up.server.ts";

/** After housekeeping, whose minute the village also has: what is gone need not be kept. */
const SHIFT_MINUTES = 30;
const DAY_MS = 86_400_000;

/**
 * Backs a village up each night. One that has just begun waits for its first night; a night that the machine slept
 * through is made up for as soon as it wakes.
 */
export const nightlyBackup: DueHandler = {
  kind: "backup",
  run: async (ctx) => {
    const { vault, tenant } = ctx;
    if (!vault) await tellOfMissingKey(ctx);
    else if (!(await isNew(ctx))) {
      await backUp(ctx, vault, {
        subject: villageSubject({ ...tenant, id: tenant.villageId }),
        name: `desa ${tenant.name} (${tenant.regionCode})`,
        verifyDays: vault.verifyDays,
      });
    }
    return { nextDueAt: nextNight(tenant, ctx.now, SHIFT_MINUTES) };
  },
};

async function isNew(ctx: VillageCtx): Promise<boolean> {
  const { villageId } = ctx.tenant;
  if ((await listBackups(ctx.directory, villageId, 1)).length > 0) return false;
  const [village] = await ctx.directory.select().from(villages).where(eq(villages.id, villageId));
  const activatedAt = Date.parse(village?.activatedAt ?? village?.createdAt ?? "");
  return ctx.now.getTime() - activatedAt < DAY_MS;
}
