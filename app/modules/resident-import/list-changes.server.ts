import { and, asc, eq, gt, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { labelOf } from "#app/modules/population/code-lists.ts";
import { maskNumber } from "#app/modules/population/nik-rules.ts";
import { RESIDENT_FIELDS } from "#app/modules/population/resident-fields.ts";
import { mayRead } from "#app/platform/privacy/field-groups.ts";
import { requirePermission } from "#app/platform/require.ts";
import { formatDate } from "#app/ui/format.ts";
import { residentImportRows } from "#db/village/schema/population.ts";
import { CHANGES_NOTHING, HIDDEN } from "./change-words.ts";
import { understand } from "./check-rows.server.ts";
import { isMaskedField } from "./compare-rules.ts";
import { type ImportKey, importFieldOf } from "./import-fields.ts";
import { matchPeople } from "./match-people.server.ts";
import { getImport, openRows } from "./queries.server.ts";

const PAGE_ROWS = 20;

/** One field of a person as it stands and as the sheet has it. */
export interface ShownChange {
  key: ImportKey;
  label: string;
  before: string;
  after: string;
  isTaken: boolean;
}

/**
 * Persons whom the sheet would change, field by field with old and new. Identifiers are masked, and what belongs to a
 * group that the reader may not see stays hidden; he may still leave it out.
 */
export async function listChanges(ctx: OfficeCtx, id: string, after: number) {
  requirePermission(ctx, "population.import");
  const found = await getImport(ctx.db, id);
  const { importId, line, outcome, appliedAt } = residentImportRows;
  const staged = await ctx.db
    .select()
    .from(residentImportRows)
    .where(and(eq(importId, id), eq(outcome, "changed"), isNull(appliedAt), gt(line, after)))
    .orderBy(asc(line))
    .limit(PAGE_ROWS + 1);
  const rows = await understand(ctx, found, await openRows(ctx, staged.slice(0, PAGE_ROWS)));
  const said = rows.map((row) => ({ line: row.line, values: row.read.values }));
  const matches = await matchPeople(ctx, ctx.db, said);
  return {
    found,
    next: staged.length > PAGE_ROWS ? (rows.at(-1)?.line ?? null) : null,
    people: rows.map((row) => {
      const person = matches.found.get(row.line);
      const known = person && person !== "several" ? person : null;
      const kept = new Set(row.keptFields ?? []);
      const changes = (row.changedFields ?? []) as ImportKey[];
      return {
        line: row.line,
        residentId: row.residentId,
        name: known?.row.name ?? String(row.read.values.name ?? ""),
        changes: changes.map(
          (key): ShownChange => ({
            key,
            label: importFieldOf(key).label,
            before: shown(ctx, key, known?.values[key]),
            after: shown(ctx, key, row.read.values[key]),
            isTaken: !kept.has(key),
          }),
        ),
      };
    }),
  };
}

function shown(ctx: OfficeCtx, key: ImportKey, value: string | number | undefined): string {
  if (value === undefined) return CHANGES_NOTHING;
  if (isMaskedField(key)) return maskNumber(String(value)) ?? CHANGES_NOTHING;
  const group = RESIDENT_FIELDS.find((field) => field.key === key)?.group ?? "general";
  if (!mayRead(ctx.actor.permissions, group)) return HIDDEN;
  const { kind, list } = importFieldOf(key);
  if (kind === "day") return formatDate(String(value));
  if (list && typeof value === "number") return labelOf(list, value) ?? String(value);
  return String(value).replace(".", kind === "place" ? "," : ".");
}
