import { and, eq, inArray } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { type Day, dayIn } from "#app/platform/clock.ts";
import { ConflictError, FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import type { VillageTx } from "#db/open.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { activities, activityPeople, activityUpdates, programmes } from "#db/village/schema/programme.ts";
import type { UpdateRow } from "./measures.ts";
import type { ActivityRow, ProgrammeRow } from "./queries.server.ts";
import { acceptsUpdates } from "./rules.ts";
import { effectiveState } from "./running-rules.ts";
import { RUNNING_ERRORS } from "./running-words.ts";
import { ERRORS } from "./words.ts";

/** Today in the village. */
export function todayOf(ctx: Pick<VillageCtx, "tenant" | "now">): Day {
  return dayIn(ctx.tenant.timeZone, ctx.now);
}

/** Refuses to record work of a programme that does not run (yet, or any more). */
export function requireRunning(ctx: VillageCtx, programme: ProgrammeRow): void {
  const state = effectiveState(programme, todayOf(ctx));
  if (state === "closed") throw new ConflictError(RUNNING_ERRORS.closed);
  if (!acceptsUpdates(state)) throw new ConflictError(ERRORS.notRunning);
}

/** Refuses changes beside the plan (steps, comments, hand-over) once the year is closed. */
export function requireOpen(programme: ProgrammeRow): void {
  if (programme.state === "closed") throw new ConflictError(RUNNING_ERRORS.closed);
}

export interface FoundUpdate {
  update: UpdateRow;
  activity: ActivityRow;
  programme: ProgrammeRow;
}

/** A progress report with its activity and programme, or 404. */
export async function getUpdate(tx: VillageTx, id: string): Promise<FoundUpdate> {
  const [row] = await tx
    .select()
    .from(activityUpdates)
    .innerJoin(activities, eq(activities.id, activityUpdates.activityId))
    .innerJoin(programmes, eq(programmes.id, activities.programmeId))
    .where(eq(activityUpdates.id, id));
  if (!row) throw new NotFoundError("Laporan kemajuan ini tidak ada.");
  return { update: row.activity_updates, activity: row.activities, programme: row.programmes };
}

/** A report that may still be changed, by its author or by who answers for the activity, at the form's version. */
export async function getOwnDraft(
  ctx: VillageCtx,
  tx: VillageTx,
  id: string,
  version: number,
): Promise<FoundUpdate> {
  const found = await getUpdate(tx, id);
  requireRunning(ctx, found.programme);
  if (!mayChangeUpdate(ctx.actor?.accountId, found)) throw new ForbiddenError(RUNNING_ERRORS.notYours);
  const isChangeable = found.update.state === "draft" || found.update.state === "returned";
  if (!isChangeable || found.update.version !== version) throw new ConflictError(ERRORS.updateMoved);
  return found;
}

/** Whose report is it? Its author's, and after a hand-over also of who answers for the activity now. */
export function mayChangeUpdate(
  accountId: string | undefined,
  { update, activity }: { update: { createdBy: string }; activity: { responsibleAccountId: string | null } },
): boolean {
  return accountId === update.createdBy || accountId === activity.responsibleAccountId;
}

/** Refuses ids that are no active account. */
export async function requireActivePeople(
  tx: VillageTx,
  field: string,
  ids: readonly string[],
): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const rows = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(inArray(accounts.id, wanted), eq(accounts.state, "active")));
  if (rows.length !== wanted.length) throw new FieldError(field, RUNNING_ERRORS.personUnknown);
}

/** Who works on an activity: who answers for it and the people on it. */
export async function listTeam(tx: VillageTx, activity: ActivityRow): Promise<string[]> {
  const rows = await tx.select().from(activityPeople).where(eq(activityPeople.activityId, activity.id));
  const team = [activity.responsibleAccountId, ...rows.map((row) => row.accountId)];
  return [...new Set(team.filter((id) => id !== null))];
}
