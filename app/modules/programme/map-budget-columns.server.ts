import { and, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { budgetImports } from "#db/village/schema/programme.ts";
import type { BudgetColumnsInput } from "./import-input.ts";
import {
  doubledColumns,
  headingsOf,
  isUsable,
  type SheetField,
  type SheetMapping,
} from "./import-mapping-rules.ts";
import { getImport, IMPORT_HEADINGS_SETTING } from "./import-queries.server.ts";
import { IMPORT_WORDS } from "./import-words.ts";
import { putSetting } from "./put-setting.server.ts";

/** Names of the fields in the form. */
export const COLUMN_FIELDS: Record<SheetField, "kode" | "nama" | "anggaran" | "realisasi"> = {
  code: "kode",
  name: "nama",
  budget: "anggaran",
  realised: "realisasi",
};

/** Says which column of a sheet holds what; the headings are remembered for the next sheet. */
export async function mapBudgetColumns(
  ctx: OfficeCtx,
  year: number,
  id: string,
  input: BudgetColumnsInput,
): Promise<{ id: string }> {
  requirePermission(ctx, "programme.spend");
  const mapping: SheetMapping = {
    header: input.baris_judul,
    code: input.kode,
    name: input.nama,
    budget: input.anggaran,
    realised: input.realisasi,
  };
  requireSense(mapping);
  return write(ctx, async ({ tx, audit }) => {
    const { found } = await getImport(tx, year, id);
    requireInside(found.rows, mapping);
    const open = and(eq(budgetImports.id, id), eq(budgetImports.state, "read"));
    const changed = await tx
      .update(budgetImports)
      .set({ mapping })
      .where(open)
      .returning({ id: budgetImports.id });
    if (changed.length === 0) throw new ConflictError(IMPORT_WORDS.applied);
    await putSetting(ctx, tx, IMPORT_HEADINGS_SETTING, headingsOf(found.rows, mapping));
    const details = { ...mapping };
    await audit({
      action: "budget-import.map",
      entity: "budget_import",
      entityId: id,
      parentId: found.programmeId,
      details,
    });
    return { id };
  });
}

function requireSense(mapping: SheetMapping): void {
  const [, doubled] = doubledColumns(mapping);
  if (doubled) throw new FieldError(COLUMN_FIELDS[doubled], IMPORT_WORDS.columnTwice);
  if (!isUsable(mapping)) throw new FieldError("anggaran", IMPORT_WORDS.amountNeeded);
}

function requireInside(rows: readonly (readonly string[])[], mapping: SheetMapping): void {
  const width = rows[0]?.length ?? 0;
  for (const [field, name] of Object.entries(COLUMN_FIELDS)) {
    const column = mapping[field as SheetField];
    if (column !== null && column >= width) throw new FieldError(name, IMPORT_WORDS.columnUnknown);
  }
  if (mapping.header !== null && mapping.header >= rows.length)
    throw new FieldError("baris_judul", IMPORT_WORDS.headerInvalid);
}
