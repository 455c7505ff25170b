import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { permits } from "#db/village/schema/services.ts";
import type { AnswerInput, DayInput, HandInput, ReturnInput } from "./input.ts";
import { isPlaceKind, type PermitAction } from "./permit-rules.ts";
import { getPermitFor, type PermitRow, type Step, takeStep, todayOf } from "./permits.server.ts";
import { PERMIT_WORDS } from "./words.ts";

type Change = Partial<typeof permits.$inferInsert>;

/** One step of a permit: checked against how it stands, written with its history and audit row. */
async function carry(
  ctx: OfficeCtx,
  id: string,
  { versi, action }: { versi: number; action: PermitAction },
  plan: (row: PermitRow) => { change: Change; step: Step },
): Promise<{ state: string }> {
  requirePermission(ctx, "permits.write");
  return write(ctx, async (work) => {
    const row = await getPermitFor(work.tx, id, { version: versi, action });
    const { change, step } = plan(row);
    await takeStep(ctx, work, row, change, step);
    return { state: change.state ?? row.state };
  });
}

/** The deposit was paid; it is held, and is no fee. */
export async function payDeposit(ctx: OfficeCtx, id: string, { versi, tanggal }: DayInput): Promise<void> {
  await carry(ctx, id, { versi, action: "pay" }, ({ deposit }) => {
    requireDay(ctx, tanggal, null);
    return { change: { depositPaidOn: tanggal }, step: { step: "pay", details: { jaminan: deposit } } };
  });
}

/** The place is handed to the applicant: not before its deposit was paid. */
export async function openPlace(ctx: OfficeCtx, id: string, { versi, tanggal }: DayInput): Promise<void> {
  await carry(ctx, id, { versi, action: "open" }, ({ deposit, depositPaidOn }) => {
    requireDay(ctx, tanggal, null);
    if (deposit > 0 && !depositPaidOn) throw new ConflictError(PERMIT_WORDS.unpaid);
    return { change: { state: "in-use" }, step: { step: "open" } };
  });
}

/** The place came back, or the research is over; while a deposit is held it is not closed yet. */
export async function returnPlace(
  ctx: OfficeCtx,
  id: string,
  { versi, keadaan }: ReturnInput,
): Promise<{ holdsDeposit: boolean }> {
  const row = await carry(ctx, id, { versi, action: "return" }, ({ kind, depositPaidOn }) => ({
    change: { state: depositPaidOn ? "returned" : "closed", returnedCondition: keadaan },
    step: { step: isPlaceKind(kind) ? "return" : "finish", note: keadaan },
  }));
  return { holdsDeposit: row.state === "returned" };
}

/** The deposit went back to who had paid it. */
export async function refundDeposit(ctx: OfficeCtx, id: string, { versi, tanggal }: DayInput): Promise<void> {
  await carry(ctx, id, { versi, action: "refund" }, (row) => {
    requireDay(ctx, tanggal, row.depositPaidOn);
    return {
      change: { depositReturnedOn: tanggal, state: row.state === "returned" ? "closed" : row.state },
      step: { step: "refund", details: { jaminan: row.deposit } },
    };
  });
}

/** The recommendation was taken to who decides. */
export async function handOver(ctx: OfficeCtx, id: string, input: HandInput): Promise<void> {
  await carry(ctx, id, { versi: input.versi, action: "hand-over" }, () => {
    requireDay(ctx, input.tanggal, null);
    return {
      change: { state: "handed-over", handedTo: input.kepada, handedOn: input.tanggal },
      step: { step: "hand-over", note: input.kepada },
    };
  });
}

/** What he answered. */
export async function recordAnswer(ctx: OfficeCtx, id: string, input: AnswerInput): Promise<void> {
  await carry(ctx, id, { versi: input.versi, action: "answer" }, (row) => {
    requireDay(ctx, input.tanggal, row.handedOn);
    return {
      change: { state: "answered", answerText: input.jawaban, answeredOn: input.tanggal },
      step: { step: "answer", note: input.jawaban },
    };
  });
}

/** @throws FieldError at `tanggal` for a day that has not come, or before the step that went before */
function requireDay(ctx: OfficeCtx, day: string, earliest: string | null): void {
  if (day > todayOf(ctx)) throw new FieldError("tanggal", PERMIT_WORDS.future);
  if (earliest && day < earliest) throw new FieldError("tanggal", PERMIT_WORDS.before);
}
