import { asc, desc, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { budgetLines } from "#db/village/schema/portal.ts";
import { budgetParts } from "./budget-rules.ts";
import type { BudgetLineInput } from "./input.ts";
import { BUDGET_WORDS } from "./words.ts";

export type BudgetRow = typeof budgetLines.$inferSelect;

/** The lines of a year's poster in their order. */
export function selectBudget(db: VillageDb | VillageTx, year: number) {
  return db
    .select()
    .from(budgetLines)
    .where(eq(budgetLines.year, year))
    .orderBy(asc(budgetLines.side), asc(budgetLines.position), asc(budgetLines.id));
}

/** Years that have a poster, newest first. */
export function selectBudgetYears(db: VillageDb | VillageTx) {
  return db.selectDistinct({ year: budgetLines.year }).from(budgetLines).orderBy(desc(budgetLines.year));
}

/** What a form says of a line, as columns. */
export function columnsOf({ sisi, nama, anggaran, realisasi, realisasi_per }: BudgetLineInput) {
  return {
    side: sisi,
    name: nama,
    planned: anggaran,
    realised: realisasi,
    realisedOn: realisasi === null ? null : realisasi_per,
  };
}

/** A line as a form's person saw it. @throws NotFoundError, ConflictError where it was changed since */
export async function getBudgetLine(tx: VillageTx, id: string, version: number): Promise<BudgetRow> {
  const [row] = await tx.select().from(budgetLines).where(eq(budgetLines.id, id));
  if (!row) throw new NotFoundError(BUDGET_WORDS.gone);
  if (row.version !== version) throw new ConflictError(BUDGET_WORDS.stale);
  return row;
}

/** One line for its form. */
export async function loadBudgetLine(ctx: OfficeCtx, id: string): Promise<BudgetRow> {
  requirePermission(ctx, "portal.read");
  const [row] = await ctx.db.select().from(budgetLines).where(eq(budgetLines.id, id));
  if (!row) throw new NotFoundError(BUDGET_WORDS.gone);
  return row;
}

/** The years of the office's list. */
export async function listBudgetYears(ctx: OfficeCtx): Promise<number[]> {
  requirePermission(ctx, "portal.read");
  return (await selectBudgetYears(ctx.db)).map(({ year }) => year);
}

/** A year's lines for the office. */
export async function loadBudget(ctx: OfficeCtx, year: number) {
  requirePermission(ctx, "portal.read");
  const lines = await selectBudget(ctx.db, year);
  return { year, parts: budgetParts(lines), mayWrite: ctx.actor.permissions.has("portal.budget") };
}
