import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { findReceipt } from "#app/modules/receipts/issue-receipt.server.ts";
import { renderSlip } from "#app/modules/receipts/receipt-slip.server.ts";
import { requireProfile } from "#app/modules/village/profile.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { formatDate, formatDateTime } from "#app/ui/format.ts";
import { complaints } from "#db/village/schema/residents.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import { onlyComplaint } from "./complaints.server.ts";
import { COMPLAINT_WORDS } from "./words.ts";

/** The slip that whoever complained at the counter takes home: the code that tells him how it goes. No name. */
export async function complaintSlip(ctx: OfficeCtx, id: string): Promise<Uint8Array<ArrayBuffer>> {
  requirePermission(ctx, "complaints.read");
  const [found, profiles] = await ctx.db.batch([
    ctx.db.select().from(complaints).where(eq(complaints.id, id)),
    ctx.db.select().from(villageProfile),
  ]);
  const row = onlyComplaint(found);
  const code = await findReceipt(ctx, ctx.db, { subject: "complaint", subjectId: id });
  if (!code) throw new NotFoundError(COMPLAINT_WORDS.gone);
  return renderSlip(ctx, requireProfile(profiles[0]), {
    code,
    title: "Tanda terima pengaduan",
    lines: [`Nomor ${row.number}/${row.year}`],
    rows: [
      { label: "Diterima", value: formatDateTime(new Date(row.createdAt), ctx.tenant.timeZone) },
      { label: "Dijawab paling lambat", value: row.dueOn ? formatDate(row.dueOn) : "-" },
    ],
    note: "Baca jawabannya:",
  });
}
