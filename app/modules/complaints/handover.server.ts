import { and, eq, inArray } from "drizzle-orm";
import type { HandoverPart } from "#app/platform/handover.ts";
import { reading } from "#app/platform/read-together.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { complaints } from "#db/village/schema/residents.ts";
import { moveComplaint } from "./complaints.server.ts";
import { COMPLAINT_WORDS } from "./words.ts";

/** Complaints that somebody who leaves has not answered. */
export const complaintsHandover: HandoverPart = {
  read: (ctx, accountId) =>
    reading([selectOpen(ctx.db, accountId)], ([rows]) =>
      rows.map(({ id, number, subject }) => ({
        key: `complaint:${id}`,
        href: `/kantor/pengaduan/${id}`,
        title: COMPLAINT_WORDS.desk(number, subject),
        meta: "Jawabannya menjadi tugas penerus.",
      })),
    ),
  handOver: async (ctx, { tx, audit }, { fromId, toId, toName }) => {
    const open = await selectOpen(tx, fromId);
    for (const row of open) {
      await moveComplaint(ctx, tx, row, { ownerAccountId: toId, step: "hand-over" });
      await audit({
        action: "complaint.hand-over",
        entity: "complaint",
        entityId: row.id,
        details: { nomor: row.number, tahun: row.year, kepada: toName },
      });
    }
    return open.length;
  },
};

function selectOpen(db: VillageDb | VillageTx, accountId: string) {
  return db
    .select()
    .from(complaints)
    .where(
      and(eq(complaints.ownerAccountId, accountId), inArray(complaints.state, ["assigned", "answered"])),
    );
}
