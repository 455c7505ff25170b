import { asc, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { dukcapilBatches, dukcapilBatchForms, dukcapilForms } from "#db/village/schema/services.ts";
import { files } from "#db/village/schema/village.ts";
import { todayOf } from "./forms.server.ts";
import { selectReady } from "./list-forms.server.ts";
import { BATCH_WORDS } from "./words.ts";

function selectContents({ db }: OfficeCtx, id: string) {
  return db
    .select({
      id: dukcapilForms.id,
      form: dukcapilForms.form,
      formVersion: dukcapilForms.formVersion,
      state: dukcapilForms.state,
      personName: dukcapilForms.personName,
      isHere: dukcapilForms.batchId,
      outcome: dukcapilBatchForms.outcome,
      outcomeOn: dukcapilBatchForms.outcomeOn,
      reason: dukcapilBatchForms.reason,
    })
    .from(dukcapilBatchForms)
    .innerJoin(dukcapilForms, eq(dukcapilForms.id, dukcapilBatchForms.formId))
    .where(eq(dukcapilBatchForms.batchId, id))
    .orderBy(asc(dukcapilForms.id));
}
export type BatchContent = Awaited<ReturnType<typeof selectContents>>[number];

/** A batch with what it holds or held, and its receipt; one round trip. @throws NotFoundError */
export async function loadBatch(ctx: OfficeCtx, id: string) {
  requirePermission(ctx, "dukcapil.read");
  const [[found], contents, ready] = await ctx.db.batch([
    ctx.db
      .select({ batch: dukcapilBatches, receipt: files })
      .from(dukcapilBatches)
      .leftJoin(files, eq(files.id, dukcapilBatches.receiptFileId))
      .where(eq(dukcapilBatches.id, id)),
    selectContents(ctx, id),
    selectReady(ctx),
  ]);
  if (!found) throw new NotFoundError(BATCH_WORDS.gone);
  const { batch, receipt } = found;
  const mayWrite = ctx.actor.permissions.has("dukcapil.write");
  const href = receipt && mayWrite ? await ctx.fileUrl(receipt, ctx.actor.accountId) : null;
  return {
    batch,
    contents,
    ready: batch.state === "open" ? ready : [],
    receipt: receipt && href ? { name: receipt.name, href } : null,
    today: todayOf(ctx),
    mayWrite,
  };
}
