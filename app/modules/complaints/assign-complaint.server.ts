import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { listHolders } from "#app/modules/accounts/list-holders.server.ts";
import { FieldError } from "#app/platform/errors.ts";
import { tell } from "#app/platform/inbox.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { getComplaintFor, moveComplaint, todayOf } from "./complaints.server.ts";
import type { AssignInput } from "./input.ts";
import { wakeComplaints } from "./wake-complaints.server.ts";
import { COMPLAINT_WORDS } from "./words.ts";

/** Says who answers for a complaint, and until when. */
export async function assignComplaint(ctx: OfficeCtx, id: string, input: AssignInput): Promise<void> {
  requirePermission(ctx, "complaints.assign");
  if (input.batas < todayOf(ctx)) throw new FieldError("batas", COMPLAINT_WORDS.pastDue);
  await write(ctx, async ({ tx, audit }) => {
    const row = await getComplaintFor(ctx, tx, { id, version: input.versi, action: "assign" });
    const holders = await listHolders(ctx, tx, "complaints.read");
    const [owner] = await tx.select().from(accounts).where(eq(accounts.id, input.petugas));
    if (!owner || !holders.includes(owner.id)) throw new FieldError("petugas", COMPLAINT_WORDS.noOwner);
    await moveComplaint(ctx, tx, row, {
      state: "assigned",
      ownerAccountId: owner.id,
      dueOn: input.batas,
      step: "assign",
    });
    await tell(ctx, tx, [owner.id], {
      onceKey: `complaint.assign:${id}:${owner.id}`,
      title: COMPLAINT_WORDS.desk(row.number, row.subject),
      href: `/kantor/pengaduan/${id}`,
    });
    await audit({
      action: "complaint.assign",
      entity: "complaint",
      entityId: id,
      details: { nomor: row.number, tahun: row.year, petugas: owner.name, batas: input.batas },
    });
    return null;
  });
  await wakeComplaints(ctx);
}
