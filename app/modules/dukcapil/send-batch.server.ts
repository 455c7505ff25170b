import { eq, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { attachFile } from "#app/platform/files/attach-file.ts";
import type { UploadRules } from "#app/platform/files/store-upload.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { dukcapilForms } from "#db/village/schema/services.ts";
import { batchFacts, getOpenBatch } from "./batches.server.ts";
import { type BatchRow, getBatch, todayOf, updateBatch } from "./forms.server.ts";
import type { ReceiptInput, SendInput } from "./input.ts";
import { BATCH_WORDS, FORM_WORDS } from "./words.ts";

/** The photo of Dukcapil's receipt. */
export const RECEIPT: UploadRules = { purpose: "dukcapil-receipt", accept: ["image", "pdf"] };

/** Writes that a batch was carried to Dukcapil: its forms lie there now. */
export async function sendBatch(ctx: OfficeCtx, id: string, input: SendInput): Promise<void> {
  requirePermission(ctx, "dukcapil.write");
  if (input.tanggal > todayOf(ctx)) throw new FieldError("tanggal", FORM_WORDS.future);
  await write(ctx, async ({ tx, audit }) => {
    const batch = await getOpenBatch(tx, id, input.versi);
    const sent = await tx
      .update(dukcapilForms)
      .set({
        state: "sent",
        returnReason: null,
        returnedOn: null,
        version: sql`${dukcapilForms.version} + 1`,
        updatedAt: ctx.now.toISOString(),
      })
      .where(eq(dukcapilForms.batchId, id))
      .returning({ id: dukcapilForms.id });
    if (sent.length === 0) throw new ConflictError(BATCH_WORDS.empty);
    await updateBatch(ctx, tx, batch, {
      state: "sent",
      sentOn: input.tanggal,
      carriedBy: input.pembawa,
      ...(await receiptOf(ctx, tx, batch, input)),
    });
    const details = { ...batchFacts(batch), pembawa: input.pembawa, lembar: sent.length };
    await audit({ action: "dukcapil-batch.send", entity: "dukcapil-batch", entityId: id, details });
    return null;
  });
}

/** Writes the receipt that came later. */
export async function recordReceipt(ctx: OfficeCtx, id: string, input: ReceiptInput): Promise<void> {
  requirePermission(ctx, "dukcapil.write");
  await write(ctx, async ({ tx, audit }) => {
    const batch = await getBatch(tx, id, input.versi);
    if (batch.state === "open") throw new ConflictError(BATCH_WORDS.notSent);
    await updateBatch(ctx, tx, batch, await receiptOf(ctx, tx, batch, input));
    const details = batchFacts(batch);
    await audit({ action: "dukcapil-batch.receipt", entity: "dukcapil-batch", entityId: id, details });
    return null;
  });
}

async function receiptOf(
  ctx: OfficeCtx,
  tx: VillageTx,
  batch: BatchRow,
  { nomor, berkas }: Pick<ReceiptInput, "nomor" | "berkas">,
) {
  if (berkas) await attachFile(tx, berkas, RECEIPT.purpose, { accountId: ctx.actor.accountId, now: ctx.now });
  return { receiptNumber: nomor ?? batch.receiptNumber, receiptFileId: berkas ?? batch.receiptFileId };
}
