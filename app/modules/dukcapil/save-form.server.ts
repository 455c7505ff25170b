import { and, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { requireTerms } from "#app/platform/privacy/require-terms.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { dukcapilBatchForms } from "#db/village/schema/services.ts";
import {
  auditFacts,
  type FormRow,
  getBatch,
  getFormFor,
  openContent,
  requireSheet,
  sealContent,
  updateBatch,
  updateForm,
} from "./forms.server.ts";
import { entersPerson, merged, missingIn, type TypedContent } from "./sheet-rules.ts";
import { FORM_WORDS } from "./words.ts";

export interface SaveFormInput {
  versi: number;
  maksud: "simpan" | "siap";
  isian?: TypedContent;
}

/**
 * Keeps what was typed as a draft, or as ready for the next batch: then nothing that is needed may be missing.
 * @throws FieldError at the first field that is still needed
 */
export async function saveForm(
  ctx: OfficeCtx,
  id: string,
  input: SaveFormInput,
): Promise<{ isReady: boolean }> {
  requirePermission(ctx, "dukcapil.write");
  return write(ctx, async ({ tx, audit }) => {
    const row = await getFormFor(tx, id, { version: input.versi, action: "edit" });
    const sheet = requireSheet(row);
    const before = await openContent(ctx, row);
    const content = merged(sheet, before, input.isian ?? {});
    const isReady = input.maksud === "siap";
    const [missing] = isReady ? missingIn(sheet, content) : [];
    if (missing) throw new FieldError(missing.path, FORM_WORDS.missing(missing.label));
    if (entersPerson(sheet, before, content)) await requireTerms(ctx, tx);
    await updateForm(ctx, tx, row, {
      state: isReady ? "ready" : "draft",
      batchId: isReady && row.state === "ready" ? row.batchId : null,
      contentSealed: await sealContent(ctx, content),
    });
    if (!isReady && row.state === "ready") await takeOut(ctx, tx, row);
    const action = isReady ? "dukcapil.ready" : "dukcapil.save";
    await audit({ action, entity: "dukcapil-form", entityId: id, details: auditFacts(row) });
    return { isReady };
  });
}

/** A form that is not ready any more leaves the batch that was being put together. */
export async function takeOut(ctx: OfficeCtx, tx: VillageTx, row: FormRow): Promise<void> {
  if (!row.batchId) return;
  await tx
    .delete(dukcapilBatchForms)
    .where(and(eq(dukcapilBatchForms.batchId, row.batchId), eq(dukcapilBatchForms.formId, row.id)));
  await updateBatch(ctx, tx, await getBatch(tx, row.batchId));
}
