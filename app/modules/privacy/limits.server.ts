import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { limitsFrom, VOLUME_SETTING, type VolumeLimits } from "#app/platform/privacy/unusual-rules.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { settings } from "#db/village/schema/village.ts";
import type { LimitsInput } from "./input.ts";

/** The limits that the village's access log goes by. */
export async function loadLimits(ctx: OfficeCtx): Promise<VolumeLimits> {
  requirePermission(ctx, "privacy.read");
  const [row] = await ctx.db.select().from(settings).where(eq(settings.key, VOLUME_SETTING));
  return limitsFrom(row?.value);
}

/** Sets from how much on a look at personal data is told to who leads the office. */
export async function setLimits(ctx: OfficeCtx, input: LimitsInput): Promise<void> {
  requirePermission(ctx, "privacy.decide");
  requireMaySign(ctx);
  const limits: VolumeLimits = { reveals: input.data, openings: input.catatan, exportRows: input.baris };
  await write(ctx, async ({ tx, audit }) => {
    const [before] = await tx.select().from(settings).where(eq(settings.key, VOLUME_SETTING));
    const values = { value: limits, updatedAt: ctx.now.toISOString() };
    await tx
      .insert(settings)
      .values({ key: VOLUME_SETTING, ...values })
      .onConflictDoUpdate({ target: settings.key, set: values });
    await audit({
      action: "privacy.set-limits",
      entity: "privacy",
      entityId: VOLUME_SETTING,
      details: { from: limitsFrom(before?.value), to: limits },
    });
    return null;
  });
}
