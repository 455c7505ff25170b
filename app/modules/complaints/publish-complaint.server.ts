import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { residents } from "#db/village/schema/population.ts";
import { residentAccounts } from "#db/village/schema/residents.ts";
import { tracesIn } from "./complaint-rules.ts";
import { type ComplaintRow, getComplaintFor, moveComplaint, openSender } from "./complaints.server.ts";
import type { PublishInput } from "./input.ts";
import { traceSentence } from "./words.ts";

/**
 * Shows everybody what staff wrote anew about a complaint, or with an empty text nothing any more. A text that seems to
 * name who complained goes out only once somebody says that he has looked.
 */
export async function publishComplaint(
  ctx: OfficeCtx,
  id: string,
  input: PublishInput,
): Promise<{ isPublic: boolean }> {
  requirePermission(ctx, "complaints.assign");
  return write(ctx, async ({ tx, audit }) => {
    const row = await getComplaintFor(ctx, tx, { id, version: input.versi, action: "publish" });
    const text = input.ringkasan;
    const traces = text ? tracesIn(text, await sendersOf(ctx, tx, row)) : [];
    if (traces.length > 0 && !input.diperiksa) throw new FieldError("ringkasan", traceSentence(traces));
    await moveComplaint(ctx, tx, row, {
      publicText: text,
      publicAt: text ? ctx.now.toISOString() : null,
      step: text ? "publish" : "withdraw",
    });
    await audit({
      action: text ? "complaint.publish" : "complaint.withdraw",
      entity: "complaint",
      entityId: id,
      details: { nomor: row.number, tahun: row.year },
    });
    return { isPublic: text !== null };
  });
}

async function sendersOf(ctx: OfficeCtx, tx: VillageTx, row: ComplaintRow): Promise<(string | null)[]> {
  const sender = await openSender(ctx, row);
  if (!row.accountId) return [sender?.name ?? null];
  const [found] = await tx
    .select({ name: residents.name })
    .from(residentAccounts)
    .innerJoin(residents, eq(residents.id, residentAccounts.residentId))
    .where(eq(residentAccounts.id, row.accountId));
  return [found?.name ?? null];
}
