import { and, asc, eq, isNull } from "drizzle-orm";
import type { BaseCtx } from "#app/context.ts";
import { raiseAlert, settleAlert } from "#app/platform/alerts.ts";
import type { QueueMessage } from "#app/platform/jobs/queue.ts";
import { erasures } from "#db/directory/schema/backups.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { continueErasure } from "#db/erase/erase-village.ts";
import { placeIn } from "#db/place.ts";
import { type Env, fileStoreOf } from "../bindings.ts";

const ERASURES_PER_SWEEP = 20;
/** An invocation may send 10,000 requests; each deleted object is one. */
const DELETES_PER_RUN = 3_000;

/** Erasures that are not over. */
export async function listOpenErasures(ctx: BaseCtx): Promise<QueueMessage[]> {
  const open = await ctx.directory
    .select({ villageId: erasures.villageId })
    .from(erasures)
    .where(isNull(erasures.finishedAt))
    .orderBy(asc(erasures.startedAt))
    .limit(ERASURES_PER_SWEEP);
  return open.map(({ villageId }) => ({ kind: "resume-erasure", villageId }));
}

/** Carries one erasure on; one that fails is told to the operator and comes again with the next sweep. */
export async function resumeErasure(base: BaseCtx, env: Env, villageId: string): Promise<void> {
  const alertKey = `erasure-failed:${villageId}`;
  try {
    const deps = {
      place: placeIn(base.homes),
      comparison: base.comparison,
      files: fileStoreOf(env, base.now),
      maxDeletes: DELETES_PER_RUN,
    };
    const row = await continueErasure(deps, villageId, base.now);
    if (row?.step === "done") await settleAlert(base, alertKey);
  } catch (error) {
    base.log.error("erasure.failed", error, { villageId });
    const [village] = await base.directory
      .select()
      .from(villages)
      .where(and(eq(villages.id, villageId), eq(villages.state, "erased")));
    await raiseAlert(base, {
      key: alertKey,
      severity: "peringatan",
      sentence: `Penghapusan data desa ${village?.name ?? villageId} terhenti dan dicoba lagi setiap lima menit. Periksa server basis data dan penyimpanan berkas.`,
      villageId,
    });
  }
}
