import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { getComplaintFor, moveComplaint } from "./complaints.server.ts";
import type { CloseInput } from "./input.ts";

/** Ends a complaint that was answered. */
export async function closeComplaint(ctx: OfficeCtx, id: string, input: CloseInput): Promise<void> {
  requirePermission(ctx, "complaints.read");
  await write(ctx, async ({ tx, audit }) => {
    const row = await getComplaintFor(ctx, tx, { id, version: input.versi, action: "close" });
    await moveComplaint(ctx, tx, row, { state: "closed", step: "close", note: input.catatan });
    await audit({
      action: "complaint.close",
      entity: "complaint",
      entityId: id,
      details: { nomor: row.number, tahun: row.year },
    });
    return null;
  });
}
