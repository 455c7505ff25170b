import { inArray, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import type { RetentionRule } from "#app/platform/privacy/retention-rule.ts";
import { dukcapilBatchForms, dukcapilForms } from "#db/village/schema/services.ts";

const CHUNK = 100;

/** Sheets are copies of the register: once all is settled they go after a while, the batch with its receipt stays. */
export const dukcapilRetention: readonly RetentionRule[] = [
  {
    kind: "dukcapil.forms",
    name: "Lembar data Dukcapil yang sudah selesai atau batal",
    reason:
      "Salinan data penduduk untuk mengurus dokumen; disimpan selama masih mungkin ditanyakan, lalu dihapus. NIK dan nomor akta tetap di data penduduk.",
    keep: { unit: "months", standard: 24, least: 6, most: 60 },
    removal: { how: "run", run: removeForms },
  },
];

async function removeForms(
  { db }: VillageCtx,
  before: string,
): Promise<{ removed: number; isMore: boolean }> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .select({ id: dukcapilForms.id })
      .from(dukcapilForms)
      .where(
        sql`${dukcapilForms.state} IN ('collected', 'finished', 'cancelled') AND ${dukcapilForms.updatedAt} < ${before}`,
      )
      .limit(CHUNK);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return { removed: 0, isMore: false };
    await tx.delete(dukcapilBatchForms).where(inArray(dukcapilBatchForms.formId, ids));
    await tx.delete(dukcapilForms).where(inArray(dukcapilForms.id, ids));
    return { removed: ids.length, isMore: ids.length === CHUNK };
  });
}
