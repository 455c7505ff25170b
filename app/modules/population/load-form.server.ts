import { and, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { requirePermission } from "#app/platform/require.ts";
import { families, residents } from "#db/village/schema/population.ts";
import { areas } from "#db/village/schema/village.ts";
import { maskNumber } from "./nik-rules.ts";
import { mayFillIn } from "./parted-values.ts";
import { isMinor, STATUS } from "./person-rules.ts";
import { fieldOf, RESIDENT_FIELDS } from "./resident-fields.ts";
import { openResident } from "./resident-values.server.ts";
import { FAMILY_NUMBER, SEALED_KEYS } from "./sealed-fields.ts";
import { POPULATION_WORDS } from "./words.ts";

function areasReading(ctx: OfficeCtx) {
  const { id, kind, name, parentId } = areas;
  return reading(
    [ctx.db.select({ id, kind, name, parentId }).from(areas).where(isNull(areas.retiredAt))],
    ([rows]) => rows,
  );
}

/** Keys of the fields that an official may fill in. */
function allowedFor(ctx: OfficeCtx, isChild: boolean): string[] {
  return RESIDENT_FIELDS.filter(({ key }) => mayFillIn(ctx.actor.permissions, key, isChild)).map(
    ({ key }) => key,
  );
}

/** What the form of somebody new shows. @param familyId the card that he joins, if he came from its page */
export async function loadNewResident(ctx: OfficeCtx, familyId: string | null) {
  requirePermission(ctx, "population.write");
  const { card, head, places } = await readTogether(ctx.db, {
    card: reading(
      [
        ctx.db
          .select()
          .from(families)
          .where(eq(families.id, familyId ?? "")),
      ],
      ([[row]]) => row ?? null,
    ),
    head: reading(
      [
        ctx.db
          .select({ name: residents.name })
          .from(residents)
          .where(
            and(
              eq(residents.familyId, familyId ?? ""),
              eq(residents.status, STATUS.here),
              eq(residents.familyRole, 1),
            ),
          ),
      ],
      ([[row]]) => row?.name ?? null,
    ),
    places: areasReading(ctx),
  });
  if (familyId && !card) throw new NotFoundError(POPULATION_WORDS.familyGone);
  const number = card && maskNumber(await openValue(ctx.keys, FAMILY_NUMBER, card.numberSealed));
  return {
    card: card && { id: card.id, number, head, areaId: card.areaId, address: card.address },
    areas: places,
    allowed: allowedFor(ctx, false),
  };
}

/**
 * What the form that changes somebody shows: values as they stand, protected numbers with stars alone.
 * @throws NotFoundError where there is no such resident
 */
export async function loadChange(ctx: OfficeCtx, id: string) {
  requirePermission(ctx, "population.write");
  const { row, places } = await readTogether(ctx.db, {
    row: reading([ctx.db.select().from(residents).where(eq(residents.id, id))], ([[found]]) => found ?? null),
    places: areasReading(ctx),
  });
  if (!row) throw new NotFoundError(POPULATION_WORDS.gone);
  const allowed = allowedFor(ctx, isMinor(row.birthDate, dayIn(ctx.tenant.timeZone, ctx.now)));
  const sealed = await openResident(ctx.keys, row);
  const plain = RESIDENT_FIELDS.filter(({ key, kind }) => kind !== "sealed" && allowed.includes(key));
  return {
    person: { id: row.id, name: row.name, version: row.version, familyId: row.familyId, areaId: row.areaId },
    values: Object.fromEntries(
      plain.map(({ key, kind, form }) => [form, typedAs(kind, row[key as keyof typeof row])]),
    ),
    masked: Object.fromEntries(SEALED_KEYS.map((key) => [fieldOf(key).key, maskNumber(sealed[key])])),
    areas: places,
    allowed,
  };
}

function typedAs(kind: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  return kind === "place" ? String(value).replace(".", ",") : String(value);
}
