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
import { measureProgramme, type ProgrammeMeasures } from "./measures.ts";
import type { NextYearInput } from "./next-year-input.ts";
import { canCarryOn } from "./next-year-rules.ts";
import { NEXT_YEAR_WORDS } from "./next-year-words.ts";
import { dayUpToYearEnd } from "./report-asof-rules.ts";
import type { ReportRow } from "./report-rules.ts";
import { todayOf } from "./running-queries.server.ts";
import { ERRORS } from "./words.ts";

/**
 * Opens the year after `year` from what came of it: its programmes, and the chosen activities with people, unfinished
 * steps and indicators, without targets and budgets. Each remembers which activity it continues.
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
    const programmeId = await insertProgramme(ctx, tx, year + 1);
    const rows = chooseRows(measures, input);
    const sectionIds = await copySections(ctx, tx, measures.programme.id, programmeId);
    await carryActivities(ctx, tx, { rows, facts: measures.facts, programmeId, sectionIds });
    const details = { tahun: year + 1, dari: year, kegiatan: rows.length };
    await audit({ action: "programme.open-next", entity: "programme", entityId: programmeId, details });
    return { year: year + 1, count: rows.length };
  });
}

async function insertProgramme(ctx: OfficeCtx, tx: VillageTx, year: number): Promise<string> {
  const [existing] = await tx.select({ id: programmes.id }).from(programmes).where(eq(programmes.year, year));
  if (existing) throw new FieldError("", ERRORS.programmeExists);
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

/** New sections by the id of the old one that each continues. */
async function copySections(
  ctx: OfficeCtx,
  tx: VillageTx,
  fromId: string,
  programmeId: string,
): Promise<Map<string, string>> {
  const sections = await tx
    .select()
    .from(programmeSections)
    .where(and(eq(programmeSections.programmeId, fromId), isNull(programmeSections.removedAt)));
  const ids = new Map(sections.map((section) => [section.id, newId(ctx.now)]));
  const copies = sections.map(({ id, name, purpose, position }) => ({
    id: ids.get(id) ?? newId(ctx.now),
    programmeId,
    name,
    purpose,
    position,
  }));
  if (copies.length > 0) await tx.insert(programmeSections).values(copies);
  return ids;
}
