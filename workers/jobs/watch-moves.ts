import { and, isNotNull, lte, notInArray } from "drizzle-orm";
import type { BaseCtx } from "#app/context.ts";
import { raiseAlert, settleAlert } from "#app/platform/alerts.ts";
import { villages } from "#db/directory/schema/villages.ts";

/** A move takes seconds, of the largest village minutes. */
const STUCK_MINUTES = 20;
const STUCK_ALERT = "move-stuck";
const ENDED: (typeof villages.$inferSelect)["state"][] = ["erased"];

/** Hourly: a village whose move was cut off reads and does not write until somebody ends it; the operator is told. */
export async function watchMoves(ctx: BaseCtx): Promise<void> {
  const since = new Date(ctx.now.getTime() - STUCK_MINUTES * 60_000).toISOString();
  const stuck = await ctx.directory
    .select({ slug: villages.slug, name: villages.name })
    .from(villages)
    .where(
      and(isNotNull(villages.movingTo), lte(villages.movingSince, since), notInArray(villages.state, ENDED)),
    )
    .limit(100);
  if (stuck.length === 0) return settleAlert(ctx, STUCK_ALERT);
  const names = stuck.map(({ name, slug }) => `${name} (${slug})`).join(", ");
  await raiseAlert(ctx, {
    key: STUCK_ALERT,
    severity: "gawat",
    sentence: `Pemindahan terputus, desanya hanya dapat dibaca: ${names}. Jalankan lagi npm run village:move, atau batalkan dengan --batal.`,
  });
}
