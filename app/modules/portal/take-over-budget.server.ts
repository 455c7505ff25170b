import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { loadPublicProgramme } from "#app/modules/programme/load-public-programme.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { budgetLines } from "#db/village/schema/portal.ts";
import { MOST_LINES } from "./add-budget-line.server.ts";
import { type BudgetRow, selectBudget } from "./budget.server.ts";
import { BUDGET_WORDS } from "./words.ts";

interface Taken {
  name: string;
  planned: number;
  realised: number;
  realisedOn: string;
}

/**
 * Takes over from an approved work programme what each of its sections may spend and has spent, as expense lines. Lines
 * of the same name are brought up to date, those entered by hand stay.
 * @throws ConflictError where the year has no approved programme, or one without money
 */
export async function takeOverBudget(ctx: OfficeCtx, year: number): Promise<{ count: number }> {
  requirePermission(ctx, "portal.budget");
  const sections = await readSections(ctx, year);
  return write(ctx, async ({ tx, audit }) => {
    const standing = await selectBudget(tx, year);
    const fresh = sections.filter((taken) => !lineOf(standing, taken));
    if (standing.length + fresh.length > MOST_LINES) throw new ConflictError(BUDGET_WORDS.full);
    for (const [index, taken] of sections.entries()) await putLine(ctx, tx, { year, standing, taken, index });
    const details = { tahun: year, baris: sections.length };
    await audit({
      action: "budget-line.take-over",
      entity: "budget-line",
      entityId: `anggaran-${year}`,
      details,
    });
    return { count: sections.length };
  });
}

async function readSections(ctx: OfficeCtx, year: number): Promise<Taken[]> {
  const { sections, asOf } = await loadPublicProgramme(ctx, year).catch((error: unknown) => {
    if (error instanceof NotFoundError) throw new ConflictError(BUDGET_WORDS.noProgramme);
    throw error;
  });
  const taken = sections
    .map(({ name, rows }) => ({
      name,
      planned: rows.reduce((sum, { budget }) => sum + budget, 0),
      realised: rows.reduce((sum, { spending }) => sum + spending, 0),
      realisedOn: asOf,
    }))
    .filter(({ planned, realised }) => planned > 0 || realised > 0);
  if (taken.length === 0) throw new ConflictError(BUDGET_WORDS.nothingToTake);
  return taken;
}

function lineOf(standing: readonly BudgetRow[], { name }: Taken): BudgetRow | undefined {
  return standing.find((each) => each.side === "expense" && each.name === name);
}

interface Placing {
  year: number;
  standing: readonly BudgetRow[];
  taken: Taken;
  index: number;
}

async function putLine(ctx: OfficeCtx, tx: VillageTx, { year, standing, taken, index }: Placing) {
  const updatedAt = ctx.now.toISOString();
  const old = lineOf(standing, taken);
  if (old)
    return tx
      .update(budgetLines)
      .set({ ...taken, updatedAt, version: old.version + 1 })
      .where(eq(budgetLines.id, old.id));
  const position = 1 + index + Math.max(0, ...standing.map((each) => each.position));
  return tx
    .insert(budgetLines)
    .values({ id: newId(ctx.now), year, side: "expense", ...taken, position, updatedAt });
}
