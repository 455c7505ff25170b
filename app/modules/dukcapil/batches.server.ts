import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { takeNextNumber } from "#app/modules/village/take-next-number.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { dukcapilBatches, dukcapilBatchForms, dukcapilForms } from "#db/village/schema/services.ts";
import {
  auditFacts,
  type BatchRow,
  getBatch,
  getForm,
  todayOf,
  updateBatch,
  updateForm,
} from "./forms.server.ts";
import type { AddInput, OpenBatchInput, RemoveInput } from "./input.ts";
import { BATCH_WORDS } from "./words.ts";

/** Puts ready forms together under the next number of the year. */
export async function openBatch(
  ctx: OfficeCtx,
  { lembar }: OpenBatchInput,
): Promise<{ id: string; number: number }> {
  requirePermission(ctx, "dukcapil.write");
  return write(ctx, async ({ tx, audit }) => {
    const id = newId(ctx.now);
    const at = ctx.now.toISOString();
    const year = Number(todayOf(ctx).slice(0, 4));
    const highest = sql`SELECT max(number) FROM ${dukcapilBatches} WHERE year = ${year}`;
    const number = await takeNextNumber(tx, { book: "pengantar-dukcapil", year, highest, now: ctx.now });
    if (number === null) throw new ConflictError(BATCH_WORDS.full);
    const made = { createdBy: ctx.actor.accountId, createdAt: at, updatedAt: at };
    await tx.insert(dukcapilBatches).values({ id, year, number, state: "open", ...made });
    await putIn(ctx, tx, id, lembar);
    const details = { tahun: year, nomor: number, lembar: lembar.length };
    await audit({ action: "dukcapil-batch.open", entity: "dukcapil-batch", entityId: id, details });
    return { id, number };
  });
}

/** Puts further forms into a batch that has not left. */
export async function addToBatch(ctx: OfficeCtx, id: string, input: AddInput): Promise<void> {
  requirePermission(ctx, "dukcapil.write");
  await write(ctx, async ({ tx, audit }) => {
    const batch = await getOpenBatch(tx, id, input.versi);
    await putIn(ctx, tx, id, input.lembar);
    await updateBatch(ctx, tx, batch);
    const details = { ...batchFacts(batch), lembar: input.lembar.length };
    await audit({ action: "dukcapil-batch.add", entity: "dukcapil-batch", entityId: id, details });
    return null;
  });
}

/** Takes a form out of a batch that has not left; it stays ready. */
export async function removeFromBatch(ctx: OfficeCtx, id: string, input: RemoveInput): Promise<void> {
  requirePermission(ctx, "dukcapil.write");
  await write(ctx, async ({ tx, audit }) => {
    const batch = await getOpenBatch(tx, id, input.versi);
    const form = await getForm(tx, input.keluar);
    if (form.batchId !== id) throw new ConflictError(BATCH_WORDS.stale);
    await tx
      .delete(dukcapilBatchForms)
      .where(and(eq(dukcapilBatchForms.batchId, id), eq(dukcapilBatchForms.formId, form.id)));
    await updateForm(ctx, tx, form, { batchId: null });
    await updateBatch(ctx, tx, batch);
    const details = { ...batchFacts(batch), ...auditFacts(form) };
    await audit({ action: "dukcapil-batch.remove", entity: "dukcapil-batch", entityId: id, details });
    return null;
  });
}

/** @throws ConflictError where it has left already, or was changed since */
export async function getOpenBatch(tx: VillageTx, id: string, version: number): Promise<BatchRow> {
  const batch = await getBatch(tx, id);
  if (batch.state !== "open") throw new ConflictError(BATCH_WORDS.notOpen);
  if (batch.version !== version) throw new ConflictError(BATCH_WORDS.stale);
  return batch;
}

export function batchFacts({ year, number }: BatchRow): Record<string, unknown> {
  return { tahun: year, nomor: number };
}

async function putIn(
  ctx: OfficeCtx,
  tx: VillageTx,
  batchId: string,
  formIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(formIds)];
  const put = await tx
    .update(dukcapilForms)
    .set({ batchId, version: sql`${dukcapilForms.version} + 1`, updatedAt: ctx.now.toISOString() })
    .where(
      and(inArray(dukcapilForms.id, wanted), eq(dukcapilForms.state, "ready"), isNull(dukcapilForms.batchId)),
    )
    .returning({ id: dukcapilForms.id });
  if (put.length !== wanted.length) throw new ConflictError(BATCH_WORDS.notReady);
  await tx.insert(dukcapilBatchForms).values(wanted.map((formId) => ({ batchId, formId })));
}
