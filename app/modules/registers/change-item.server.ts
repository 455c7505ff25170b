import { and, asc, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { inventoryChanges } from "#db/village/schema/registers.ts";
import { getEntry } from "./entries.server.ts";
import type { ItemChangeInput } from "./input.ts";
import { findImpossible } from "./inventory-rules.ts";
import { CHANGE_NAMES, ENTRY_WORDS } from "./words.ts";

/** Records what became of pieces of a thing. @throws FieldError where there are not so many on the day, or later ones break */
export async function changeItem(ctx: OfficeCtx, itemId: string, input: ItemChangeInput): Promise<void> {
  requirePermission(ctx, "registers.write");
  const { keadaan: kind, jumlah: quantity, tanggal: happenedOn, dasar: basis } = input;
  if (happenedOn > dayIn(ctx.tenant.timeZone, ctx.now)) throw new FieldError("tanggal", ENTRY_WORDS.future);
  await write(ctx, async ({ tx, audit }) => {
    const item = await getEntry(tx, "inventaris", itemId);
    if (item.voidedAt) throw new ConflictError(ENTRY_WORDS.isVoid);
    if (happenedOn < item.acquiredOn) throw new FieldError("tanggal", ENTRY_WORDS.beforeCame);
    const change = { id: newId(ctx.now), kind, quantity, happenedOn };
    if (findImpossible(item, [...(await presentChanges(tx, itemId)), change]))
      throw new FieldError("jumlah", ENTRY_WORDS.tooMany(CHANGE_NAMES[kind]));
    const at = ctx.now.toISOString();
    const made = { createdBy: ctx.actor.accountId, createdAt: at, updatedAt: at };
    await tx.insert(inventoryChanges).values({ ...change, itemId, basis, ...made });
    const details = { barang: item.name, keadaan: CHANGE_NAMES[kind], jumlah: quantity };
    await audit({ action: "register.change-item", entity: "register-entry", entityId: itemId, details });
    return null;
  });
}

/** What became of a thing, without what was struck out. */
export async function presentChanges(db: VillageDb | VillageTx, itemId: string) {
  return db
    .select()
    .from(inventoryChanges)
    .where(and(eq(inventoryChanges.itemId, itemId), isNull(inventoryChanges.voidedAt)));
}

export type ItemChange = typeof inventoryChanges.$inferSelect;

/** Query for all that was written of a thing, by day. */
export function selectChanges(db: VillageDb, itemId: string) {
  return db
    .select()
    .from(inventoryChanges)
    .where(eq(inventoryChanges.itemId, itemId))
    .orderBy(asc(inventoryChanges.happenedOn), asc(inventoryChanges.id));
}
