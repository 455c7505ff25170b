import type { OfficeCtx } from "#app/context.ts";
import { selectAreas } from "#app/modules/village/areas.server.ts";
import { dayIn } from "#app/platform/clock.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { requirePermission } from "#app/platform/require.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import { labelOf } from "./code-lists.ts";
import { areaOptions } from "./components/area-options.ts";
import { cardsReading } from "./find-cards.server.ts";
import { widowedBy } from "./household-plan-rules.ts";
import { ageOn } from "./person-rules.ts";
import { householdReading, type Member } from "./read-household.server.ts";

/**
 * What every event form shows: the person, who is on his card, and where one may live; one round trip.
 * @param cardsByName name by which another card is looked for
 */
export async function loadEventForm(ctx: OfficeCtx, residentId: string, cardsByName = "") {
  requirePermission(ctx, "population.write");
  const { household, areas, hamletTerm, cards } = await readTogether(ctx.db, {
    household: householdReading(ctx.db, residentId),
    cards: await cardsReading(ctx, cardsByName),
    areas: reading([selectAreas(ctx.db)], ([rows]) => rows),
    hamletTerm: reading(
      [ctx.db.select({ term: villageProfile.hamletTerm }).from(villageProfile).limit(1)],
      ([[row]]) => row?.term ?? "Dusun",
    ),
  });
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const { person, family, members } = household;
  const widowed = widowedBy(household);
  return {
    today,
    person: personOf(person),
    hasCard: family !== null,
    versions: { versi: String(person.version), versiKk: String(family?.version ?? 0) },
    members: members.map((member) => choiceOf(member, today)),
    isHead: members.length > 1 && person.familyRole === 1,
    widowed: widowed && { name: widowed.name, sex: widowed.sex },
    cards,
    areas: areaOptions(areas, hamletTerm),
  };
}

export type EventFormPage = Awaited<ReturnType<typeof loadEventForm>>;

function personOf({ id, name, status, statusSince, kind, familyRole, sex }: Member) {
  return { id, name, status, statusSince, kind, familyRole, sex };
}

function choiceOf({ id, name, familyRole, birthDate, sex }: Member, today: string) {
  const age = ageOn(birthDate, today);
  const hint = [labelOf("familyRole", familyRole), age === null ? null : `${age} tahun`]
    .filter(Boolean)
    .join(", ");
  return { id, name, hint, sex, isHead: familyRole === 1 };
}
