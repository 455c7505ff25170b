import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { agendaItems } from "#db/village/schema/portal.ts";
import { columnsOf, getAgendaItem } from "./agenda.server.ts";
import type { SaveAgendaInput } from "./input.ts";

/** Changes an item of the agenda that still takes place. */
export async function saveAgenda(ctx: OfficeCtx, id: string, input: SaveAgendaInput): Promise<void> {
  requirePermission(ctx, "portal.write");
  await write(ctx, async ({ tx, audit }) => {
    const item = await getAgendaItem(tx, id, input.versi);
    const next = { updatedAt: ctx.now.toISOString(), version: item.version + 1 };
    await tx
      .update(agendaItems)
      .set({ ...columnsOf(input), ...next })
      .where(eq(agendaItems.id, id));
    await audit({ action: "agenda.save", entity: "agenda", entityId: id, details: { judul: input.judul } });
    return null;
  });
}
