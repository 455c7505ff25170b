import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { appendEvents, type NewEvent } from "#app/modules/population/append-events.server.ts";
import { writeAudit } from "#app/platform/audit.ts";
import type { VillageTx } from "#db/open.ts";
import { residentEvents, residentImportRows, residents } from "#db/village/schema/population.ts";
import { listOf } from "./match-people.server.ts";
import { getImport, type ImportRow, moveOn, type StagedRow } from "./queries.server.ts";
import { removeAreas, removeCards } from "./remove-unused.server.ts";
import { CHUNK_ROWS, planOf } from "./state-rules.ts";
import { listUndoBars } from "./undo-bars.server.ts";
import { IMPORT_WORDS } from "./words.ts";

/**
 * Takes the next 500 rows of an import back: who came in by it goes with his events, and of who was changed the events of
 * the import are cancelled. What was touched in the meantime stays, and is told.
 */
export async function undoRows(ctx: VillageCtx, found: ImportRow): Promise<void> {
  const isLast = await ctx.db.transaction(async (tx) => {
    const seen = await getImport(tx, found.id);
    if (seen.state !== "undoing") return false;
    const rows = await readApplied(tx, found.id);
    if (rows.length === 0) return true;
    if (!(await moveOn(tx, seen, { progress: seen.progress + rows.length }, ctx.now))) return false;
    const bars = new Set(
      (
        await listUndoBars(
          tx,
          found.id,
          rows.map(({ id }) => id),
        )
      ).map(({ rowId }) => rowId),
    );
    const free = rows.filter(({ id }) => !bars.has(id));
    await removePeople(tx, found.id, free);
    await takeBackChanges(ctx, tx, found.id, free);
    await tx
      .update(residentImportRows)
      .set({ appliedAt: null })
      .where(inArray(residentImportRows.id, listOf(rows.map(({ id }) => id))));
    return false;
  });
  if (isLast) await finish(ctx, found.id);
}

async function readApplied(tx: VillageTx, id: string): Promise<StagedRow[]> {
  return tx
    .select()
    .from(residentImportRows)
    .where(and(eq(residentImportRows.importId, id), isNotNull(residentImportRows.appliedAt)))
    .orderBy(asc(residentImportRows.line))
    .limit(CHUNK_ROWS);
}

async function removePeople(tx: VillageTx, importId: string, rows: readonly StagedRow[]): Promise<void> {
  const ids = listOf(
    rows.flatMap(({ outcome, residentId }) => (outcome === "new" && residentId ? [residentId] : [])),
  );
  await tx.delete(residentEvents).where(inArray(residentEvents.residentId, ids));
  await tx.delete(residents).where(and(inArray(residents.id, ids), eq(residents.importId, importId)));
}

async function takeBackChanges(
  ctx: VillageCtx,
  tx: VillageTx,
  importId: string,
  rows: readonly StagedRow[],
): Promise<void> {
  const ids = rows.flatMap(({ outcome, residentId }) =>
    outcome === "changed" && residentId ? [residentId] : [],
  );
  if (ids.length === 0) return;
  const made = await tx
    .select({
      id: residentEvents.id,
      residentId: residentEvents.residentId,
      happenedOn: residentEvents.happenedOn,
    })
    .from(residentEvents)
    .where(and(inArray(residentEvents.residentId, listOf(ids)), eq(residentEvents.importId, importId)));
  const events = made.map(
    ({ id, residentId, happenedOn }): NewEvent => ({
      residentId,
      kind: "correction",
      happenedOn,
      cancels: id,
    }),
  );
  await appendEvents(ctx, tx, events);
}

async function finish(ctx: VillageCtx, id: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const seen = await getImport(tx, id);
    if (seen.state !== "undoing") return;
    const [left] = await tx
      .select({ count: sql<number>`count(*)` })
      .from(residents)
      .where(eq(residents.importId, id));
    const stays = left?.count ?? 0;
    const set = {
      state: "undone" as const,
      undoneAt: ctx.now.toISOString(),
      error: stays > 0 ? IMPORT_WORDS.leftOnUndo(stays) : null,
    };
    if (!(await moveOn(tx, seen, set, ctx.now))) return;
    await removeCards(tx, id);
    await removeAreas(tx, planOf(seen.mapping).madeAreas ?? []);
    await writeAudit(tx, ctx, {
      action: "resident-import.take-back",
      entity: "resident_import",
      entityId: id,
      details: { berkas: seen.fileName, tinggal: stays },
    });
  });
}
