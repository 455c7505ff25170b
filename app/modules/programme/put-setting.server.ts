import type { OfficeCtx } from "#app/context.ts";
import type { VillageTx } from "#db/open.ts";
import { settings } from "#db/village/schema/village.ts";

/** Writes one of the village's settings, new or again. */
export async function putSetting(ctx: OfficeCtx, tx: VillageTx, key: string, value: unknown): Promise<void> {
  const row = { value, updatedAt: ctx.now.toISOString() };
  await tx
    .insert(settings)
    .values({ key, ...row })
    .onConflictDoUpdate({ target: settings.key, set: row });
}
