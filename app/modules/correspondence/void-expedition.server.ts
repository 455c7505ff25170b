import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { expeditions } from "#db/village/schema/letters.ts";
import { getPresentExpedition } from "./expeditions.server.ts";
import type { VoidInput } from "./input.ts";

/** Makes a number of the expedition book void: the entry stays, with the reason as its note. */
export async function voidExpedition(
  ctx: OfficeCtx,
  id: string,
  input: VoidInput,
): Promise<{ number: number }> {
  requirePermission(ctx, "mail.write");
  return write(ctx, async ({ tx, audit }) => {
    const row = await getPresentExpedition(tx, id, input.versi);
    await tx
      .update(expeditions)
      .set({ voidedAt: ctx.now.toISOString(), note: input.alasan, version: row.version + 1 })
      .where(eq(expeditions.id, id));
    const details = { tahun: row.year, nomor: row.number, alasan: input.alasan };
    await audit({ action: "expedition.void", entity: "expedition", entityId: id, details });
    return { number: row.number };
  });
}
