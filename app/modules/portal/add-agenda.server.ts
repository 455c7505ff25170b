import type { OfficeCtx } from "#app/context.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { agendaItems } from "#db/village/schema/portal.ts";
import { columnsOf } from "./agenda.server.ts";
import type { AgendaInput } from "./input.ts";

/** Puts something that happens into the public agenda. */
export async function addAgenda(ctx: OfficeCtx, input: AgendaInput): Promise<{ id: string }> {
  requirePermission(ctx, "portal.write");
  return write(ctx, async ({ tx, audit }) => {
    const id = newId(ctx.now);
    const at = ctx.now.toISOString();
    const by = { createdBy: ctx.actor.accountId, createdAt: at, updatedAt: at };
    await tx.insert(agendaItems).values({ id, ...columnsOf(input), ...by });
    await audit({ action: "agenda.add", entity: "agenda", entityId: id, details: { judul: input.judul } });
    return { id };
  });
}
