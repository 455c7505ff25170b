import { sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import type { VillageTx } from "#db/open.ts";
import { residentEvents, residents } from "#db/village/schema/population.ts";
import { checkHistory } from "./event-check-rules.ts";
import { type EventRow, insertRows, PLAIN_FIELDS, updateRows } from "./event-rows.server.ts";
import {
  type Derived,
  derivedOf,
  type EventFact,
  foldSteps,
  type ResidentState,
  type Values,
} from "./event-rules.ts";
import { EVENT_WORDS, problemSentence } from "./event-words.ts";
import { STATUS } from "./person-rules.ts";
import { derivedColumns, type SealedValues, sealResident } from "./resident-values.server.ts";
import { EVENT_SEALED, SEALED_KEYS } from "./sealed-fields.ts";

/** One person's events: those that stand, and those that come in now with their protected values in the clear. */
export interface PersonWork {
  id: string;
  isNew: boolean;
  earlier: readonly EventRow[];
  fresh: { row: EventRow; protectedValues: Partial<SealedValues> }[];
  /** Ids of events that count no more. */
  cancelled: string[];
}

type PersonRow = { id: string } & Record<string, unknown>;

/** What is to be written for one person. */
export interface Refolded {
  isNew: boolean;
  row: PersonRow;
  importId: string | null;
  added: EventRow[];
  /** Earlier events that were cancelled, that count on another day, or after which he now stands otherwise. */
  changed: ({ id: string } & Record<keyof Derived | "cancelledAt" | "happenedOn", unknown>)[];
}

type Ctx = Pick<VillageCtx, "keys" | "now" | "tenant">;

/**
 * Folds one person's events anew.
 * @throws FieldError, ConflictError as appendEvents says
 */
export async function refoldPerson(ctx: Ctx, person: PersonWork): Promise<Refolded> {
  const earlier = person.earlier.map((row) => cancelledRow(ctx, person, row));
  requireAllFound(person);
  const withProtected = needsProtected(person);
  const facts = await factsOf(ctx, person, earlier, withProtected);
  const steps = foldSteps(facts);
  const state = steps.at(-1)?.after ?? null;
  requirePossible(ctx, person, facts, state);
  const derived = new Map(
    steps.map(({ fact, after }) => [fact.id, { happenedOn: fact.happenedOn, ...derivedOf(after) }]),
  );
  const settled = (row: EventRow) => ({ ...row, ...derived.get(row.id) });
  return {
    isNew: person.isNew,
    importId: person.fresh[0]?.row.importId ?? null,
    row: await personRow(ctx, person, state, withProtected),
    added: person.fresh.map(({ row }) => settled(row)),
    changed: earlier
      .map(settled)
      .filter((row, order) => isChanged(row, person.earlier[order]))
      .map(changedPart),
  };
}

function cancelledRow({ now }: Ctx, { cancelled }: PersonWork, row: EventRow): EventRow {
  return cancelled.includes(row.id) ? { ...row, cancelledAt: now.toISOString() } : row;
}

function requireAllFound({ cancelled, earlier }: PersonWork): void {
  const live = new Set(earlier.filter(({ cancelledAt }) => cancelledAt === null).map(({ id }) => id));
  if (cancelled.some((id) => !live.has(id))) throw new ConflictError(EVENT_WORDS.eventGone);
}

/** Protected values are opened only where they, or what the NIK is held against, may change. */
function needsProtected({ isNew, fresh, cancelled }: PersonWork): boolean {
  const touches = ({ row }: PersonWork["fresh"][number]) =>
    row.sealed !== null || "birthDate" in row.changes || "sex" in row.changes;
  return isNew || cancelled.length > 0 || fresh.some(touches);
}

async function factsOf(
  { keys }: Ctx,
  { fresh }: PersonWork,
  earlier: readonly EventRow[],
  withProtected: boolean,
): Promise<EventFact[]> {
  const before = earlier.map(async (row) => {
    const text = withProtected ? await openValue(keys, EVENT_SEALED, row.sealed) : null;
    return factOf(row, text ? JSON.parse(text) : {});
  });
  return [
    ...(await Promise.all(before)),
    ...fresh.map(({ row, protectedValues }) => factOf(row, protectedValues)),
  ];
}

/** A row as the fold needs it. */
export function factOf(row: EventRow, protectedValues: Partial<SealedValues> = {}): EventFact {
  const { id, seq, kind, happenedOn } = row;
  const changes = { ...row.changes, ...protectedValues };
  return { id, seq, kind, happenedOn, changes, isCancelled: row.cancelledAt !== null };
}

function requirePossible(
  ctx: Ctx,
  { fresh }: PersonWork,
  facts: EventFact[],
  state: ResidentState | null,
): void {
  const problem = checkHistory(facts, dayIn(ctx.tenant.timeZone, ctx.now));
  if (!problem) return;
  const isNew = fresh.some(({ row }) => row.id === problem.eventId);
  const name = state?.values.name;
  throw new FieldError("happenedOn", problemSentence(typeof name === "string" ? name : null, problem, isNew));
}

function isChanged(row: EventRow, before: EventRow | undefined): boolean {
  return JSON.stringify(row) !== JSON.stringify(before && { ...before });
}

function changedPart(row: EventRow) {
  const {
    id,
    happenedOn,
    cancelledAt,
    isPresent,
    status,
    hamletId,
    familyId,
    familyRole,
    sex,
    citizenship,
    isTemporary,
  } = row;
  return {
    id,
    happenedOn,
    cancelledAt,
    isPresent,
    status,
    hamletId,
    familyId,
    familyRole,
    sex,
    citizenship,
    isTemporary,
  };
}

async function personRow(
  { keys }: Ctx,
  { id, fresh }: PersonWork,
  state: ResidentState | null,
  withProtected: boolean,
): Promise<PersonRow> {
  const since = fresh.at(-1)?.row.happenedOn;
  if (!state) return { id, status: STATUS.invalid, statusSince: since, familyId: null, familyRole: null };
  const { values, status, statusSince } = state;
  const plain = Object.fromEntries(PLAIN_FIELDS.map((key) => [key, values[key] ?? DEFAULTS[key] ?? null]));
  const { nikState, ...names } = derivedColumns(nameFacts(values), textOf(values.nik));
  const row = { id, ...plain, ...names, status, statusSince };
  if (!withProtected) return row;
  const all = Object.fromEntries(SEALED_KEYS.map((key) => [key, textOf(values[key])]));
  return { ...row, nikState, ...(await sealResident(keys, all)) };
}

const DEFAULTS: Values = { kind: "permanent", citizenship: 1 };

function textOf(value: Values[string] | undefined): string | null {
  return value === undefined || value === null ? null : String(value);
}

function nameFacts(values: Values) {
  const { name, nickname, birthDate, sex } = values;
  return {
    name: String(name ?? ""),
    nickname: textOf(nickname),
    birthDate: textOf(birthDate),
    sex: typeof sex === "number" ? sex : 0,
  };
}

function shapeOf(row: PersonRow): string {
  return Object.keys(row).join();
}

/** Writes what refolding came to: events, marks on earlier ones, residents. Four round trips at most. */
export async function writeRefolded(ctx: Ctx, tx: VillageTx, people: readonly Refolded[]): Promise<void> {
  const at = ctx.now.toISOString();
  const added = people.flatMap((person) => person.added).sort((a, b) => a.seq - b.seq);
  await insertRows(
    tx,
    residentEvents,
    added.map((row) => ({
      ...row,
      changes: JSON.stringify(row.changes),
      details: JSON.stringify(row.details),
    })),
  );
  await updateRows(
    tx,
    residentEvents,
    people.flatMap((person) => person.changed),
  );
  const newcomers = people.filter(({ isNew }) => isNew);
  await insertRows(
    tx,
    residents,
    newcomers.map(({ row, importId }) => ({ ...row, importId, createdAt: at, updatedAt: at, version: 1 })),
  );
  const known = people.filter(({ isNew }) => !isNew).map(({ row }) => row);
  const shapes = new Set(known.map(shapeOf));
  const bump = [sql`updated_at = ${at}`, sql`version = version + 1`];
  for (const shape of shapes)
    await updateRows(
      tx,
      residents,
      known.filter((row) => shapeOf(row) === shape),
      bump,
    );
}
