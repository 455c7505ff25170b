import type { OfficeCtx } from "#app/context.ts";
import { recordIssuedNumbers } from "#app/modules/population/record-issued-numbers.server.ts";
import { FieldError } from "#app/platform/errors.ts";
import { sealValue } from "#app/platform/keys/sealed-field.ts";
import { requirePermission } from "#app/platform/require.ts";
import { type Write, write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import {
  auditFacts,
  type FormRow,
  getBatch,
  getFormFor,
  type Results,
  requireSheet,
  settleInBatch,
  todayOf,
  updateForm,
} from "./forms.server.ts";
import type { CancelInput, CollectInput, FinishInput, ReturnInput } from "./input.ts";
import { takeOut } from "./save-form.server.ts";
import { FORM_RESULT } from "./sealed-fields.ts";
import { FORM_WORDS } from "./words.ts";

/** Dukcapil gave it back: it is mended and goes with a later batch. */
export async function returnForm(ctx: OfficeCtx, id: string, input: ReturnInput): Promise<void> {
  requirePermission(ctx, "dukcapil.write");
  await write(ctx, async ({ tx, audit }) => {
    const row = await getFormFor(tx, id, { version: input.versi, action: "return" });
    await requireAnswerDay(ctx, tx, row, input.tanggal);
    await settleInBatch(ctx, tx, row, {
      outcome: "returned",
      outcomeOn: input.tanggal,
      reason: input.alasan,
    });
    await updateForm(ctx, tx, row, {
      state: "returned",
      returnReason: input.alasan,
      returnedOn: input.tanggal,
    });
    await audit({
      action: "dukcapil.return",
      entity: "dukcapil-form",
      entityId: id,
      details: auditFacts(row),
    });
    return null;
  });
}

export interface Finished {
  fields: ("nik" | "birthCertificate")[];
  doubt: string | null;
}

/**
 * Dukcapil issued what was asked for: the numbers go into the register in the same transaction.
 * @throws FieldError at `nik` where somebody else has it: nothing is written then
 */
export async function finishForm(ctx: OfficeCtx, id: string, input: FinishInput): Promise<Finished> {
  requirePermission(ctx, "dukcapil.write");
  return write(ctx, async (work) => {
    const { tx, audit } = work;
    const row = await getFormFor(tx, id, { version: input.versi, action: "finish" });
    await requireAnswerDay(ctx, tx, row, input.tanggal);
    const results = resultsOf(row, input);
    const written = await writeBack(ctx, work, row, results, input.tanggal);
    await settleInBatch(ctx, tx, row, { outcome: "finished", outcomeOn: input.tanggal });
    const { sealed } = await sealValue(ctx.keys, FORM_RESULT, JSON.stringify(results));
    await updateForm(ctx, tx, row, { state: "finished", finishedOn: input.tanggal, resultSealed: sealed });
    await audit({
      action: "dukcapil.finish",
      entity: "dukcapil-form",
      entityId: id,
      details: auditFacts(row),
    });
    return written;
  });
}

/** What of the input the sheet can bring. */
function resultsOf(row: FormRow, input: FinishInput): Results {
  const { results } = requireSheet(row);
  if (results.includes("akta_lahir") && !input.akta_lahir)
    throw new FieldError("akta_lahir", FORM_WORDS.aktaMissing);
  return Object.fromEntries(results.flatMap((key) => (input[key] ? [[key, input[key]]] : [])));
}

async function writeBack(
  ctx: OfficeCtx,
  work: Write,
  row: FormRow,
  { nik, akta_lahir }: Results,
  happenedOn: string,
): Promise<Finished> {
  if (!row.residentId || !(nik || akta_lahir)) return { fields: [], doubt: null };
  const outcome = await recordIssuedNumbers(ctx, work, row.residentId, {
    nik: nik ?? null,
    birthCertificate: akta_lahir ?? null,
    happenedOn,
    note: `Terbit dari Dukcapil, ${row.form}`,
  });
  if ("taken" in outcome) throw new FieldError("nik", FORM_WORDS.taken(outcome.taken));
  return outcome;
}

/** Who took the paper home. */
export async function collectForm(ctx: OfficeCtx, id: string, input: CollectInput): Promise<void> {
  requirePermission(ctx, "dukcapil.write");
  if (input.tanggal > todayOf(ctx)) throw new FieldError("tanggal", FORM_WORDS.future);
  await write(ctx, async ({ tx, audit }) => {
    const row = await getFormFor(tx, id, { version: input.versi, action: "collect" });
    if (row.finishedOn && input.tanggal < row.finishedOn)
      throw new FieldError("tanggal", FORM_WORDS.beforeFinished);
    await updateForm(ctx, tx, row, {
      state: "collected",
      collectedOn: input.tanggal,
      collectedBy: input.oleh,
    });
    await audit({
      action: "dukcapil.collect",
      entity: "dukcapil-form",
      entityId: id,
      details: auditFacts(row),
    });
    return null;
  });
}

/** A form that will not go to Dukcapil (any more). */
export async function cancelForm(ctx: OfficeCtx, id: string, input: CancelInput): Promise<void> {
  requirePermission(ctx, "dukcapil.write");
  await write(ctx, async ({ tx, audit }) => {
    const row = await getFormFor(tx, id, { version: input.versi, action: "cancel" });
    if (row.state === "ready") await takeOut(ctx, tx, row);
    await updateForm(ctx, tx, row, { state: "cancelled", batchId: null });
    const details = { ...auditFacts(row), alasan: input.alasan };
    await audit({ action: "dukcapil.cancel", entity: "dukcapil-form", entityId: id, details });
    return null;
  });
}

async function requireAnswerDay(ctx: OfficeCtx, tx: VillageTx, row: FormRow, day: string): Promise<void> {
  if (day > todayOf(ctx)) throw new FieldError("tanggal", FORM_WORDS.future);
  const batch = row.batchId ? await getBatch(tx, row.batchId) : null;
  if (batch?.sentOn && day < batch.sentOn) throw new FieldError("tanggal", FORM_WORDS.beforeSent);
}
