import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { expeditions } from "#db/village/schema/letters.ts";
import type { ReceiveInput } from "./expedition-input.ts";
import { getPresentExpedition } from "./expeditions.server.ts";

/** Writes who took what was sent. */
export async function receiveExpedition(ctx: OfficeCtx, id: string, input: ReceiveInput): Promise<void> {
  requirePermission(ctx, "mail.write");
  await write(ctx, async ({ tx, audit }) => {
    const row = await getPresentExpedition(tx, id, input.versi);
    await tx
      .update(expeditions)
      .set({ receivedBy: input.penerima, note: input.keterangan, version: row.version + 1 })
      .where(eq(expeditions.id, id));
    const details = { tahun: row.year, nomor: row.number };
    await audit({ action: "expedition.receive", entity: "expedition", entityId: id, details });
    return null;
  });
}
