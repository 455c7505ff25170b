import { and, eq, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { type Day, dayIn } from "#app/platform/clock.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { type Write, write } from "#app/platform/write.ts";
import { formatDate } from "#app/ui/format.ts";
import { activities, budgetChanges, budgetImports, spending } from "#db/village/schema/programme.ts";
import { sheetDayProblem } from "./import-day-rules.ts";
import type { ApplyImportInput } from "./import-input.ts";
import { readMapping } from "./import-mapping-rules.ts";
import { getImport, type ImportRow } from "./import-queries.server.ts";
import {
  checkRows,
  clashingLines,
  type ImportChange,
  importChanges,
  readSheetRows,
  strayChoices,
} from "./import-rules.ts";
import { readTargets } from "./import-targets.server.ts";
import { IMPORT_WORDS } from "./import-words.ts";
import { type BudgetChange, budgetAt } from "./money-rules.ts";
import type { ProgrammeRow } from "./queries.server.ts";
import { requireRunning } from "./running-queries.server.ts";

/**
 * Brings budgets and spending to what a sheet says of a day, in one transaction and at most once: a budget that differs
 * becomes a version with its reason, spending gets one entry of the difference. The same sheet taken in again adds nothing.
 */
export async function applyBudgetImport(
  ctx: OfficeCtx,
  year: number,
  id: string,
  input: ApplyImportInput,
): Promise<{ changedCount: number }> {
  requirePermission(ctx, "programme.spend");
  return write(ctx, async (writing) => {
    const { tx, audit } = writing;
    const { found, programme } = await getImport(tx, year, id);
    requireRunning(ctx, programme);
    requireDay(ctx, programme, input.tanggal);
    await markApplied(ctx, writing, id);
    const { targets, budgetsOf } = await readTargets(tx, programme.id, input.tanggal);
    const changes = changesOf(found, targets, input);
    for (const change of changes) {
      await applyChange(ctx, writing, {
        change,
        found,
        day: input.tanggal,
        budgets: budgetsOf(change.target.id),
      });
    }
    await audit({
      action: "budget-import.apply",
      entity: "budget_import",
      entityId: id,
      parentId: programme.id,
      details: { berkas: found.fileName, tanggal: input.tanggal, kegiatan: changes.length },
    });
    return { changedCount: changes.length };
  });
}

function requireDay(ctx: OfficeCtx, programme: ProgrammeRow, day: Day): void {
  const zone = ctx.tenant.timeZone;
  const approvedOn = programme.approvedAt ? dayIn(zone, new Date(programme.approvedAt)) : null;
  const problem = sheetDayProblem(day, { year: programme.year, today: dayIn(zone, ctx.now), approvedOn });
  if (problem === "outside_year") throw new FieldError("tanggal", IMPORT_WORDS.dayOutside(programme.year));
  if (problem === "in_future") throw new FieldError("tanggal", IMPORT_WORDS.dayInFuture);
  if (problem === "before_approval")
    throw new FieldError("tanggal", IMPORT_WORDS.dayBeforeApproval(formatDate(approvedOn ?? day)));
}

/** First of all changes, so that of two at once the second finds it taken. */
async function markApplied(ctx: OfficeCtx, { tx }: Write, id: string): Promise<void> {
  const taken = await tx
    .update(budgetImports)
    .set({ state: "applied", appliedAt: ctx.now.toISOString() })
    .where(and(eq(budgetImports.id, id), eq(budgetImports.state, "read")))
    .returning({ id: budgetImports.id });
  if (taken.length === 0) throw new ConflictError(IMPORT_WORDS.applied);
}

function changesOf(
  found: ImportRow,
  targets: Parameters<typeof checkRows>[1],
  input: ApplyImportInput,
): ImportChange[] {
  const mapping = readMapping(found.mapping);
  if (!mapping) throw new ConflictError(IMPORT_WORDS.mappingMissing);
  const choices = new Map(
    Object.entries(input.pilihan).map(([line, target]) => [Number(line.slice(1)), target]),
  );
  const rows = checkRows(readSheetRows(found.rows, mapping).rows, targets, choices);
  const [stray] = strayChoices(rows, choices);
  if (stray !== undefined) throw new FieldError(`pilihan.b${stray}`, IMPORT_WORDS.choiceUnknown);
  const [clash] = clashingLines(rows);
  if (clash !== undefined) throw new FieldError(`pilihan.b${clash}`, IMPORT_WORDS.clash(clash));
  if (rows.every(({ target }) => target === null)) throw new FieldError("", IMPORT_WORDS.nothingMatches);
  return importChanges(rows);
}

interface Applied {
  change: ImportChange;
  found: ImportRow;
  day: Day;
  budgets: readonly BudgetChange[];
}

async function applyChange(ctx: OfficeCtx, { tx, audit }: Write, applied: Applied): Promise<void> {
  const { change, found, day, budgets } = applied;
  const { target, budget, spendingDifference } = change;
  const note = IMPORT_WORDS.budgetReason(found.fileName, formatDate(day));
  const stamp = { activityId: target.id, createdBy: ctx.actor.accountId, createdAt: ctx.now.toISOString() };
  if (budget !== null) {
    const row = { id: newId(ctx.now), amount: budget, validFrom: day, reason: note, ...stamp };
    await tx.insert(budgetChanges).values(row);
    const present = budgetAt([...budgets, row], dayIn(ctx.tenant.timeZone, ctx.now));
    await tx
      .update(activities)
      .set({ budget: present, version: sql`${activities.version} + 1`, updatedAt: stamp.createdAt })
      .where(eq(activities.id, target.id));
  }
  if (spendingDifference !== 0) {
    const amount = spendingDifference;
    await tx
      .insert(spending)
      .values({ id: newId(ctx.now), amount, spentOn: day, note, importId: found.id, ...stamp });
  }
  await audit({
    action: "activity.import-money",
    entity: "activity",
    entityId: target.id,
    parentId: target.id,
    details: { berkas: found.fileName, tanggal: day, anggaran: budget, selisih_belanja: spendingDifference },
  });
}
