import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { families } from "#db/village/schema/population.ts";
import type { MoveInsideInput } from "./event-input.ts";
import type { Values } from "./event-rules.ts";
import { eventsFor, remaining } from "./household-plan-rules.ts";
import { placeOf } from "./make-family.server.ts";
import { type Recorded, recordAct } from "./record-act.server.ts";
import { requireMembers } from "./require-member.server.ts";

/** People of a card move to another area of the village; the card's own address moves with them when all do. */
export async function recordMoveInside(
  ctx: OfficeCtx,
  residentId: string,
  input: MoveInsideInput,
): Promise<Recorded> {
  return recordAct(ctx, residentId, input, async (household, tx) => {
    const movers = requireMembers(household, input.siapa);
    const { family, members, person } = household;
    const place = await placeOf(tx, input.wilayah);
    const isWhole = family !== null && remaining(members, input.siapa).length === 0;
    const before: Values = isWhole ? { cardArea: family.areaId, cardAddress: family.address } : {};
    const changes = { ...place, ...(input.alamat !== null && { address: input.alamat }) };
    if (isWhole)
      await tx
        .update(families)
        .set({ areaId: place.areaId, address: input.alamat ?? family.address })
        .where(eq(families.id, family.id));
    const facts = { happenedOn: input.tanggal, note: input.catatan, details: before };
    return {
      action: "resident.record-move-inside",
      events: eventsFor(movers, "move_inside", facts, changes),
      familyIds: [person.familyId],
      headField: "siapa",
      details: { day: input.tanggal },
    };
  });
}
