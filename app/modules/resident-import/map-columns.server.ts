import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { settings } from "#db/village/schema/village.ts";
import type { ColumnMapping } from "./heading-rules.ts";
import { isImportKey } from "./import-fields.ts";
import type { MapColumnsInput } from "./input.ts";
import { getImport, type ImportRow, REMEMBERED_HEADINGS, requireMove } from "./queries.server.ts";
import { planOf } from "./state-rules.ts";
import { wakeImport } from "./wake-import.server.ts";
import { IMPORT_WORDS } from "./words.ts";

/** Says which column of a sheet holds what, and lets the check begin; the headings are remembered for the next sheet. */
export async function mapColumns(ctx: OfficeCtx, id: string, input: MapColumnsInput): Promise<void> {
  requirePermission(ctx, "population.import");
  await write(ctx, async ({ tx, audit }) => {
    const found = await getImport(tx, id);
    const columns = columnsOf(found, input);
    const sees = (planOf(found.mapping).sees ?? []).filter((each) => ctx.actor.permissions.has(each));
    const set = { state: "checking" as const, mapping: { columns, sees }, progress: 0 };
    await requireMove(tx, found, ["mapping", "checked"], set, ctx.now);
    await remember(ctx, tx, found, columns);
    await audit({
      action: "resident-import.map",
      entity: "resident_import",
      entityId: id,
      details: { kolom: Object.keys(columns).length },
    });
    return null;
  });
  await wakeImport(ctx);
}

function columnsOf({ headings }: ImportRow, { kolom }: MapColumnsInput): ColumnMapping {
  const columns: ColumnMapping = {};
  const used = new Set<number>();
  for (const [key, chosen] of Object.entries(kolom)) {
    if (chosen === "") continue;
    const column = Number(chosen);
    if (!isImportKey(key) || column >= (headings?.length ?? 0))
      throw new FieldError(`kolom.${key}`, IMPORT_WORDS.columnUnknown);
    if (used.has(column)) throw new FieldError(`kolom.${key}`, IMPORT_WORDS.columnTwice);
    used.add(column);
    columns[key] = column;
  }
  if (columns.name === undefined) throw new FieldError("kolom.name", IMPORT_WORDS.nameNeeded);
  if (columns.sex === undefined) throw new FieldError("kolom.sex", IMPORT_WORDS.sexNeeded);
  return columns;
}

async function remember(
  ctx: OfficeCtx,
  tx: VillageTx,
  found: ImportRow,
  columns: ColumnMapping,
): Promise<void> {
  const value = Object.fromEntries(
    Object.entries(columns).map(([key, column]) => [key, found.headings?.[column] ?? ""]),
  );
  const row = { value, updatedAt: ctx.now.toISOString() };
  await tx
    .insert(settings)
    .values({ key: REMEMBERED_HEADINGS, ...row })
    .onConflictDoUpdate({ target: settings.key, set: row });
}
