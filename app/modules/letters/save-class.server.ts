import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { letterClasses } from "#db/village/schema/letters.ts";
import type { SaveClassInput } from "./kind-input.ts";

/** Adds a code of the classification, names one anew, or takes one out of use. */
export async function saveClass(ctx: OfficeCtx, input: SaveClassInput): Promise<void> {
  requirePermission(ctx, "letters.settings");
  await write(ctx, async ({ tx, audit }) => {
    const values = { name: input.nama, isOn: !input.tidak_dipakai, updatedAt: ctx.now.toISOString() };
    await tx
      .insert(letterClasses)
      .values({ code: input.kode, ...values })
      .onConflictDoUpdate({ target: letterClasses.code, set: values });
    const details = { code: input.kode, name: input.nama, isOn: values.isOn };
    await audit({ action: "letter-class.save", entity: "letter-class", entityId: input.kode, details });
    return null;
  });
}
