import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { residentImportRows } from "#db/village/schema/population.ts";
import { getImport, requireMove } from "./queries.server.ts";
import { removeFile } from "./stage-rows.server.ts";
import { DROPPABLE_STATES } from "./state-rules.ts";

/** Throws an import away that was not applied, with all that its rows say. */
export async function dropImport(ctx: OfficeCtx, id: string): Promise<void> {
  requirePermission(ctx, "population.import");
  const fileId = await write(ctx, async ({ tx, audit }) => {
    const found = await getImport(tx, id);
    await requireMove(tx, found, DROPPABLE_STATES, { state: "dropped" }, ctx.now);
    await tx.delete(residentImportRows).where(eq(residentImportRows.importId, id));
    const details = { berkas: found.fileName };
    await audit({ action: "resident-import.drop", entity: "resident_import", entityId: id, details });
    return found.fileId;
  });
  await removeFile(ctx, fileId);
}
