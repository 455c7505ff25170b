import { sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";

/**
 * Was the village signed up and has nobody come in yet? Its sign-in page then says what to do: the page before stood on
 * another host, which can leave no sentence here. One round trip.
 */
export async function isJustSignedUp(ctx: Pick<VillageCtx, "db">): Promise<boolean> {
  const row = await ctx.db.get<{ fresh: number }>(sql`SELECT
    NOT EXISTS (SELECT 1 FROM known_devices) AND NOT EXISTS (SELECT 1 FROM sessions)
    AND EXISTS (SELECT 1 FROM audit_log WHERE action = 'village.sign-up') AS fresh`);
  return row?.fresh === 1;
}
