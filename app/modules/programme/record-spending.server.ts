import { eq, sum } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { spending } from "#db/village/schema/programme.ts";
import { yearOfDate } from "./calendar-rules.ts";
import { getActivity } from "./queries.server.ts";
import { requireRunning, todayOf } from "./running-queries.server.ts";
import { RUNNING_ERRORS } from "./running-words.ts";
import type { SpendingInput } from "./update-input.ts";

export interface SpendingResult {
  id: string;
  isCorrection: boolean;
  /** Rupiah by which all spending passes the present budget; 0 where it doesn't. */
  overspent: number;
}

/** Records money spent on an activity. Entries are never changed: a correction is an entry that takes off. */
export async function recordSpending(
  ctx: OfficeCtx,
  activityId: string,
  input: SpendingInput,
): Promise<SpendingResult> {
  requirePermission(ctx, "programme.spend");
  const amount = input.jenis === "koreksi" ? -input.jumlah : input.jumlah;
  return write(ctx, async ({ tx, audit }) => {
    const { activity, programme } = await getActivity(tx, activityId);
    requireRunning(ctx, programme);
    requireDay(ctx, programme.year, input.tanggal);
    if (amount < 0) await requireCovered(tx, activityId, amount);
    const id = newId(ctx.now);
    await tx.insert(spending).values({
      id,
      activityId,
      amount,
      spentOn: input.tanggal,
      note: input.keterangan,
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now.toISOString(),
    });
    await audit({
      action: "spending.record",
      entity: "spending",
      entityId: id,
      parentId: activityId,
      details: { jumlah: amount, tanggal: input.tanggal, keterangan: input.keterangan },
    });
    const overspent = Math.max(0, (await totalSpent(tx, activityId)) - activity.budget);
    return { id, isCorrection: amount < 0, overspent };
  });
}

function requireDay(ctx: OfficeCtx, year: number, day: string): void {
  if (yearOfDate(day) !== year) throw new FieldError("tanggal", RUNNING_ERRORS.spendingOutsideYear(year));
  if (day > todayOf(ctx)) throw new FieldError("tanggal", RUNNING_ERRORS.spendingInFuture);
}

/** What is taken off was spent before. */
async function requireCovered(tx: VillageTx, activityId: string, amount: number): Promise<void> {
  if ((await totalSpent(tx, activityId)) + amount < 0)
    throw new FieldError("jumlah", RUNNING_ERRORS.correctionTooLarge);
}

async function totalSpent(tx: VillageTx, activityId: string): Promise<number> {
  const [row] = await tx
    .select({ total: sum(spending.amount).mapWith(Number) })
    .from(spending)
    .where(eq(spending.activityId, activityId));
  return row?.total ?? 0;
}
