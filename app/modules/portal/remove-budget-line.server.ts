import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { budgetLines } from "#db/village/schema/portal.ts";
import { getBudgetLine } from "./budget.server.ts";
import type { VersionInput } from "./input.ts";

/** Takes a line from the poster. */
export async function removeBudgetLine(
  ctx: OfficeCtx,
  id: string,
  input: VersionInput,
): Promise<{ year: number }> {
  requirePermission(ctx, "portal.budget");
  return write(ctx, async ({ tx, audit }) => {
    const { name, year } = await getBudgetLine(tx, id, input.versi);
    await tx.delete(budgetLines).where(eq(budgetLines.id, id));
    const details = { nama: name, tahun: year };
    await audit({ action: "budget-line.remove", entity: "budget-line", entityId: id, details });
    return { year };
  });
}
