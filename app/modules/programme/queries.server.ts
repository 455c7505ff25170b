import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { VillageTx } from "#db/open.ts";
import {
  activities,
  indicators,
  indicatorTargets,
  programmeSections,
  programmes,
} from "#db/village/schema/programme.ts";
import { ERRORS } from "./words.ts";

export type ProgrammeRow = typeof programmes.$inferSelect;
export type SectionRow = typeof programmeSections.$inferSelect;
export type ActivityRow = typeof activities.$inferSelect;
export type IndicatorRow = typeof indicators.$inferSelect;
export type TargetRow = typeof indicatorTargets.$inferSelect;

/** The programme of a year, or 404. */
export async function getProgrammeOfYear(tx: VillageTx, year: number): Promise<ProgrammeRow> {
  const [row] = await tx.select().from(programmes).where(eq(programmes.year, year));
  if (!row) throw new NotFoundError("Program kerja tahun ini belum disusun.");
  return row;
}

/** An activity with its programme, or 404; a dropped one counts as missing unless asked for. */
export async function getActivity(
  tx: VillageTx,
  id: string,
): Promise<{ activity: ActivityRow; programme: ProgrammeRow }> {
  const [row] = await tx
    .select()
    .from(activities)
    .innerJoin(programmes, eq(programmes.id, activities.programmeId))
    .where(and(eq(activities.id, id), isNull(activities.droppedAt)));
  if (!row) throw new NotFoundError("Kegiatan ini tidak ada atau sudah dicoret.");
  return { activity: row.activities, programme: row.programmes };
}

/** Activities of a programme that were not dropped, in their order. */
export function listActivities(tx: VillageTx, programmeId: string): Promise<ActivityRow[]> {
  return tx
    .select()
    .from(activities)
    .where(and(eq(activities.programmeId, programmeId), isNull(activities.droppedAt)))
    .orderBy(asc(activities.position), asc(activities.id));
}

/** An indicator in use with its activity and programme, or 404. */
export async function getIndicator(tx: VillageTx, id: string) {
  const [indicator] = await tx
    .select()
    .from(indicators)
    .where(and(eq(indicators.id, id), isNull(indicators.retiredAt)));
  if (!indicator) throw new NotFoundError("Indikator ini tidak ada atau sudah dihapus.");
  return { indicator, ...(await getActivity(tx, indicator.activityId)) };
}

/** The newest target version of an indicator, or null. */
export async function findLatestTarget(tx: VillageTx, indicatorId: string): Promise<TargetRow | null> {
  const [row] = await tx
    .select()
    .from(indicatorTargets)
    .where(eq(indicatorTargets.indicatorId, indicatorId))
    .orderBy(desc(indicatorTargets.version))
    .limit(1);
  return row ?? null;
}

/** Refuses a form that was made from an older version of the row. */
export function requireVersion(row: { version: number }, version: number): void {
  if (row.version !== version) throw new ConflictError(ERRORS.programmeMoved);
}

/** A programme (bidang kerja) with its year, or 404. */
export async function getSection(
  tx: VillageTx,
  id: string,
): Promise<{ section: SectionRow; programme: ProgrammeRow }> {
  const [row] = await tx
    .select()
    .from(programmeSections)
    .innerJoin(programmes, eq(programmes.id, programmeSections.programmeId))
    .where(and(eq(programmeSections.id, id), isNull(programmeSections.removedAt)));
  if (!row) throw new NotFoundError("Program ini tidak ada atau sudah dihapus.");
  return { section: row.programme_sections, programme: row.programmes };
}
