import { and, asc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { labelOf } from "#app/modules/population/code-lists.ts";
import { maskNumber } from "#app/modules/population/nik-rules.ts";
import { isMinor } from "#app/modules/population/person-rules.ts";
import { maySee } from "#app/modules/population/visible-rules.ts";
import { dayIn } from "#app/platform/clock.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { requirePermission } from "#app/platform/require.ts";
import { formatDate } from "#app/ui/format.ts";
import { residentImportRows, residents } from "#db/village/schema/population.ts";
import { CHANGES_NOTHING, HIDDEN } from "./change-words.ts";
import { understand } from "./check-rows.server.ts";
import { groupOf, isMaskedField } from "./compare-rules.ts";
import { type ImportKey, importFieldOf } from "./import-fields.ts";
import { openPeople, selectCards, selectPlaces } from "./known-people.server.ts";
import { importReading, openRows } from "./queries.server.ts";

const PAGE_ROWS = 20;

/** One field of a person as it stands and as the sheet has it. */
export interface ShownChange {
  key: ImportKey;
  label: string;
  before: string;
  after: string;
  isTaken: boolean;
}

/**
 * Persons whom the sheet would change, field by field with old and new. Identifiers are masked, and what belongs to a
 * group that the reader may not see stays hidden; he may still leave it out.
 */
export async function listChanges(ctx: OfficeCtx, id: string, after: number) {
  requirePermission(ctx, "population.import");
  const { found, staged, ...register } = await readPage(ctx, id, after);
  const rows = await understand(ctx, found, await openRows(ctx, staged.slice(0, PAGE_ROWS)));
  const said = rows.map((row) => ({ line: row.line, values: row.read.values }));
  const byId = new Map(register.people.map((row) => [row.id, row]));
  const people = new Map(
    rows.flatMap((row) => {
      const person = byId.get(row.residentId ?? "");
      return person ? [[row.line, person] as const] : [];
    }),
  );
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const opened = await openPeople(ctx, people, said, register);
  return {
    found,
    next: staged.length > PAGE_ROWS ? (rows.at(-1)?.line ?? null) : null,
    people: rows.map((row) => {
      const known = opened.get(row.line);
      const kept = new Set(row.keptFields ?? []);
      const changes = (row.changedFields ?? []) as ImportKey[];
      const isChild = isMinor(known?.row.birthDate ?? null, today);
      const shown = (key: ImportKey, value: string | number | undefined) =>
        maySee(ctx.actor.permissions, groupOf(key), isChild) || isMaskedField(key)
          ? textOf(key, value)
          : HIDDEN;
      return {
        line: row.line,
        residentId: row.residentId,
        name: known?.row.name ?? String(row.read.values.name ?? ""),
        isLeftAlone: changes.every((key) => kept.has(key)),
        changes: changes.map(
          (key): ShownChange => ({
            key,
            label: importFieldOf(key).label,
            before: shown(key, known?.values[key]),
            after: shown(key, row.read.values[key]),
            isTaken: !kept.has(key),
          }),
        ),
      };
    }),
  };
}

/** The import, a page of its rows, and what the register says about the people whom they mean; one round trip. */
function readPage({ db }: OfficeCtx, id: string, after: number) {
  const { importId, line, outcome, appliedAt, residentId } = residentImportRows;
  const isWanted = and(eq(importId, id), eq(outcome, "changed"), isNull(appliedAt), gt(line, after));
  const rows = residentImportRows;
  const page = db
    .select()
    .from(rows)
    .where(isWanted)
    .orderBy(asc(line))
    .limit(PAGE_ROWS + 1);
  const ids = db.select({ residentId }).from(rows).where(isWanted).orderBy(asc(line)).limit(PAGE_ROWS);
  const cardIds = sql`(SELECT ${residents.familyId} FROM ${residents} WHERE ${residents.id} IN ${ids})`;
  return readTogether(db, {
    found: importReading(db, id),
    staged: reading([page], ([found]) => found),
    people: reading([db.select().from(residents).where(inArray(residents.id, ids))], ([found]) => found),
    cards: reading([selectCards(db, cardIds)], ([found]) => found),
    places: reading([selectPlaces(db)], ([found]) => found),
  });
}

function textOf(key: ImportKey, value: string | number | undefined): string {
  if (value === undefined) return CHANGES_NOTHING;
  if (isMaskedField(key)) return maskNumber(String(value)) ?? CHANGES_NOTHING;
  const { kind, list } = importFieldOf(key);
  if (kind === "day") return formatDate(String(value));
  if (list && typeof value === "number") return labelOf(list, value) ?? String(value);
  return String(value).replace(".", kind === "place" ? "," : ".");
}
