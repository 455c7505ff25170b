import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { agendaItems } from "#db/village/schema/portal.ts";
import { getAgendaItem } from "./agenda.server.ts";
import type { VersionInput } from "./input.ts";

/** Marks an item as not taking place; it stays in sight, so that nobody comes in vain. */
export async function cancelAgenda(ctx: OfficeCtx, id: string, input: VersionInput): Promise<void> {
  requirePermission(ctx, "portal.write");
  await write(ctx, async ({ tx, audit }) => {
    const item = await getAgendaItem(tx, id, input.versi);
    const at = ctx.now.toISOString();
    await tx
      .update(agendaItems)
      .set({ cancelledAt: at, updatedAt: at, version: item.version + 1 })
      .where(eq(agendaItems.id, id));
    await audit({ action: "agenda.cancel", entity: "agenda", entityId: id, details: { judul: item.title } });
    return null;
  });
}
