import { and, eq, inArray } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { updateRows } from "#app/modules/population/event-rows.server.ts";
import { FieldError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { residentImportRows } from "#db/village/schema/population.ts";
import { isImportKey } from "./import-fields.ts";
import type { KeepColumnInput, KeepInput } from "./input.ts";
import { listOf } from "./match-people.server.ts";
import { getImport, requireMove } from "./queries.server.ts";
import { IMPORT_WORDS } from "./words.ts";

type Kept = Pick<typeof residentImportRows.$inferSelect, "id" | "line" | "changedFields" | "keptFields">;

/**
 * Takes over the ticked fields of the persons of one page, and leaves their others as they are; of who is to be left
 * alone it takes nothing.
 */
export async function keepFields(ctx: OfficeCtx, id: string, input: KeepInput): Promise<void> {
  const taken = new Set(input.ambil);
  const leftAlone = new Set(input.biarkan);
  const lines = input.baris.map(String);
  await rewrite(ctx, id, inArray(residentImportRows.line, listOf(lines)), (row) =>
    (row.changedFields ?? []).filter((key) => leftAlone.has(row.line) || !taken.has(`${row.line}:${key}`)),
  );
}

/** Takes one column over for all persons of the import, or for none. */
export async function keepColumn(ctx: OfficeCtx, id: string, input: KeepColumnInput): Promise<void> {
  if (!isImportKey(input.kolom)) throw new FieldError("kolom", IMPORT_WORDS.columnUnknown);
  await rewrite(ctx, id, undefined, (row) => {
    const others = (row.keptFields ?? []).filter((key) => key !== input.kolom);
    const has = row.changedFields?.includes(input.kolom) ?? false;
    return input.semua === "jangan" && has ? [...others, input.kolom] : others;
  });
}

async function rewrite(
  ctx: OfficeCtx,
  id: string,
  which: ReturnType<typeof and>,
  keptOf: (row: Kept) => string[],
): Promise<void> {
  requirePermission(ctx, "population.import");
  await write(ctx, async ({ tx, audit }) => {
    const found = await getImport(tx, id);
    await requireMove(tx, found, ["checked"], {}, ctx.now);
    const rows = await changedRows(tx, id, which);
    await updateRows(
      tx,
      residentImportRows,
      rows.map((row) => ({ id: row.id, keptFields: JSON.stringify(keptOf(row)) })),
    );
    await audit({ action: "resident-import.keep", entity: "resident_import", entityId: id });
    return null;
  });
}

function changedRows(tx: VillageTx, id: string, which: ReturnType<typeof and>): Promise<Kept[]> {
  const { importId, outcome, line, changedFields, keptFields } = residentImportRows;
  return tx
    .select({ id: residentImportRows.id, line, changedFields, keptFields })
    .from(residentImportRows)
    .where(and(eq(importId, id), eq(outcome, "changed"), which));
}
