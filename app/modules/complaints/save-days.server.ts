import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { settings } from "#db/village/schema/village.ts";
import { DAYS_SETTING } from "./complaints.server.ts";

/** Sets how many working days the office takes for an answer; those under way keep their day. */
export async function saveDays(ctx: OfficeCtx, days: number): Promise<void> {
  requirePermission(ctx, "complaints.assign");
  await write(ctx, async ({ tx, audit }) => {
    const set = { value: days, updatedAt: ctx.now.toISOString() };
    await tx
      .insert(settings)
      .values({ key: DAYS_SETTING, ...set })
      .onConflictDoUpdate({ target: settings.key, set });
    await audit({
      action: "complaint.settings",
      entity: "complaint",
      entityId: DAYS_SETTING,
      details: { hari: days },
    });
    return null;
  });
}
