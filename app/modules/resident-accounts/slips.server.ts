import { and, desc, eq, gt, isNull } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { codeFrom } from "#app/modules/receipts/receipt-rules.ts";
import { sha256Hex } from "#app/platform/ids.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { residentSlips } from "#db/village/schema/residents.ts";

/** Name under which codes are derived from the village's index key. */
const CODE_FIELD = "resident_slips.code";

export type SlipRow = typeof residentSlips.$inferSelect;

/** The code of a slip as its row keeps the hash of: made from the village's key, so that it is stored nowhere. */
export async function newSlipCode(ctx: Pick<VillageCtx, "keys">, slipId: string): Promise<string> {
  return codeOf(await ctx.keys.index(CODE_FIELD, slipId));
}

/** The code once more, to print the slip again; null where the key that made it is gone. */
export async function slipCode(ctx: Pick<VillageCtx, "keys">, slip: SlipRow): Promise<string | null> {
  for (const mark of await ctx.keys.indexes(CODE_FIELD, slip.id)) {
    const code = await codeOf(mark);
    if ((await sha256Hex(code)) === slip.codeHash) return code;
  }
  return null;
}

/** Query for a resident's slip that is open, the latest first. */
export function selectOpenSlip(db: VillageDb | VillageTx, residentId: string, now: Date) {
  return db
    .select()
    .from(residentSlips)
    .where(
      and(
        eq(residentSlips.residentId, residentId),
        isNull(residentSlips.usedAt),
        isNull(residentSlips.revokedAt),
        gt(residentSlips.expiresAt, now.toISOString()),
      ),
    )
    .orderBy(desc(residentSlips.createdAt))
    .limit(1);
}

async function codeOf(mark: string): Promise<string> {
  return codeFrom(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(mark))));
}
