import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { budgetLines } from "#db/village/schema/portal.ts";
import { columnsOf, selectBudget } from "./budget.server.ts";
import type { BudgetLineInput } from "./input.ts";
import { BUDGET_WORDS } from "./words.ts";

/** A poster that can still be read on a wall. */
export const MOST_LINES = 80;

/** Adds a line at the end of its side of a year's poster. */
export async function addBudgetLine(
  ctx: OfficeCtx,
  year: number,
  input: BudgetLineInput,
): Promise<{ id: string }> {
  requirePermission(ctx, "portal.budget");
  return write(ctx, async ({ tx, audit }) => {
    const standing = await selectBudget(tx, year);
    if (standing.length >= MOST_LINES) throw new ConflictError(BUDGET_WORDS.full);
    const id = newId(ctx.now);
    const position = 1 + Math.max(0, ...standing.map((each) => each.position));
    const row = { id, year, ...columnsOf(input), position, updatedAt: ctx.now.toISOString() };
    await tx.insert(budgetLines).values(row);
    const details = { nama: input.nama, tahun: year };
    await audit({ action: "budget-line.add", entity: "budget-line", entityId: id, details });
    return { id };
  });
}
