import { and, eq, ne } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { quotaOf } from "#app/platform/files/quota.ts";
import { requireOversight } from "#app/platform/require.ts";
import { writeDirectory } from "#app/platform/write-directory.ts";
import { villages } from "#db/directory/schema/villages.ts";
import type { QuotaInput } from "./input.ts";
import { getVillageRow } from "./load-village.server.ts";
import { GIGABYTE } from "./rules.ts";
import { CONSOLE_WORDS } from "./words.ts";

/**
 * A village for the forms that change something about it.
 * @throws NotFoundError; ConflictError for one that was erased
 */
export async function getVillageForChange(ctx: OversightCtx, villageId: string) {
  requireOversight(ctx, "operator.villages");
  const village = await getVillageRow(ctx.directory, villageId);
  if (village.state === "erased") throw new ConflictError(CONSOLE_WORDS.erased);
  return { ...village, quotaBytes: quotaOf(village) };
}

/** Makes a village one that is migrated before all others, or no longer one. The same wish twice changes nothing. */
export async function changeCanary(
  ctx: OversightCtx,
  villageId: string,
  isCanary: boolean,
): Promise<{ name: string }> {
  requireOversight(ctx, "operator.villages");
  return writeDirectory(ctx, async ({ tx, audit }) => {
    const { name, state } = await getVillageRow(tx, villageId);
    if (state === "erased") throw new ConflictError(CONSOLE_WORDS.erased);
    await tx.update(villages).set({ isCanary }).where(eq(villages.id, villageId));
    const entry = { action: "village.set-canary", entity: "village", entityId: villageId, villageId };
    await audit({ ...entry, details: { isCanary } });
    return { name };
  });
}

/**
 * Gives a village another room for files. Less than it holds takes nothing away: it stores no more until there is room.
 * @throws ConflictError for an erased one
 */
export async function giveQuota(
  ctx: OversightCtx,
  villageId: string,
  { gigabyte, alasan: reason }: QuotaInput,
): Promise<{ name: string }> {
  requireOversight(ctx, "operator.villages");
  return writeDirectory(ctx, async ({ tx, audit }) => {
    const village = await getVillageRow(tx, villageId);
    const quotaBytes = gigabyte * GIGABYTE;
    const changed = await tx
      .update(villages)
      .set({ quotaBytes })
      .where(and(eq(villages.id, villageId), ne(villages.state, "erased")))
      .returning({ id: villages.id });
    if (changed.length === 0) throw new ConflictError(CONSOLE_WORDS.erased);
    const entry = { action: "village.set-quota", entity: "village", entityId: villageId, villageId };
    await audit({ ...entry, details: { from: quotaOf(village), to: quotaBytes, reason } });
    return { name: village.name };
  });
}
