import { and, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { programmeSections, programmes } from "#db/village/schema/programme.ts";
import { carryActivities } from "./carry-activities.server.ts";
import { loadProgrammeMeasures } from "./load-measures.server.ts";
import { isStanding, standingStatement } from "./load-next-year.server.ts";
import { measureProgramme, type ProgrammeMeasures } from "./measures.ts";
import type { NextYearInput } from "./next-year-input.ts";
import { canCarryOn } from "./next-year-rules.ts";
import { NEXT_YEAR_WORDS } from "./next-year-words.ts";
import { dayUpToYearEnd } from "./report-asof-rules.ts";
import type { ReportRow } from "./report-rules.ts";
import { canEditProgramme } from "./rules.ts";
import { todayOf } from "./running-queries.server.ts";

/**
 * Carries chosen activities of `year` into the year after it, with people, unfinished steps and indicators, without
 * targets and budgets; each remembers which activity it continues. Opens that year with the same programmes, or adds to
 * the draft that is there: what stands in it already is left out.
 */
export async function openNextYear(
  ctx: OfficeCtx,
  year: number,
  input: NextYearInput,
): Promise<{ year: number; count: number }> {
  requirePermission(ctx, "programme.plan");
  const measures = await loadProgrammeMeasures(ctx, year, dayUpToYearEnd(year, todayOf(ctx)));
  return write(ctx, async ({ tx, audit }) => {
    if (!canCarryOn(measures.programme.state)) throw new ConflictError(NEXT_YEAR_WORDS.notApproved(year));
    const draft = await findDraft(tx, year + 1);
    const programmeId = draft?.id ?? (await insertProgramme(ctx, tx, year + 1));
    const standing = draft ? await standingStatement(tx, programmeId) : [];
    const rows = chooseRows(measures, input).filter(({ id }) => !isStanding(measures, id, standing));
    if (draft && rows.length === 0) throw new FieldError("kegiatan", NEXT_YEAR_WORDS.allStand(year + 1));
    const sectionIds = await matchSections(ctx, tx, measures.programme.id, programmeId);
    await carryActivities(ctx, tx, { rows, facts: measures.facts, programmeId, sectionIds });
    const details = { tahun: year + 1, dari: year, kegiatan: rows.length };
    const action = draft ? "programme.carry" : "programme.open-next";
    await audit({ action, entity: "programme", entityId: programmeId, details });
    return { year: year + 1, count: rows.length };
  });
}

/** The year's programme where it is still planned; null where there is none. @throws FieldError where it is not any more */
async function findDraft(tx: VillageTx, year: number): Promise<{ id: string } | null> {
  const [existing] = await tx
    .select({ id: programmes.id, state: programmes.state })
    .from(programmes)
    .where(eq(programmes.year, year));
  if (existing && !canEditProgramme(existing.state)) throw new FieldError("", NEXT_YEAR_WORDS.taken(year));
  return existing ?? null;
}

async function insertProgramme(ctx: OfficeCtx, tx: VillageTx, year: number): Promise<string> {
  const id = newId(ctx.now);
  const createdBy = ctx.actor.accountId;
  await tx
    .insert(programmes)
    .values({ id, year, state: "draft", createdBy, createdAt: ctx.now.toISOString() });
  return id;
}

function chooseRows(measures: ProgrammeMeasures, { kegiatan, cakupan }: NextYearInput): ReportRow[] {
  const rows = measureProgramme(measures).sections.flatMap((section) => section.rows);
  if (cakupan === "semua") return rows;
  if (kegiatan.length === 0) throw new FieldError("kegiatan", NEXT_YEAR_WORDS.noneChosen);
  if (kegiatan.some((id) => !rows.some((row) => row.id === id)))
    throw new FieldError("kegiatan", NEXT_YEAR_WORDS.activityUnknown);
  return rows.filter(({ id }) => kegiatan.includes(id));
}

/** Sections of the new year by the id of the old one that each continues: of the same name, else copied. */
async function matchSections(
  ctx: OfficeCtx,
  tx: VillageTx,
  fromId: string,
  programmeId: string,
): Promise<Map<string, string>> {
  const from = await listSections(tx, fromId);
  const there = await listSections(tx, programmeId);
  const ids = new Map<string, string>();
  const copies: (typeof programmeSections.$inferInsert)[] = [];
  for (const { id, name, purpose, position } of from) {
    const same = there.find((section) => section.name === name);
    ids.set(id, same?.id ?? newId(ctx.now));
    const copy = { id: ids.get(id) as string, programmeId, name, purpose, position: there.length + position };
    if (!same) copies.push(copy);
  }
  if (copies.length > 0) await tx.insert(programmeSections).values(copies);
  return ids;
}

function listSections(tx: VillageTx, programmeId: string) {
  return tx
    .select()
    .from(programmeSections)
    .where(and(eq(programmeSections.programmeId, programmeId), isNull(programmeSections.removedAt)));
}
