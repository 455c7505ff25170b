import type { OfficeCtx } from "#app/context.ts";
import type { AbsenceInput, ReturnInput } from "./event-input.ts";
import { leaveEvents, returnEvents } from "./household-plan-rules.ts";
import { makeFamily } from "./make-family.server.ts";
import { type Recorded, recordAct } from "./record-act.server.ts";
import { requireMembers, requireStays } from "./require-member.server.ts";

/** People of a card are missing, or went away without moving. */
export async function recordAbsence(
  ctx: OfficeCtx,
  residentId: string,
  kind: "missing" | "left",
  input: AbsenceInput,
): Promise<Recorded> {
  return recordAct(ctx, residentId, input, (household) => {
    const leavers = requireMembers(household, input.siapa);
    requireStays(household.members, input.siapa, input.kepalaBaru);
    const facts = { happenedOn: input.tanggal, note: input.catatan };
    return {
      action: kind === "missing" ? "resident.record-missing" : "resident.record-left",
      events: leaveEvents(household, leavers, kind, input.kepalaBaru, facts),
      familyIds: [household.person.familyId],
      headField: "kepalaBaru",
      details: { day: input.tanggal },
    };
  });
}

/** Somebody who was missing, had left or had moved is back: on his card, or on a new one where he had none. */
export async function recordReturn(
  ctx: OfficeCtx,
  residentId: string,
  input: ReturnInput,
): Promise<Recorded> {
  return recordAct(ctx, residentId, input, async (household, tx) => {
    const { person } = household;
    const familyId =
      person.familyId ?? (await makeFamily(ctx, tx, { areaId: person.areaId, address: person.address }));
    const facts = { happenedOn: input.tanggal, note: input.catatan, details: { origin: input.dari } };
    return {
      action: "resident.record-return",
      events: returnEvents(household, familyId, facts),
      familyIds: [familyId],
      headField: "tanggal",
      details: { day: input.tanggal },
    };
  });
}
