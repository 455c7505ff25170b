import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { letters } from "#db/village/schema/letters.ts";
import { residentImportRows, residents } from "#db/village/schema/population.ts";
import { listOf } from "./match-people.server.ts";
import { IMPORT_WORDS } from "./words.ts";

/** Why a row can't be undone. */
export interface UndoBar {
  rowId: string;
  line: number;
  residentId: string;
  name: string | null;
  reason: string;
}

/** Query for the rows that an import brought in, with what became of their people since. */
export function selectTouched(db: VillageDb | VillageTx, importId: string, rowIds?: readonly string[]) {
  const row = residentImportRows;
  return db
    .select({
      rowId: row.id,
      line: row.line,
      outcome: row.outcome,
      residentId: row.residentId,
      appliedVersion: row.appliedVersion,
      name: residents.name,
      version: residents.version,
      letters: sql<number>`(SELECT count(*) FROM ${letters} WHERE ${letters.residentId} = ${row.residentId}
        OR ${letters.subjectId} = ${row.residentId})`,
    })
    .from(row)
    .leftJoin(residents, eq(residents.id, row.residentId))
    .where(
      and(
        eq(row.importId, importId),
        isNotNull(row.appliedAt),
        rowIds ? inArray(row.id, listOf(rowIds)) : undefined,
      ),
    )
    .orderBy(asc(row.line));
}

type TouchedRow = Awaited<ReturnType<typeof selectTouched>>[number];

/** Those of the rows that can't be undone. */
export function undoBarsOf(rows: readonly TouchedRow[]): UndoBar[] {
  return rows.flatMap(({ rowId, line, residentId, name, ...facts }) => {
    const reason = barOf(facts);
    return reason && residentId ? [{ rowId, line, residentId, name, reason }] : [];
  });
}

/** What stands against undoing some rows of an import; nothing where the list is empty. */
export async function listUndoBars(
  db: VillageDb | VillageTx,
  importId: string,
  rowIds?: readonly string[],
): Promise<UndoBar[]> {
  return undoBarsOf(await selectTouched(db, importId, rowIds));
}

type BarFacts = Pick<TouchedRow, "outcome" | "appliedVersion" | "version" | "letters">;

function barOf({ outcome, appliedVersion, version, letters: count }: BarFacts): string | null {
  if (version === null) return IMPORT_WORDS.personGone;
  if (version !== appliedVersion) return IMPORT_WORDS.laterEvent;
  return outcome === "new" && count > 0 ? IMPORT_WORDS.letterRefers : null;
}
