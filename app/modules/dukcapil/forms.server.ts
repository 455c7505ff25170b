import { and, desc, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { openValue, sealValue } from "#app/platform/keys/sealed-field.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { dukcapilBatches, dukcapilBatchForms, dukcapilForms } from "#db/village/schema/services.ts";
import { FORM_CONTENT, FORM_RESULT } from "./sealed-fields.ts";
import { SHEETS } from "./sheet-fields.ts";
import { type ResultKey, type Sheet, type SheetContent, sheetOf } from "./sheet-rules.ts";
import { type FormAction, isPossible } from "./state-rules.ts";
import { BATCH_WORDS, FORM_STATE_WORDS, FORM_WORDS } from "./words.ts";

export type FormRow = typeof dukcapilForms.$inferSelect;
export type BatchRow = typeof dukcapilBatches.$inferSelect;
export type Results = Partial<Record<ResultKey, string>>;

/** @throws NotFoundError where the village has no such form */
export async function getForm(db: VillageDb | VillageTx, id: string): Promise<FormRow> {
  const [row] = await db.select().from(dukcapilForms).where(eq(dukcapilForms.id, id));
  if (!row) throw new NotFoundError(FORM_WORDS.gone);
  return row;
}

/**
 * A form as its page's person saw it, in a state that allows the action.
 * @throws ConflictError where it was changed since, or is past it
 */
export async function getFormFor(
  tx: VillageTx,
  id: string,
  { version, action }: { version: number; action: FormAction },
): Promise<FormRow> {
  const row = await getForm(tx, id);
  if (!isPossible(action, row.state))
    throw new ConflictError(FORM_WORDS.notNow(FORM_STATE_WORDS[row.state].label));
  if (row.version !== version) throw new ConflictError(FORM_WORDS.stale);
  return row;
}

/** The batch as its page's person saw it. @throws NotFoundError, ConflictError */
export async function getBatch(db: VillageDb | VillageTx, id: string, version?: number): Promise<BatchRow> {
  const [row] = await db.select().from(dukcapilBatches).where(eq(dukcapilBatches.id, id));
  if (!row) throw new NotFoundError(BATCH_WORDS.gone);
  if (version !== undefined && row.version !== version) throw new ConflictError(BATCH_WORDS.stale);
  return row;
}

/** Statement of the batches that a form went with, latest first. */
export function selectJourneys(db: VillageDb, formId: string) {
  return db
    .select({
      id: dukcapilBatches.id,
      number: dukcapilBatches.number,
      year: dukcapilBatches.year,
      sentOn: dukcapilBatches.sentOn,
      outcome: dukcapilBatchForms.outcome,
      outcomeOn: dukcapilBatchForms.outcomeOn,
      reason: dukcapilBatchForms.reason,
    })
    .from(dukcapilBatchForms)
    .innerJoin(dukcapilBatches, eq(dukcapilBatches.id, dukcapilBatchForms.batchId))
    .where(eq(dukcapilBatchForms.formId, formId))
    .orderBy(desc(dukcapilBatches.year), desc(dukcapilBatches.number));
}

/** The sheet by which a form was made. */
export function requireSheet(row: Pick<FormRow, "form" | "formVersion">): Sheet {
  const sheet = sheetOf(SHEETS, row.form, row.formVersion);
  if (!sheet) throw new NotFoundError(FORM_WORDS.noSheet);
  return sheet;
}

export async function openContent({ keys }: OfficeCtx, row: FormRow): Promise<SheetContent> {
  return JSON.parse((await openValue(keys, FORM_CONTENT, row.contentSealed)) ?? "{}");
}

export async function sealContent({ keys }: OfficeCtx, content: SheetContent): Promise<string> {
  const { sealed } = await sealValue(keys, FORM_CONTENT, JSON.stringify(content));
  return sealed ?? "";
}

export async function openResults({ keys }: OfficeCtx, row: FormRow): Promise<Results> {
  return JSON.parse((await openValue(keys, FORM_RESULT, row.resultSealed)) ?? "{}");
}

/** Changes a form and counts its version up. */
export async function updateForm(
  ctx: OfficeCtx,
  tx: VillageTx,
  row: FormRow,
  change: Partial<typeof dukcapilForms.$inferInsert>,
): Promise<void> {
  await tx
    .update(dukcapilForms)
    .set({ ...change, version: row.version + 1, updatedAt: ctx.now.toISOString() })
    .where(eq(dukcapilForms.id, row.id));
}

/** The same of a batch. */
export async function updateBatch(
  ctx: OfficeCtx,
  tx: VillageTx,
  row: BatchRow,
  change: Partial<typeof dukcapilBatches.$inferInsert> = {},
): Promise<void> {
  await tx
    .update(dukcapilBatches)
    .set({ ...change, version: row.version + 1, updatedAt: ctx.now.toISOString() })
    .where(eq(dukcapilBatches.id, row.id));
}

/** Writes what became of a form into the batch that it went with, and closes the batch with its last. */
export async function settleInBatch(
  ctx: OfficeCtx,
  tx: VillageTx,
  row: FormRow,
  settled: { outcome: "finished" | "returned"; outcomeOn: string; reason?: string },
): Promise<void> {
  if (!row.batchId) return;
  await tx
    .update(dukcapilBatchForms)
    .set(settled)
    .where(and(eq(dukcapilBatchForms.batchId, row.batchId), eq(dukcapilBatchForms.formId, row.id)));
  const all = await tx
    .select({ outcome: dukcapilBatchForms.outcome })
    .from(dukcapilBatchForms)
    .where(eq(dukcapilBatchForms.batchId, row.batchId));
  const batch = await getBatch(tx, row.batchId);
  const isDone = all.every(({ outcome }) => outcome !== null);
  await updateBatch(ctx, tx, batch, isDone ? { state: "closed" } : {});
}

/** Today by the village's own zone. */
export function todayOf({ tenant, now }: Pick<OfficeCtx, "tenant" | "now">): string {
  return dayIn(tenant.timeZone, now);
}

/** Short and without identifiers, for the audit log. */
export function auditFacts(row: Pick<FormRow, "form" | "personName">): Record<string, unknown> {
  return { lembar: row.form, nama: row.personName };
}
