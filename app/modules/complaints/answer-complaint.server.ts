import type { OfficeCtx } from "#app/context.ts";
import { settleMessages } from "#app/platform/inbox.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { getComplaintFor, moveComplaint } from "./complaints.server.ts";
import type { AnswerInput, RefuseInput } from "./input.ts";

/** Answers a complaint: whoever complained reads it at his account or by his code. */
export async function answerComplaint(ctx: OfficeCtx, id: string, input: AnswerInput): Promise<void> {
  await reply(ctx, id, { version: input.versi, action: "answer", state: "answered", text: input.jawaban });
}

/** Says why nothing is done about a complaint. */
export async function refuseComplaint(ctx: OfficeCtx, id: string, input: RefuseInput): Promise<void> {
  await reply(ctx, id, { version: input.versi, action: "refuse", state: "refused", text: input.alasan });
}

interface Reply {
  version: number;
  action: "answer" | "refuse";
  state: "answered" | "refused";
  text: string;
}

async function reply(ctx: OfficeCtx, id: string, { version, action, state, text }: Reply): Promise<void> {
  requirePermission(ctx, "complaints.read");
  await write(ctx, async ({ tx, audit }) => {
    const row = await getComplaintFor(ctx, tx, { id, version, action });
    await moveComplaint(ctx, tx, row, {
      state,
      answer: text,
      answeredAt: ctx.now.toISOString(),
      step: action,
    });
    await settleMessages(ctx, tx, `complaint:${id}`);
    await settleMessages(ctx, tx, `complaint.assign:${id}:${row.ownerAccountId}`);
    await audit({
      action: `complaint.${action}`,
      entity: "complaint",
      entityId: id,
      details: { nomor: row.number, tahun: row.year },
    });
    return null;
  });
}
