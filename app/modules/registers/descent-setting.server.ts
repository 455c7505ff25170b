import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageDb } from "#db/open.ts";
import { settings } from "#db/village/schema/village.ts";

/** Setting: does B.4 show descent to who may see it? Descent is specific data, so not unless the village says so. */
export const DESCENT_KEY = "registers.showDescent";

export async function isDescentShown(db: VillageDb): Promise<boolean> {
  const [row] = await db.select().from(settings).where(eq(settings.key, DESCENT_KEY));
  return row?.value === true;
}

/** Shows descent in B.4, or leaves the column empty. */
export async function saveDescentSetting(ctx: OfficeCtx, isShown: boolean): Promise<void> {
  requirePermission(ctx, "village.settings");
  await write(ctx, async ({ tx, audit }) => {
    const row = { value: isShown, updatedAt: ctx.now.toISOString() };
    await tx
      .insert(settings)
      .values({ key: DESCENT_KEY, ...row })
      .onConflictDoUpdate({ target: settings.key, set: row });
    const details = { keturunan: isShown ? "ditampilkan" : "dikosongkan" };
    await audit({ action: "register.set-descent", entity: "setting", entityId: DESCENT_KEY, details });
    return null;
  });
}
