import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { families, residentEvents, residents } from "#db/village/schema/population.ts";
import type { NewEvent } from "./append-events.server.ts";
import type { CancelInput } from "./event-input.ts";
import type { EventRow } from "./event-rows.server.ts";
import { EVENT_WORDS } from "./event-words.ts";
import { carryOut, type Recorded } from "./record-act.server.ts";

/**
 * Takes an event back, and with it all that was entered in the same act: a correction per event, with the reason. The
 * people stand afterwards as if it had not been.
 * @throws FieldError where a later event would not be possible without it, ConflictError where it is taken back already
 */
export async function cancelEvent(ctx: OfficeCtx, eventId: string, input: CancelInput): Promise<Recorded> {
  requirePermission(ctx, "population.write");
  return write(ctx, async (work) => {
    const act = await getAct(work.tx, eventId);
    const [first] = act;
    const isThere = act.some(({ id }) => id === eventId) && act.every(({ cancels }) => cancels === null);
    if (!first || !isThere) throw new ConflictError(EVENT_WORDS.eventGone);
    const today = dayIn(ctx.tenant.timeZone, ctx.now);
    const people = [...new Set(act.map(({ residentId }) => residentId))];
    const before = await familiesOf(work.tx, people);
    await restoreCard(work.tx, act);
    const events: NewEvent[] = act.map((event) => ({
      residentId: event.residentId,
      kind: "correction",
      happenedOn: today,
      note: input.alasan,
      cancels: event.id,
    }));
    const familyIds = [
      ...before,
      ...act.map(({ familyId }) => familyId),
      ...(await cardsBefore(work.tx, act)),
    ];
    return carryOut(ctx, work, first.residentId, {
      action: "resident.cancel-event",
      events,
      familyIds,
      headField: "alasan",
      details: { kind: first.kind, day: first.happenedOn },
    });
  });
}

/** All events of an act that still count, the first entered first. @throws NotFoundError */
async function getAct(tx: VillageTx, eventId: string): Promise<EventRow[]> {
  const [event] = await tx.select().from(residentEvents).where(eq(residentEvents.id, eventId));
  if (!event) throw new NotFoundError(EVENT_WORDS.eventGone);
  // What one import brought is one act too, but is taken back as a whole or person by person.
  if (event.importId !== null) return event.cancelledAt === null ? [event] : [];
  return tx
    .select()
    .from(residentEvents)
    .where(and(eq(residentEvents.actId, event.actId), isNull(residentEvents.cancelledAt)))
    .orderBy(asc(residentEvents.seq));
}

async function familiesOf(tx: VillageTx, people: readonly string[]): Promise<(string | null)[]> {
  const rows = await tx
    .select({ familyId: residents.familyId })
    .from(residents)
    .where(inArray(residents.id, [...people]));
  return rows.map(({ familyId }) => familyId);
}

/** Cards on which the people stood before the act: they come back to them. */
async function cardsBefore(tx: VillageTx, act: readonly EventRow[]): Promise<(string | null)[]> {
  const people = JSON.stringify(act.map(({ residentId }) => residentId));
  const rows = await tx
    .selectDistinct({ familyId: residentEvents.familyId })
    .from(residentEvents)
    .where(inArray(residentEvents.residentId, sql`(SELECT value FROM json_each(${people}))`));
  return rows.map(({ familyId }) => familyId);
}

/** The card of a household that had moved lies again where it lay. */
async function restoreCard(tx: VillageTx, act: readonly EventRow[]): Promise<void> {
  const moved = act.find(({ kind, details }) => kind === "move_inside" && "cardArea" in details);
  if (!moved?.familyId) return;
  const { cardArea, cardAddress } = moved.details;
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  await tx
    .update(families)
    .set({ areaId: text(cardArea), address: text(cardAddress) })
    .where(eq(families.id, moved.familyId));
}
