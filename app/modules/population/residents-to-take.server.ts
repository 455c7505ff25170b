import { and, asc, eq, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import { requirePermission } from "#app/platform/require.ts";
import { families, residents } from "#db/village/schema/population.ts";
import { beyondRow, conditionOf } from "./list-residents.server.ts";
import type { ResidentFilter } from "./list-rules.ts";
import { maskNumber } from "./nik-rules.ts";
import { isMinor } from "./person-rules.ts";
import { openResident } from "./resident-values.server.ts";
import { FAMILY_NUMBER } from "./sealed-fields.ts";
import { residentPlace } from "./search-residents.server.ts";
import { maySee } from "./visible-rules.ts";

/** A resident of a list that is taken along: identifiers as whoever takes it may see them. */
export type ResidentToTake = Awaited<ReturnType<typeof listResidentsToTake>>["rows"][number];

/** Some residents of the list in its order, whole but for protected groups; one round trip. */
export async function listResidentsToTake(
  ctx: OfficeCtx,
  filter: ResidentFilter,
  after: string | null,
  limit: number,
) {
  requirePermission(ctx, "population.read");
  const beyond = after === null ? undefined : beyondRow(after, false, filter.status !== null);
  const found = await ctx.db
    .select({ row: residents, areaText: residentPlace, numberSealed: sql<string | null>`card.number_sealed` })
    .from(residents)
    .leftJoin(sql`${families} card`, eq(sql`card.id`, residents.familyId))
    .where(and(await conditionOf(ctx, filter), beyond))
    .orderBy(asc(residents.status), asc(residents.nameKey), asc(residents.id))
    .limit(limit + 1);
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const rows = await Promise.all(
    found.slice(0, limit).map(async ({ row, areaText, numberSealed }) => {
      const isSeen = maySee(ctx.actor.permissions, "identity", isMinor(row.birthDate, today));
      const shown = (number: string | null) => (isSeen ? number : maskNumber(number));
      const { nik } = await openResident(ctx.keys, row, ["nik"]);
      const kkNumber = await openValue(ctx.keys, FAMILY_NUMBER, numberSealed);
      return { row, areaText, nik: shown(nik), kkNumber: shown(kkNumber) };
    }),
  );
  return { rows, next: found.length > limit ? (rows.at(-1)?.row.id ?? null) : null };
}
