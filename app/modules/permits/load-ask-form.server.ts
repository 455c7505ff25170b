import type { OfficeCtx } from "#app/context.ts";
import { personReading } from "#app/modules/population/read-person.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { requirePermission } from "#app/platform/require.ts";
import { selectPlaces } from "./load-permit.server.ts";
import { todayOf } from "./permits.server.ts";

/** What the form of a request shows: for whom, and the places; one round trip. @param residentId null: an outsider */
export async function loadAskForm(ctx: OfficeCtx, residentId: string | null) {
  requirePermission(ctx, "permits.write");
  const { person, places } = await readTogether(ctx.db, {
    person: residentId ? personReading(ctx, residentId) : reading([], () => null),
    places: reading([selectPlaces(ctx)], ([rows]) => rows),
  });
  const found = await person;
  if (residentId && !found) throw new NotFoundError();
  return {
    person: found && { id: found.id, name: found.name, areaText: found.areaText },
    places,
    today: todayOf(ctx),
  };
}
