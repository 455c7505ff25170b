import { and, eq, inArray } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { activities, activityPeople, budgetChanges } from "#db/village/schema/programme.ts";
import { civilDate, monthsToMask } from "./calendar-rules.ts";
import { saveIndicatorTargets } from "./indicator-targets.server.ts";
import type { ActivityInput } from "./input.ts";
import { type ActivityRow, getActivity, requireVersion } from "./queries.server.ts";
import { canEditActivity, reviewAfterEdit } from "./rules.ts";
import { ERRORS } from "./words.ts";

/**
 * Saves the plan of one activity: fields, people, budget, and the targets of its indicators. Allowed while the draft is
 * with the Kasi, or for an activity that the Kepala Desa returned.
 */
export async function saveActivity(
  ctx: OfficeCtx,
  id: string,
  input: ActivityInput,
): Promise<{ year: number }> {
  requirePermission(ctx, "programme.plan");
  return write(ctx, async ({ tx, audit }) => {
    const { activity, programme } = await getActivity(tx, id);
    if (!canEditActivity(programme.state, activity.reviewState))
      throw new ConflictError(ERRORS.activityLocked);
    requireVersion(activity, input.versi);
    await requirePeople(tx, "pelaksana", input.pelaksana);
    if (input.penanggung_jawab) await requirePeople(tx, "penanggung_jawab", [input.penanggung_jawab]);
    await updateRow(ctx, tx, activity, input);
    await replacePeople(ctx, tx, id, input.pelaksana);
    if (input.anggaran !== activity.budget)
      await putPlannedBudget(ctx, tx, { id, year: programme.year }, input.anggaran);
    await saveIndicatorTargets(ctx, tx, id, input.indikator);
    await audit({
      action: "activity.save",
      entity: "activity",
      entityId: id,
      parentId: programme.id,
      details: changesOf(activity, input),
    });
    return { year: programme.year };
  });
}

async function updateRow(
  ctx: OfficeCtx,
  tx: VillageTx,
  activity: ActivityRow,
  input: ActivityInput,
): Promise<void> {
  await tx
    .update(activities)
    .set({
      name: input.nama,
      purpose: input.tujuan,
      duty: input.tupoksi,
      legalBasis: input.dasar_hukum,
      activityCode: input.kode,
      location: input.lokasi,
      months: monthsToMask(input.bulan),
      responsibleAccountId: input.penanggung_jawab,
      budget: input.anggaran,
      fundSource: input.sumber_dana,
      reviewState: reviewAfterEdit(activity.reviewState),
      version: activity.version + 1,
      updatedAt: ctx.now.toISOString(),
    })
    .where(eq(activities.id, activity.id));
}

async function requirePeople(tx: VillageTx, field: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(inArray(accounts.id, [...ids]), eq(accounts.state, "active")));
  if (new Set(rows.map((row) => row.id)).size !== new Set(ids).size) {
    throw new FieldError(
      field,
      "Orang yang dipilih tidak ada atau sudah tidak aktif. Pilih lagi dari daftar.",
    );
  }
}

async function replacePeople(
  ctx: OfficeCtx,
  tx: VillageTx,
  activityId: string,
  ids: readonly string[],
): Promise<void> {
  await tx.delete(activityPeople).where(eq(activityPeople.activityId, activityId));
  const rows = [...new Set(ids)].map((accountId) => ({
    activityId,
    accountId,
    addedAt: ctx.now.toISOString(),
  }));
  if (rows.length > 0) await tx.insert(activityPeople).values(rows);
}

/** Until approval the budget is one row that is written anew: what was only drafted never held. */
async function putPlannedBudget(
  ctx: OfficeCtx,
  tx: VillageTx,
  { id: activityId, year }: { id: string; year: number },
  amount: number,
): Promise<void> {
  await tx.delete(budgetChanges).where(eq(budgetChanges.activityId, activityId));
  await tx.insert(budgetChanges).values({
    id: newId(ctx.now),
    activityId,
    amount,
    validFrom: civilDate(year, 1, 1),
    reason: null,
    createdBy: ctx.actor.accountId,
    createdAt: ctx.now.toISOString(),
  });
}

function changesOf(activity: ActivityRow, input: ActivityInput): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  if (activity.name !== input.nama) changes.nama = input.nama;
  if (activity.budget !== input.anggaran) changes.anggaran = input.anggaran;
  if (activity.activityCode !== input.kode) changes.kode = input.kode;
  if (activity.months !== monthsToMask(input.bulan)) changes.bulan = input.bulan;
  return changes;
}
