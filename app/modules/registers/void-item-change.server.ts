import { and, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError, NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { inventoryChanges } from "#db/village/schema/registers.ts";
import { presentChanges } from "./change-item.server.ts";
import { getEntry } from "./entries.server.ts";
import type { VoidChangeInput } from "./input.ts";
import { findImpossible } from "./inventory-rules.ts";
import { CHANGE_NAMES, ENTRY_WORDS } from "./words.ts";

/** Strikes out what was written of pieces of a thing. @throws FieldError where later changes need it */
export async function voidItemChange(
  ctx: OfficeCtx,
  itemId: string,
  { perubahan, alasan }: VoidChangeInput,
): Promise<void> {
  requirePermission(ctx, "registers.write");
  await write(ctx, async ({ tx, audit }) => {
    const item = await getEntry(tx, "inventaris", itemId);
    const [change] = await tx
      .select()
      .from(inventoryChanges)
      .where(and(eq(inventoryChanges.id, perubahan), eq(inventoryChanges.itemId, itemId)));
    if (!change) throw new NotFoundError(ENTRY_WORDS.gone);
    if (change.voidedAt) throw new ConflictError(ENTRY_WORDS.isVoid);
    const others = (await presentChanges(tx, itemId)).filter(({ id }) => id !== perubahan);
    if (findImpossible(item, others)) throw new FieldError("perubahan", ENTRY_WORDS.neededLater);
    const at = ctx.now.toISOString();
    await tx
      .update(inventoryChanges)
      .set({ voidedAt: at, voidReason: alasan, updatedAt: at, version: change.version + 1 })
      .where(eq(inventoryChanges.id, perubahan));
    const details = { barang: item.name, keadaan: CHANGE_NAMES[change.kind], alasan };
    await audit({ action: "register.void-item-change", entity: "register-entry", entityId: itemId, details });
    return null;
  });
}
