import { and, eq, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { selectAreas } from "#app/modules/village/areas.server.ts";
import { dayIn } from "#app/platform/clock.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { requirePermission } from "#app/platform/require.ts";
import { residents } from "#db/village/schema/population.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import { areaOptions } from "./components/area-options.ts";
import { ROLE } from "./family-role-rules.ts";
import { STATUS } from "./person-rules.ts";

/** What the form of people who move in shows: where one may live, and the card that was chosen; one round trip. */
export async function loadMoveIn(ctx: OfficeCtx, familyId: string | null) {
  requirePermission(ctx, "population.write");
  const { head, areas, hamletTerm } = await readTogether(ctx.db, {
    head: reading([selectHead(ctx, familyId ?? "")], ([[row]]) => row ?? null),
    areas: reading([selectAreas(ctx.db)], ([rows]) => rows),
    hamletTerm: reading(
      [ctx.db.select({ term: villageProfile.hamletTerm }).from(villageProfile).limit(1)],
      ([[row]]) => row?.term ?? "Dusun",
    ),
  });
  return { today: dayIn(ctx.tenant.timeZone, ctx.now), head, areas: areaOptions(areas, hamletTerm) };
}

/** The head of a card, and whence and when he came if he moved in: the family comes with him. */
function selectHead(ctx: OfficeCtx, familyId: string) {
  return ctx.db
    .select({
      id: residents.id,
      name: residents.name,
      familyId: sql<string>`${residents.familyId}`,
      origin: residents.origin,
      since: residents.statusSince,
    })
    .from(residents)
    .where(
      and(
        eq(residents.familyId, familyId),
        eq(residents.familyRole, ROLE.head),
        eq(residents.status, STATUS.here),
      ),
    );
}
