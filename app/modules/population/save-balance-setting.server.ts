import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { settings } from "#db/village/schema/village.ts";
import { COUNT_MISSING_KEY } from "./balance-setting.ts";

/** Says whether the missing and those who left count with those who moved out. */
export async function saveBalanceSetting(ctx: OfficeCtx, countsMissingAsMoved: boolean): Promise<void> {
  requirePermission(ctx, "village.settings");
  await write(ctx, async ({ tx, audit }) => {
    const updatedAt = ctx.now.toISOString();
    await tx
      .insert(settings)
      .values({ key: COUNT_MISSING_KEY, value: countsMissingAsMoved, updatedAt })
      .onConflictDoUpdate({ target: settings.key, set: { value: countsMissingAsMoved, updatedAt } });
    await audit({
      action: "population.count-missing",
      entity: "settings",
      entityId: COUNT_MISSING_KEY,
      details: { counts: countsMissingAsMoved ? "ya" : "tidak" },
    });
    return null;
  });
}
