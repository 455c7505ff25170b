import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { appendEvents, type NewEvent } from "#app/modules/population/append-events.server.ts";
import { updateRows } from "#app/modules/population/event-rows.server.ts";
import { SEALED_RESIDENT_FIELDS } from "#app/modules/population/sealed-fields.ts";
import { writeAudit } from "#app/platform/audit.ts";
import { DomainError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { tell } from "#app/platform/inbox.ts";
import type { VillageTx } from "#db/open.ts";
import { residentImportRows, residentImports, residents } from "#db/village/schema/population.ts";
import { understand } from "./check-rows.server.ts";
import { changeDay, changeEvents, openingFields, type SettledRow } from "./event-plan-rules.ts";
import { isMember } from "./fact-rules.ts";
import { listOf, matchPeople } from "./match-people.server.ts";
import { cardsOf, placeRows } from "./place-rows.server.ts";
import {
  countOutcomes,
  getImport,
  type ImportRow,
  moveOn,
  type OpenedRow,
  openRows,
} from "./queries.server.ts";
import type { ReadRow } from "./row-rules.ts";
import { ROW_WORDS } from "./row-words.ts";
import { CHUNK_ROWS, planOf, type SecondHead } from "./state-rules.ts";
import { IMPORT_WORDS } from "./words.ts";

type ReadyRow = OpenedRow & { read: ReadRow };
type Row = typeof residents.$inferSelect;

/** What is written back at a row. */
type Written = {
  id: string;
  outcome: "new" | "changed" | "unchanged" | "refused";
  reasons: string | null;
  residentId: string | null;
  appliedAt: string | null;
  appliedVersion: number | null;
};

/** Brings the next 500 rows into the register, in one transaction, so that a row is done wholly and once. */
export async function applyRows(ctx: VillageCtx, found: ImportRow): Promise<void> {
  const staged = await readWaiting(ctx, found.id);
  if (staged.length === 0) return finish(ctx, found.id);
  const rows = await understand(ctx, found, await openRows(ctx, staged));
  const plan = planOf(found.mapping);
  await applyTogether(
    ctx,
    found.id,
    rows.map((row) => withSecondHead(row, plan.secondHead ?? null)),
  );
}

async function readWaiting(ctx: VillageCtx, id: string) {
  const { importId, appliedAt, outcome, line } = residentImportRows;
  return ctx.db
    .select()
    .from(residentImportRows)
    .where(and(eq(importId, id), isNull(appliedAt), inArray(outcome, ["new", "changed"])))
    .orderBy(asc(line))
    .limit(CHUNK_ROWS);
}

/** A second head as the village chose. */
function withSecondHead(row: ReadyRow, choice: SecondHead): ReadyRow {
  const isSecond = row.reasons?.some(({ code }) => code === "second-head");
  if (!isSecond || typeof choice !== "number") return row;
  return { ...row, read: { ...row.read, values: { ...row.read.values, familyRole: choice } } };
}

/** Rows that can't be written together are tried by halves: the one that stands against it stays out, with the reason. */
async function applyTogether(ctx: VillageCtx, id: string, rows: ReadyRow[]): Promise<void> {
  try {
    await ctx.db.transaction((tx) => applyChunk(ctx, tx, id, rows));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const [only] = rows;
    if (rows.length === 1 && only) return refuseRow(ctx, id, only, error.message);
    const half = Math.ceil(rows.length / 2);
    await applyTogether(ctx, id, rows.slice(0, half));
    await applyTogether(ctx, id, rows.slice(half));
  }
}

async function applyChunk(
  ctx: VillageCtx,
  tx: VillageTx,
  id: string,
  rows: readonly ReadyRow[],
): Promise<void> {
  const seen = await getImport(tx, id);
  if (seen.state !== "applying") return;
  const waiting = await stillWaiting(tx, rows);
  const progress = seen.progress + waiting.length;
  if (waiting.length === 0 || !(await moveOn(tx, seen, { progress }, ctx.now))) return;
  const barred = await barredRows(ctx, tx, waiting);
  const free = waiting.filter((row) => !barred.has(row.id));
  const people = await readPeople(tx, free);
  const settled = await settle(ctx, tx, seen, free);
  const done = new Map<string, string>();
  const events = free.flatMap((row, order) =>
    eventsOf(
      ctx,
      seen,
      { row, settled: settled[order] as SettledRow, person: people.get(row.residentId ?? "") },
      done,
    ),
  );
  const { versions } = await appendEvents(ctx, tx, events);
  await updateRows(tx, residentImportRows, [
    ...free.map((row) => appliedRow(ctx, row, done.get(row.id) ?? null, versions)),
    ...waiting.flatMap((row) => (barred.has(row.id) ? [refusedRow(row, barred.get(row.id) ?? "")] : [])),
  ]);
}

async function stillWaiting(tx: VillageTx, rows: readonly ReadyRow[]): Promise<ReadyRow[]> {
  const open = await tx
    .select({ id: residentImportRows.id })
    .from(residentImportRows)
    .where(
      and(
        inArray(residentImportRows.id, listOf(rows.map(({ id }) => id))),
        isNull(residentImportRows.appliedAt),
        inArray(residentImportRows.outcome, ["new", "changed"]),
      ),
    );
  const ids = new Set(open.map(({ id }) => id));
  return rows.filter(({ id }) => ids.has(id));
}

/** Rows whose person came into the register, or was changed there, since the check. */
async function barredRows(
  ctx: VillageCtx,
  tx: VillageTx,
  rows: readonly ReadyRow[],
): Promise<Map<string, string>> {
  const barred = new Map<string, string>();
  const fresh = rows.filter(({ outcome }) => outcome === "new");
  const niks = await Promise.all(
    fresh.map(async (row) => {
      const { nik } = row.read.values;
      return typeof nik === "string" ? ctx.keys.indexes(SEALED_RESIDENT_FIELDS.nik.field, nik) : [];
    }),
  );
  const taken = await tx
    .select({ index: residents.nikIndex })
    .from(residents)
    .where(inArray(residents.nikIndex, listOf(niks.flat())));
  const known = new Set(taken.map(({ index }) => index));
  fresh.forEach((row, order) => {
    if (niks[order]?.some((index) => known.has(index))) barred.set(row.id, IMPORT_WORDS.addedSince);
  });
  const people = await readPeople(tx, rows);
  for (const { id, outcome, residentId, appliedVersion } of rows)
    if (outcome === "changed" && people.get(residentId ?? "")?.version !== appliedVersion)
      barred.set(id, IMPORT_WORDS.changedSince);
  return barred;
}

async function readPeople(tx: VillageTx, rows: readonly ReadyRow[]): Promise<Map<string, Row>> {
  const ids = rows.flatMap(({ outcome, residentId }) =>
    outcome === "changed" && residentId ? [residentId] : [],
  );
  const found = await tx
    .select()
    .from(residents)
    .where(inArray(residents.id, listOf(ids)));
  return new Map(found.map((row) => [row.id, row]));
}

/** Areas and cards of the rows; of somebody known only where they shall change, and filled up by where he lives now. */
async function settle(
  ctx: VillageCtx,
  tx: VillageTx,
  found: ImportRow,
  rows: readonly ReadyRow[],
): Promise<SettledRow[]> {
  const now = await matchPeople(
    ctx,
    tx,
    rows
      .filter(({ outcome }) => outcome === "changed")
      .map(({ line, read }) => ({ line, values: { ...read.values, hamlet: "?", rw: "?", rt: "?" } })),
  );
  const wished = rows.map((row) => {
    const person = now.found.get(row.line);
    const known = person && person !== "several" ? person.values : {};
    const { hamlet, rw, rt } = known;
    const chosen = new Set(chosenFields(row));
    const values = { ...row.read.values };
    if (row.outcome === "new") {
      if (isMember(values)) return values;
      const { kkNumber, card, ...gone } = values;
      return gone;
    }
    delete values.card;
    const place = { hamlet, rw, rt };
    for (const key of ["hamlet", "rw", "rt"] as const) {
      if (chosen.has(key)) continue;
      delete values[key];
      if (place[key] !== undefined) values[key] = place[key];
    }
    if (!chosen.has("kkNumber")) delete values.kkNumber;
    return values;
  });
  const { places, made } = await placeRows(ctx, tx, wished);
  await rememberAreas(tx, found, made);
  const cards = await cardsOf(
    ctx,
    tx,
    found.id,
    wished.map((values, order) => ({ values, areaId: places[order]?.areaId ?? null })),
  );
  return wished.map((values, order) => ({
    values,
    areaId: places[order]?.areaId ?? null,
    hamletId: places[order]?.hamletId ?? null,
    familyId: cards[order] ?? null,
  }));
}

/** Keeps in mind which areas the import made, for its undoing; in the same transaction. */
async function rememberAreas(tx: VillageTx, found: ImportRow, made: readonly string[]): Promise<void> {
  if (made.length === 0) return;
  const plan = planOf(found.mapping);
  const mapping = { ...plan, madeAreas: [...(plan.madeAreas ?? []), ...made] };
  await tx.update(residentImports).set({ mapping }).where(eq(residentImports.id, found.id));
}

/** Fields of a changed person that shall be taken over. */
export function chosenFields({
  changedFields,
  keptFields,
}: Pick<OpenedRow, "changedFields" | "keptFields">): string[] {
  const kept = new Set(keptFields ?? []);
  return (changedFields ?? []).filter((field) => !kept.has(field));
}

interface Work {
  row: ReadyRow;
  settled: SettledRow;
  person: Row | undefined;
}

/** @param done gets the person of each row */
function eventsOf(ctx: VillageCtx, found: ImportRow, work: Work, done: Map<string, string>): NewEvent[] {
  const { row, settled, person } = work;
  const importId = found.id;
  if (row.outcome === "new") {
    const residentId = newId(ctx.now);
    done.set(row.id, residentId);
    return [{ residentId, kind: "opening", happenedOn: found.asOf, importId, ...openingFields(settled) }];
  }
  if (!person) return [];
  done.set(row.id, person.id);
  const happenedOn = changeDay(found.asOf, person.statusSince);
  return changeEvents(settled, chosenFields(row), person.status === 1).map((event) => ({
    ...event,
    residentId: person.id,
    happenedOn,
    importId,
  }));
}

function appliedRow(
  ctx: VillageCtx,
  row: ReadyRow,
  residentId: string | null,
  versions: ReadonlyMap<string, number>,
): Written {
  const version = residentId ? versions.get(residentId) : undefined;
  return {
    id: row.id,
    // All that differed was left as it is: the row did nothing.
    outcome: version === undefined ? "unchanged" : (row.outcome as "new" | "changed"),
    reasons: row.reasons ? JSON.stringify(row.reasons) : null,
    residentId,
    appliedAt: version === undefined ? null : ctx.now.toISOString(),
    appliedVersion: version ?? null,
  };
}

function refusedRow(row: ReadyRow, sentence: string): Written {
  const reasons = [...(row.reasons ?? []), { field: "", sentence, isWarning: false }];
  return {
    id: row.id,
    outcome: "refused",
    reasons: JSON.stringify(reasons),
    residentId: row.residentId,
    appliedAt: null,
    appliedVersion: null,
  };
}

async function refuseRow(ctx: VillageCtx, id: string, row: ReadyRow, sentence: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const seen = await getImport(tx, id);
    const [waiting] = await stillWaiting(tx, [row]);
    if (seen.state !== "applying" || !waiting) return;
    await moveOn(tx, seen, { progress: seen.progress + 1 }, ctx.now);
    await updateRows(tx, residentImportRows, [{ ...refusedRow(row, sentence) }]);
  });
}

/** Rows of a second head that the village wants left out; before the first chunk. */
export async function refuseSecondHeads(tx: VillageTx, id: string): Promise<void> {
  const reason = JSON.stringify([{ field: "familyRole", sentence: ROW_WORDS.headDropped, isWarning: false }]);
  await tx
    .update(residentImportRows)
    .set({ outcome: "refused", reasons: sql`${reason}` })
    .where(
      and(
        eq(residentImportRows.importId, id),
        inArray(residentImportRows.outcome, ["new", "changed"]),
        sql`${residentImportRows.reasons} LIKE '%"second-head"%'`,
      ),
    );
}

async function finish(ctx: VillageCtx, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const seen = await getImport(tx, id);
    if (seen.state !== "applying") return;
    const counts = await countOutcomes(tx, id);
    const set = { state: "applied" as const, counts, appliedAt: ctx.now.toISOString() };
    if (!(await moveOn(tx, seen, set, ctx.now))) return;
    const count = (counts.new ?? 0) + (counts.changed ?? 0);
    const details = { berkas: seen.fileName, baru: counts.new ?? 0, berubah: counts.changed ?? 0 };
    await writeAudit(tx, ctx, {
      action: "resident-import.finish",
      entity: "resident_import",
      entityId: id,
      details,
    });
    await tell({ actor: null, now: ctx.now }, tx, [seen.createdBy], {
      onceKey: `resident-import:${id}`,
      title: IMPORT_WORDS.finished,
      body: IMPORT_WORDS.finishedBody(count),
      href: `/kantor/penduduk/impor/${id}`,
    });
  });
}
