import type { OfficeCtx } from "#app/context.ts";
import type { DeathInput } from "./event-input.ts";
import { deathEvents } from "./household-plan-rules.ts";
import { type Recorded, recordAct } from "./record-act.server.ts";
import { requireStays } from "./require-member.server.ts";

/** Records a death. Where the dead was head of a card with others on it, the new head is chosen in the same step. */
export async function recordDeath(ctx: OfficeCtx, residentId: string, input: DeathInput): Promise<Recorded> {
  return recordAct(ctx, residentId, input, (household) => {
    const { person, members } = household;
    requireStays(members, [person.id], input.kepalaBaru);
    const facts = {
      happenedOn: input.tanggal,
      note: input.catatan,
      details: {
        cause: input.sebab,
        place: input.tempat,
        witness: input.penentu,
        reporter: input.pelapor,
        reporterRelation: input.hubungan,
      },
    };
    const choice = { newHeadId: input.kepalaBaru, isWidowed: input.pasangan === "on" };
    return {
      action: "resident.record-death",
      events: deathEvents(household, choice, facts),
      familyIds: [person.familyId],
      headField: "kepalaBaru",
      details: { day: input.tanggal },
    };
  });
}
