import type { OfficeCtx } from "#app/context.ts";
import type { EndStayInput, MoveOutInput } from "./event-input.ts";
import { leaveEvents } from "./household-plan-rules.ts";
import { type Recorded, recordAct } from "./record-act.server.ts";
import { requireMembers, requireStays } from "./require-member.server.ts";

/** One person, some of a card or all of it move away. Who stays behind gets a new head where the head goes. */
export async function recordMoveOut(
  ctx: OfficeCtx,
  residentId: string,
  input: MoveOutInput,
): Promise<Recorded> {
  return recordAct(ctx, residentId, input, (household) => {
    const leavers = requireMembers(household, input.siapa);
    requireStays(household.members, input.siapa, input.kepalaBaru);
    const facts = {
      happenedOn: input.tanggal,
      note: input.catatan,
      details: { reach: input.jangkauan, destination: input.tujuan, reason: input.alasan },
    };
    return {
      action: "resident.record-move-out",
      events: leaveEvents(household, leavers, "move_out", input.kepalaBaru, facts),
      familyIds: [household.person.familyId],
      headField: "kepalaBaru",
      details: { day: input.tanggal },
    };
  });
}

/** A temporary resident's stay is over. */
export async function recordEndOfStay(
  ctx: OfficeCtx,
  residentId: string,
  input: EndStayInput,
): Promise<Recorded> {
  return recordAct(ctx, residentId, input, (household) => {
    const facts = {
      happenedOn: input.tanggal,
      note: input.catatan,
      details: { destination: input.tujuan },
    };
    return {
      action: "resident.end-stay",
      events: leaveEvents(household, [household.person], "move_out", null, facts),
      familyIds: [household.person.familyId],
      headField: "tanggal",
      details: { day: input.tanggal },
    };
  });
}
