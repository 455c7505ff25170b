import { and, eq } from "drizzle-orm";
import { NotFoundError } from "#app/platform/errors.ts";
import type { VillageTx } from "#db/open.ts";
import { budgetImports, programmes } from "#db/village/schema/programme.ts";
import { IMPORT_WORDS } from "./import-words.ts";
import type { ProgrammeRow } from "./queries.server.ts";

/** Setting: headings of the columns that were chosen at the last import. */
export const IMPORT_HEADINGS_SETTING = "programme.importHeadings";

export type ImportRow = typeof budgetImports.$inferSelect;

/** An import of a year's programme, or 404. */
export async function getImport(
  tx: VillageTx,
  year: number,
  id: string,
): Promise<{ found: ImportRow; programme: ProgrammeRow }> {
  const [row] = await tx
    .select()
    .from(budgetImports)
    .innerJoin(programmes, eq(programmes.id, budgetImports.programmeId))
    .where(and(eq(budgetImports.id, id), eq(programmes.year, year)));
  if (!row) throw new NotFoundError(IMPORT_WORDS.gone);
  return { found: row.budget_imports, programme: row.programmes };
}
