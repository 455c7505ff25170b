import { sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { todayOf } from "./incoming.server.ts";
import { isLate } from "./list-incoming.server.ts";

export interface MailCounts {
  open: number;
  undisposed: number;
  late: number;
  /** Dispositions that the actor has in hand. */
  own: number;
}

/** How much of the incoming letters waits; one round trip. */
export async function countMail(ctx: OfficeCtx): Promise<MailCounts> {
  requirePermission(ctx, "mail.read");
  const [row] = await ctx.db.all<MailCounts>(sql`SELECT count(*) AS open,
    coalesce(sum(NOT EXISTS (SELECT 1 FROM dispositions d WHERE d.incoming_id = incoming_letters.id)), 0) AS undisposed,
    coalesce(sum(coalesce(${isLate(todayOf(ctx))}, 0)), 0) AS late,
    coalesce(sum(EXISTS (SELECT 1 FROM dispositions d WHERE d.incoming_id = incoming_letters.id
      AND d.done_at IS NULL AND d.to_account_id = ${ctx.actor.accountId})), 0) AS own
    FROM incoming_letters WHERE closed_at IS NULL AND voided_at IS NULL`);
  return row ?? { open: 0, undisposed: 0, late: 0, own: 0 };
}
