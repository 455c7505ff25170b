import { and, eq, gt, isNull } from "drizzle-orm";
import type { PortalCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { sha256Hex } from "#app/platform/ids.ts";
import { claimTickets } from "#db/directory/schema/trust.ts";
import { TRUST_WORDS } from "./words.ts";

/** Where a region stands with whoever holds (or lacks) a ticket for it. */
export type TicketState = "none-needed" | "held" | "needed";

type Clock = Pick<PortalCtx, "directory" | "now">;

/** Query for the tickets with which alone a region may be signed up; none where anybody may. For a batch. */
export function selectTickets(ctx: Clock, regionCode: string) {
  return ctx.directory.select().from(claimTickets).where(isOpen(ctx, regionCode));
}

/** What a token is worth, given the rows of `selectTickets`. */
export async function ticketStateOf(
  open: readonly (typeof claimTickets.$inferSelect)[],
  token: string | null | undefined,
): Promise<TicketState> {
  if (open.length === 0) return "none-needed";
  const hash = token ? await sha256Hex(token) : null;
  return open.some((ticket) => ticket.tokenHash === hash) ? "held" : "needed";
}

/** @throws FieldError at `kode_desa` where another holds the ticket for the region */
export async function requireTicket(
  ctx: Clock,
  regionCode: string,
  token: string | undefined,
): Promise<void> {
  if ((await ticketStateOf(await selectTickets(ctx, regionCode), token)) === "needed")
    throw new FieldError("kode_desa", TRUST_WORDS.ticketNeeded);
}

/** Statement for the batch that reserves a village: its ticket has done its work. */
export function takeTicket(ctx: Clock, regionCode: string) {
  return ctx.directory
    .update(claimTickets)
    .set({ usedAt: ctx.now.toISOString() })
    .where(isOpen(ctx, regionCode));
}

function isOpen(ctx: Pick<Clock, "now">, regionCode: string) {
  return and(
    eq(claimTickets.regionCode, regionCode),
    isNull(claimTickets.usedAt),
    gt(claimTickets.expiresAt, ctx.now.toISOString()),
  );
}
