import { and, eq, inArray, sql } from "drizzle-orm";
import type { HandoverPart } from "#app/platform/handover.ts";
import { reading } from "#app/platform/read-together.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { letters } from "#db/village/schema/letters.ts";
import { STATE_WORDS } from "./chain-words.ts";

/** Letters that somebody took up and that are not handed over yet. Those that bear his name are signed by his successor. */
export const lettersHandover: HandoverPart = {
  read: (ctx, accountId) =>
    reading([selectTaken(ctx.db, accountId)], ([rows]) =>
      rows.map(({ id, title, personName, state }) => ({
        key: `letter:${id}`,
        href: `/kantor/surat/${id}`,
        title: `${title}: ${personName}`,
        meta: STATE_WORDS[state === "ready" ? "draft" : state].label,
      })),
    ),
  handOver: async (ctx, { tx, audit }, { fromId, toId, toName }) => {
    const taken = await selectTaken(tx, fromId);
    for (const { id } of taken) {
      await tx
        .update(letters)
        .set({ createdBy: toId, version: sql`${letters.version} + 1`, updatedAt: ctx.now.toISOString() })
        .where(eq(letters.id, id));
      await audit({
        action: "letter.hand-over",
        entity: "letter",
        entityId: id,
        details: { kepada: toName },
      });
    }
    return taken.length;
  },
};

function selectTaken(db: VillageDb | VillageTx, accountId: string) {
  return db
    .select({ id: letters.id, title: letters.title, personName: letters.personName, state: letters.state })
    .from(letters)
    .where(
      and(
        eq(letters.createdBy, accountId),
        inArray(letters.state, ["asked", "draft", "review", "returned", "waiting", "signed"]),
      ),
    );
}
