import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { budgetLines } from "#db/village/schema/portal.ts";
import { columnsOf, getBudgetLine } from "./budget.server.ts";
import type { SaveBudgetLineInput } from "./input.ts";

/** Changes a line of the poster: what was planned, or how much of it has been realised. */
export async function saveBudgetLine(
  ctx: OfficeCtx,
  id: string,
  input: SaveBudgetLineInput,
): Promise<{ year: number }> {
  requirePermission(ctx, "portal.budget");
  return write(ctx, async ({ tx, audit }) => {
    const before = await getBudgetLine(tx, id, input.versi);
    const next = { updatedAt: ctx.now.toISOString(), version: before.version + 1 };
    await tx
      .update(budgetLines)
      .set({ ...columnsOf(input), ...next })
      .where(eq(budgetLines.id, id));
    const details = { nama: input.nama, tahun: before.year };
    await audit({ action: "budget-line.save", entity: "budget-line", entityId: id, details });
    return { year: before.year };
  });
}
