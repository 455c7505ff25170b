import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { residentImportRows } from "#db/village/schema/population.ts";
import { getImport, requireMove } from "./queries.server.ts";
import { listUndoBars } from "./undo-bars.server.ts";
import { wakeImport } from "./wake-import.server.ts";
import { IMPORT_WORDS } from "./words.ts";

/** Takes a whole import back, while nothing later has touched what it did. The job does it. */
export async function startUndoing(ctx: OfficeCtx, id: string): Promise<void> {
  requirePermission(ctx, "population.import");
  await write(ctx, async ({ tx, audit }) => {
    const found = await getImport(tx, id);
    const [any] = await tx
      .select({ id: residentImportRows.id })
      .from(residentImportRows)
      .where(eq(residentImportRows.importId, id))
      .limit(1);
    if (!any) throw new ConflictError(IMPORT_WORDS.undoOver);
    if ((await listUndoBars(tx, id)).length > 0) throw new ConflictError(IMPORT_WORDS.undoBlocked);
    await requireMove(tx, found, ["applied"], { state: "undoing", progress: 0 }, ctx.now);
    const details = { berkas: found.fileName };
    await audit({ action: "resident-import.undo", entity: "resident_import", entityId: id, details });
    return null;
  });
  await wakeImport(ctx);
}
