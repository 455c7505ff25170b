import { and, eq, isNull, sql } from "drizzle-orm";
import type { BaseCtx } from "#app/context.ts";
import { alerts } from "#db/directory/schema/operations.ts";
import { newId } from "./ids.ts";

/** What the operator must look at. */
export interface Alert {
  /** The same trouble is one row: `backup-failed:{villageId}`. */
  key: string;
  severity: "peringatan" | "gawat";
  /** Indonesian: what is wrong and what to do about it. */
  sentence: string;
  villageId?: string;
}

type AlertCtx = Pick<BaseCtx, "directory" | "now">;

/** Tells the operator of a trouble; one that is open already is counted, one that was settled opens anew. */
export async function raiseAlert(ctx: AlertCtx, alert: Alert): Promise<void> {
  const at = ctx.now.toISOString();
  const wasOpen = sql`${alerts.settledAt} IS NULL`;
  const { key: alertKey, severity, sentence, villageId = null } = alert;
  await ctx.directory
    .insert(alerts)
    .values({ id: newId(ctx.now), alertKey, severity, sentence, villageId, firstAt: at, lastAt: at })
    .onConflictDoUpdate({
      target: alerts.alertKey,
      set: {
        severity,
        sentence,
        villageId,
        lastAt: at,
        times: sql`iif(${wasOpen}, ${alerts.times} + 1, 1)`,
        firstAt: sql`iif(${wasOpen}, ${alerts.firstAt}, ${at})`,
        settledAt: null,
        settledBy: null,
        note: null,
      },
    });
}

/**
 * Closes a trouble that is over; none that is open is no error.
 * @param by `Balai` where the work itself went well again, else who looked at it
 */
export async function settleAlert(ctx: AlertCtx, key: string, by = "Balai"): Promise<void> {
  await ctx.directory
    .update(alerts)
    .set({ settledAt: ctx.now.toISOString(), settledBy: by })
    .where(and(eq(alerts.alertKey, key), isNull(alerts.settledAt)));
}
