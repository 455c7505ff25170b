import { and, count, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { listHolders } from "#app/modules/accounts/list-holders.server.ts";
import { FieldError } from "#app/platform/errors.ts";
import { attachFile } from "#app/platform/files/attach-file.ts";
import type { UploadRules } from "#app/platform/files/store-upload.ts";
import { tell } from "#app/platform/inbox.ts";
import type { VillageTx } from "#db/open.ts";
import { activityUpdates, indicators, updateEvidence, updateValues } from "#db/village/schema/programme.ts";
import { type CivilDate, defaultUpdateDay } from "./calendar-rules.ts";
import { isAboveHundredPercent } from "./check-rules.ts";
import type { UpdateState } from "./rules.ts";
import type { FoundUpdate } from "./running-queries.server.ts";
import { todayOf } from "./running-queries.server.ts";
import { updateDayProblem } from "./running-rules.ts";
import { INBOX, quarterName, RUNNING_ERRORS } from "./running-words.ts";
import type { UpdateInput } from "./update-input.ts";
import { EVIDENCE_KINDS, EVIDENCE_PURPOSE, MAX_EVIDENCE } from "./update-rules.ts";
import { ERRORS } from "./words.ts";

/** Photos and documents behind a report. */
export const EVIDENCE: UploadRules = { purpose: EVIDENCE_PURPOSE, accept: EVIDENCE_KINDS };

/** What became of a report that was written or changed. */
export interface SavedUpdate {
  id: string;
  state: UpdateState;
  /** One of its values says more than a hundred percent. */
  isAboveHundred: boolean;
}

/** The day whose situation a report states. @throws FieldError where it lies outside the quarter or has not come */
export function updateDayOf(ctx: OfficeCtx, year: number, input: UpdateInput): CivilDate {
  const today = todayOf(ctx);
  const day = input.tanggal ?? defaultUpdateDay(year, input.triwulan, today);
  const problem = updateDayProblem(year, input.triwulan, day, today);
  if (problem === null) return day;
  const field = input.tanggal ? "tanggal" : "triwulan";
  throw new FieldError(field, problem === "in_future" ? ERRORS.updateInFuture : ERRORS.updateOutsideQuarter);
}

/**
 * Writes the values of a report anew; what was left empty is not part of it.
 * @returns whether one of them says more than a hundred percent: likely a slip, but no wrong
 */
export async function putValues(
  tx: VillageTx,
  { updateId, activityId }: { updateId: string; activityId: string },
  values: UpdateInput["capaian"],
): Promise<boolean> {
  let isAboveHundred = false;
  const known = await tx
    .select()
    .from(indicators)
    .where(and(eq(indicators.activityId, activityId), isNull(indicators.retiredAt)));
  await tx.delete(updateValues).where(eq(updateValues.updateId, updateId));
  for (const [index, { id, nilai }] of values.entries()) {
    const indicator = known.find((each) => each.id === id);
    if (!indicator) throw new FieldError(`capaian[${index}].nilai`, RUNNING_ERRORS.indicatorGone);
    if (nilai === null) continue;
    if (indicator.source === "counted")
      throw new FieldError(`capaian[${index}].nilai`, ERRORS.countedIndicator);
    const row = { updateId, indicatorId: id, value: nilai };
    await tx
      .insert(updateValues)
      .values(row)
      .onConflictDoUpdate({
        target: [updateValues.updateId, updateValues.indicatorId],
        set: { value: nilai },
      });
    isAboveHundred ||= isAboveHundredPercent(indicator.unit, nilai);
  }
  return isAboveHundred;
}

/** Ties a stored photo or file to a report. */
export async function addEvidence(
  ctx: OfficeCtx,
  tx: VillageTx,
  updateId: string,
  fileId: string,
): Promise<void> {
  if ((await countEvidence(tx, updateId)) >= MAX_EVIDENCE)
    throw new FieldError("berkas", RUNNING_ERRORS.evidenceLimit);
  await attachFile(tx, fileId, EVIDENCE.purpose, { accountId: ctx.actor.accountId, now: ctx.now });
  await tx.insert(updateEvidence).values({ updateId, fileId, addedAt: ctx.now.toISOString() });
}

/**
 * Hands a report to whoever approves, and tells them. A report says something: a value where the activity has
 * indicators to fill in, else a note or evidence.
 */
export async function sendUpdate(ctx: OfficeCtx, tx: VillageTx, found: FoundUpdate): Promise<void> {
  const { update, activity, programme } = found;
  await requireSubstance(tx, update.id, activity.id);
  const version = update.version + 1;
  const submittedAt = ctx.now.toISOString();
  await tx
    .update(activityUpdates)
    .set({
      state: "submitted",
      submittedAt,
      submittedBy: ctx.actor.accountId,
      decidedBy: null,
      decidedAt: null,
      version,
    })
    .where(eq(activityUpdates.id, update.id));
  await tell(ctx, tx, await listHolders(ctx, tx, "programme.approve"), {
    onceKey: sentKey({ id: update.id, version }),
    title: INBOX.updateSubmitted(activity.name),
    body: quarterName(update.quarter, programme.year),
    href: `/kantor/program-kerja/pembaruan/${update.id}`,
  });
}

/** Key of the messages that a report at this version waits for approval. */
export function sentKey({ id, version }: { id: string; version: number }): string {
  return `programme.update-sent:${id}:${version}`;
}

async function requireSubstance(tx: VillageTx, updateId: string, activityId: string): Promise<void> {
  const manual = and(
    eq(indicators.activityId, activityId),
    eq(indicators.source, "manual"),
    isNull(indicators.retiredAt),
  );
  const [fillable] = await tx.select({ count: count() }).from(indicators).where(manual);
  const [filled] = await tx
    .select({ count: count() })
    .from(updateValues)
    .where(eq(updateValues.updateId, updateId));
  if ((filled?.count ?? 0) > 0) return;
  if ((fillable?.count ?? 0) > 0) throw new FieldError("", RUNNING_ERRORS.valuesMissing);
  const [update] = await tx.select().from(activityUpdates).where(eq(activityUpdates.id, updateId));
  if (update?.note === "" && (await countEvidence(tx, updateId)) === 0)
    throw new FieldError("", RUNNING_ERRORS.nothingReported);
}

async function countEvidence(tx: VillageTx, updateId: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(updateEvidence)
    .where(eq(updateEvidence.updateId, updateId));
  return row?.count ?? 0;
}
