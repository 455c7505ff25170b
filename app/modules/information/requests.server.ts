import { eq, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { VillageTx } from "#db/open.ts";
import { informationRequests } from "#db/village/schema/portal.ts";
import { isOpen } from "./request-rules.ts";
import { REQUEST_WORDS } from "./words.ts";

export type RequestRow = typeof informationRequests.$inferSelect;

/** `purpose` of a request whose applicant's data was removed: nobody can type it, and it is a part of that data. */
export const ERASED_PURPOSE = "";

/** Today in the village. */
export function todayOf(ctx: Pick<VillageCtx, "tenant" | "now">): string {
  return dayIn(ctx.tenant.timeZone, ctx.now);
}

/** `3/2026` */
export function numberText({ number, year }: Pick<RequestRow, "number" | "year">): string {
  return `${number}/${year}`;
}

/** A request as a form's person saw it, still unanswered. @throws NotFoundError, ConflictError */
export async function getOpenRequest(tx: VillageTx, id: string, version: number): Promise<RequestRow> {
  const [row] = await tx.select().from(informationRequests).where(eq(informationRequests.id, id));
  if (!row) throw new NotFoundError(REQUEST_WORDS.gone);
  if (row.version !== version) throw new ConflictError(REQUEST_WORDS.stale);
  if (!isOpen(row.state)) throw new ConflictError(REQUEST_WORDS.isClosed);
  return row;
}

/** What a change writes besides its own columns. */
export function nextVersionOf(ctx: Pick<VillageCtx, "now">, { version }: RequestRow) {
  return { updatedAt: ctx.now.toISOString(), version: version + 1 };
}

/** Condition: the request waits for its answer. */
export const isStillOpen = sql`${informationRequests.state} IN ('received', 'extended')`;
