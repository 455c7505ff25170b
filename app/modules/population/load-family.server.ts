import { and, eq, isNull, ne, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { requirePermission } from "#app/platform/require.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { families, residents } from "#db/village/schema/population.ts";
import { areas } from "#db/village/schema/village.ts";
import { membersReading } from "./load-resident.server.ts";
import { checkKkNumber, maskNumber } from "./nik-rules.ts";
import { STATUS } from "./person-rules.ts";
import { FAMILY_NUMBER } from "./sealed-fields.ts";
import { placeColumn } from "./search-residents.server.ts";
import { POPULATION_WORDS } from "./words.ts";

/** One card, or 404. */
export async function getFamily(db: VillageDb | VillageTx, id: string) {
  const [row] = await db.select().from(families).where(eq(families.id, id));
  if (!row) throw new NotFoundError(POPULATION_WORDS.familyGone);
  return row;
}

/**
 * A card's page: what stands on it with its number masked, who is on it, and how many were; one round trip.
 * @throws NotFoundError where there is no such card
 */
export async function loadFamily(ctx: OfficeCtx, id: string) {
  requirePermission(ctx, "population.read");
  const { row, members, gone, places } = await readTogether(ctx.db, {
    row: reading(
      [
        ctx.db
          .select({ card: families, areaText: placeColumn("families") })
          .from(families)
          .where(eq(families.id, id)),
      ],
      ([[found]]) => found ?? null,
    ),
    members: membersReading(ctx, id),
    gone: reading(
      [
        ctx.db
          .select({ count: sql<number>`count(*)` })
          .from(residents)
          .where(and(eq(residents.familyId, id), ne(residents.status, STATUS.here))),
      ],
      ([[found]]) => found?.count ?? 0,
    ),
    places: reading(
      [
        ctx.db
          .select({ id: areas.id, kind: areas.kind, name: areas.name, parentId: areas.parentId })
          .from(areas)
          .where(isNull(areas.retiredAt)),
      ],
      ([rows]) => rows,
    ),
  });
  if (!row) throw new NotFoundError(POPULATION_WORDS.familyGone);
  const { card, areaText } = row;
  const number = await openValue(ctx.keys, FAMILY_NUMBER, card.numberSealed);
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  return {
    card: {
      id: card.id,
      number: maskNumber(number),
      doubts: number ? checkKkNumber(number, today).map(({ sentence }) => sentence) : [],
      address: card.address,
      areaId: card.areaId,
      postalCode: card.postalCode,
      issuedOn: card.issuedOn,
      verifiedOn: card.verifiedOn,
      version: card.version,
    },
    areaText,
    members,
    gone,
    areas: places,
  };
}
