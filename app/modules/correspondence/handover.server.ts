import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { HandoverPart } from "#app/platform/handover.ts";
import { reading } from "#app/platform/read-together.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { dispositions, incomingLetters } from "#db/village/schema/letters.ts";
import { DISPOSITION_WORDS } from "./words.ts";

/**
 * Dispositions that somebody who leaves has not done. A secret letter's subject is not named to who arranges the
 * handover, but the successor may read it.
 */
export const mailHandover: HandoverPart = {
  read: (ctx, accountId) =>
    reading([selectOpen(ctx.db, accountId)], ([rows]) =>
      rows.map(({ id, incomingId, subject, nature, agendaNumber, year }) => ({
        key: `disposition:${id}`,
        href: `/kantor/buku/masuk/${incomingId}`,
        title: DISPOSITION_WORDS.handedOver(
          nature === "rahasia" ? `rahasia ${agendaNumber}/${year}` : subject,
        ),
        meta: DISPOSITION_WORDS.handedOverMeta,
      })),
    ),

  handOver: async (_, { tx, audit }, { fromId, toId, toName, note }) => {
    const open = await selectOpen(tx, fromId);
    if (open.length === 0) return 0;
    await tx
      .update(dispositions)
      .set({ toAccountId: toId, version: sql`${dispositions.version} + 1` })
      .where(
        inArray(
          dispositions.id,
          open.map(({ id }) => id),
        ),
      );
    for (const { incomingId, year, agendaNumber } of open) {
      const details = { tahun: year, nomor: agendaNumber, kepada: toName, catatan: note };
      await audit({ action: "incoming.hand-over", entity: "incoming", entityId: incomingId, details });
    }
    return open.length;
  },
};

function selectOpen(db: VillageDb | VillageTx, accountId: string) {
  return db
    .select({
      id: dispositions.id,
      incomingId: incomingLetters.id,
      subject: incomingLetters.subject,
      nature: incomingLetters.nature,
      agendaNumber: incomingLetters.agendaNumber,
      year: incomingLetters.year,
    })
    .from(dispositions)
    .innerJoin(incomingLetters, eq(incomingLetters.id, dispositions.incomingId))
    .where(
      and(
        eq(dispositions.toAccountId, accountId),
        isNull(dispositions.doneAt),
        isNull(incomingLetters.closedAt),
        isNull(incomingLetters.voidedAt),
      ),
    )
    .orderBy(asc(dispositions.createdAt));
}
