import { desc, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { requirePermission } from "#app/platform/require.ts";
import { residentEvents } from "#db/village/schema/population.ts";
import { availableChoices } from "./event-choice-rules.ts";
import { headOf, householdReading } from "./read-household.server.ts";

/** What may be recorded of a person as he stands, and what was; one round trip. */
export async function listEventChoices(ctx: OfficeCtx, residentId: string) {
  requirePermission(ctx, "population.write");
  const { household, events } = await readTogether(ctx.db, {
    household: householdReading(ctx.db, residentId),
    events: reading(
      [
        ctx.db
          .select()
          .from(residentEvents)
          .where(eq(residentEvents.residentId, residentId))
          .orderBy(desc(residentEvents.happenedOn), desc(residentEvents.seq))
          .limit(100),
      ],
      ([rows]) => rows,
    ),
  });
  const { person, members } = household;
  return {
    person: { id: person.id, name: person.name, status: person.status, statusSince: person.statusSince },
    headName: headOf(members)?.name ?? null,
    choices: availableChoices({
      status: person.status,
      isTemporary: person.kind === "temporary",
      hasCard: household.family !== null,
      memberCount: members.length,
      hasHead: headOf(members) !== null,
    }),
    events: events.map(({ id, kind, happenedOn, note, cancelledAt, cancels }) => ({
      id,
      kind,
      happenedOn,
      note,
      isCancelled: cancelledAt !== null,
      mayCancel: cancelledAt === null && cancels === null,
    })),
  };
}
