import type { VillageCtx } from "#app/context.ts";
import type { Day } from "#app/platform/clock.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { sealValue } from "#app/platform/keys/sealed-field.ts";
import type { VillageTx } from "#db/open.ts";
import { bookingDay } from "./event-check-rules.ts";
import { type EventRow, type Histories, PLAIN_FIELDS, readHistories } from "./event-rows.server.ts";
import { ENTRY_KINDS, type EventKind, type Values } from "./event-rules.ts";
import { EVENT_WORDS } from "./event-words.ts";
import { factOf, type PersonWork, refoldPerson, writeRefolded } from "./refold-person.server.ts";
import { EVENT_SEALED, SEALED_KEYS, type SealedKey } from "./sealed-fields.ts";

/** Something that happened to one resident, to be written down. */
export interface NewEvent {
  /** Of somebody who enters: a new id. */
  residentId: string;
  kind: EventKind;
  happenedOn: Day;
  /** Fields in the clear that it sets, by their names in TypeScript; `familyId`, `areaId` and `hamletId` are such too. */
  changes?: Values;
  /** Protected fields that it sets, in the clear; sealed here. */
  protectedValues?: Partial<Record<SealedKey, string | null>>;
  /** Cause, place, destination, for the registers: no identifiers. */
  details?: Values;
  note?: string | null;
  /** Of a correction: id of the event of the same person that counts no more. */
  cancels?: string;
  importId?: string;
  /** The version of the person that the official saw; another one now is a conflict. */
  version?: number;
}

/** What was written. */
export interface Appended {
  actId: string;
  /** In the order in which they were given. */
  eventIds: string[];
  /** Version of each person's row afterwards. */
  versions: Map<string, number>;
}

/**
 * Writes events down and brings the people concerned to what their events now come to: the only way to change a resident.
 * What happened before a person's opening balance is booked on its day, with the true day as `trueDay` in its details.
 * Takes at most six round trips for any number of events; give some 500 at once. Families must exist before.
 * @param actId of a further part of an act that was begun; a new one without
 * @throws FieldError at `happenedOn` where somebody's history can't be so; nothing is written then
 * @throws ConflictError where somebody was changed since the official looked, or an event is cancelled already
 */
export async function appendEvents(
  ctx: Pick<VillageCtx, "keys" | "now" | "tenant" | "actor">,
  tx: VillageTx,
  events: readonly NewEvent[],
  actId: string = newId(ctx.now),
): Promise<Appended> {
  const ids = [...new Set(events.map(({ residentId }) => residentId))];
  if (ids.length === 0) return { actId, eventIds: [], versions: new Map() };
  const histories = await readHistories(tx, ids);
  requireVersions(events, histories);
  const fresh = await Promise.all(
    events.map((event, order) =>
      rowOf(ctx, onBookingDay(event, histories), { actId, seq: histories.lastSeq + 1 + order }),
    ),
  );
  const people = peopleOf(ids, events, fresh, histories);
  const refolded = await Promise.all(people.map((person) => refoldPerson(ctx, person)));
  await writeRefolded(ctx, tx, refolded);
  const versions = new Map(ids.map((id) => [id, (histories.versions.get(id) ?? 0) + 1]));
  return { actId, eventIds: fresh.map(({ id }) => id), versions };
}

function requireVersions(events: readonly NewEvent[], { versions }: Histories): void {
  const isStale = ({ residentId, version }: NewEvent) =>
    version !== undefined && versions.get(residentId) !== version;
  if (events.some(isStale)) throw new ConflictError(EVENT_WORDS.changedMeanwhile);
}

/** Before the opening balance nothing can be booked: its own day stands in the details then. */
function onBookingDay(event: NewEvent, { events }: Histories): NewEvent {
  if (event.kind === "correction" || ENTRY_KINDS.includes(event.kind)) return event;
  const facts = (events.get(event.residentId) ?? []).map((row) => factOf(row));
  const happenedOn = bookingDay(facts, event.happenedOn);
  if (happenedOn === event.happenedOn) return event;
  return { ...event, happenedOn, details: { ...event.details, trueDay: event.happenedOn } };
}

async function rowOf(
  ctx: Pick<VillageCtx, "keys" | "now" | "actor">,
  event: NewEvent,
  { actId, seq }: { actId: string; seq: number },
): Promise<EventRow> {
  const { changes = {}, protectedValues = {}, details = {} } = event;
  requireKnownFields(changes, protectedValues);
  const hasProtected = Object.keys(protectedValues).length > 0;
  const blob = hasProtected ? JSON.stringify(protectedValues) : null;
  return {
    id: newId(ctx.now),
    residentId: event.residentId,
    seq,
    kind: event.kind,
    happenedOn: event.happenedOn,
    actId,
    changes,
    sealed: (await sealValue(ctx.keys, EVENT_SEALED, blob)).sealed,
    details,
    note: event.note ?? null,
    cancels: event.cancels ?? null,
    cancelledAt: null,
    isPresent: false,
    status: 0,
    hamletId: null,
    familyId: null,
    familyRole: null,
    sex: 0,
    citizenship: 0,
    isTemporary: false,
    importId: event.importId ?? null,
    recordedBy: ctx.actor?.accountId ?? null,
    recordedAt: ctx.now.toISOString(),
  };
}

/** A protected value among those in the clear would lie open in the database: a defect of the caller. */
function requireKnownFields(changes: Values, protectedValues: object): void {
  const isPlain = (key: string) => key === "status" || PLAIN_FIELDS.includes(key);
  const isProtected = (key: string) => (SEALED_KEYS as readonly string[]).includes(key);
  const strange = [
    ...Object.keys(changes).filter((key) => !isPlain(key)),
    ...Object.keys(protectedValues).filter((key) => !isProtected(key)),
  ];
  if (strange.length > 0) throw new Error(`an event can't set ${strange.join(", ")}`);
}

function peopleOf(
  ids: readonly string[],
  events: readonly NewEvent[],
  fresh: readonly EventRow[],
  histories: Histories,
): PersonWork[] {
  const people = new Map<string, PersonWork>(
    ids.map((id) => [
      id,
      {
        id,
        isNew: !histories.versions.has(id),
        earlier: histories.events.get(id) ?? [],
        fresh: [],
        cancelled: [],
      },
    ]),
  );
  for (const [order, row] of fresh.entries()) {
    const person = people.get(row.residentId);
    person?.fresh.push({ row, protectedValues: events[order]?.protectedValues ?? {} });
    if (row.cancels) person?.cancelled.push(row.cancels);
  }
  return [...people.values()];
}
