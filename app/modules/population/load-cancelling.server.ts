import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { residentEvents, residents } from "#db/village/schema/population.ts";
import { EVENT_WORDS } from "./event-words.ts";

/**
 * An event with all of its act that still counts: what taking it back takes back; one round trip.
 * @throws NotFoundError where the person has no such event, or it is taken back already
 */
export async function loadCancelling(ctx: OfficeCtx, residentId: string, eventId: string) {
  requirePermission(ctx, "population.write");
  const own = sql`(SELECT act_id FROM resident_events WHERE id = ${eventId} AND import_id IS NULL)`;
  const rows = await ctx.db
    .select({
      id: residentEvents.id,
      residentId: residentEvents.residentId,
      kind: residentEvents.kind,
      happenedOn: residentEvents.happenedOn,
      note: residentEvents.note,
      cancels: residentEvents.cancels,
      name: residents.name,
    })
    .from(residentEvents)
    .innerJoin(residents, eq(residents.id, residentEvents.residentId))
    .where(
      and(
        isNull(residentEvents.cancelledAt),
        sql`(${residentEvents.id} = ${eventId} OR ${residentEvents.actId} = ${own})`,
      ),
    )
    .orderBy(asc(residentEvents.seq));
  const event = rows.find(({ id }) => id === eventId);
  if (event?.residentId !== residentId || event.cancels !== null)
    throw new NotFoundError(EVENT_WORDS.eventGone);
  return { event, rows };
}
