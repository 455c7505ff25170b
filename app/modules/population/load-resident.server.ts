import { and, asc, eq, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { requirePermission } from "#app/platform/require.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { families, residentEvents, residents } from "#db/village/schema/population.ts";
import { labelOf } from "./code-lists.ts";
import { checkNik, maskNumber } from "./nik-rules.ts";
import { isMinor, STATUS } from "./person-rules.ts";
import { fieldOf } from "./resident-fields.ts";
import { openResident, type SealedValues } from "./resident-values.server.ts";
import { FAMILY_NUMBER, SEALED_KEYS, type SealedKey } from "./sealed-fields.ts";
import { residentPlace } from "./search-residents.server.ts";
import { SECTIONS } from "./sections.ts";
import { maySee, REVEALED_GROUPS, shownValue } from "./visible-rules.ts";
import { POPULATION_WORDS } from "./words.ts";

type ResidentRow = typeof residents.$inferSelect;

/** One fact on a person's page. */
export interface ShownFact {
  key: string;
  label: string;
  value: string;
}

/** Query for one resident with his card. */
export function selectResident(ctx: OfficeCtx, id: string) {
  return ctx.db
    .select({ resident: residents, family: families, areaText: residentPlace })
    .from(residents)
    .leftJoin(families, eq(families.id, residents.familyId))
    .where(eq(residents.id, id));
}

/**
 * A person's page: what somebody with these permissions may see of him, numbers masked, his card's members and what
 * happened to him; one round trip.
 * @throws NotFoundError where there is no such resident
 */
export async function loadResident(ctx: OfficeCtx, id: string) {
  requirePermission(ctx, "population.read");
  const { row, members, events } = await readTogether(ctx.db, {
    row: reading([selectResident(ctx, id)], ([[found]]) => found ?? null),
    members: membersReading(ctx, sql`(SELECT family_id FROM residents WHERE id = ${id})`),
    events: eventsReading(ctx, id),
  });
  if (!row) throw new NotFoundError(POPULATION_WORDS.gone);
  const { resident, family, areaText } = row;
  const isChild = isMinor(resident.birthDate, dayIn(ctx.tenant.timeZone, ctx.now));
  const { permissions } = ctx.actor;
  const values = await openResident(ctx.keys, resident);
  // Who has died or gone stands on his last card as one who was on it, not as its head.
  const isHere = resident.status === STATUS.here;
  const roleName = labelOf("familyRole", resident.familyRole);
  const kkNumber = family && maskNumber(await openValue(ctx.keys, FAMILY_NUMBER, family.numberSealed));
  return {
    person: personOf(resident),
    areaText,
    family: family && { id: family.id, number: kkNumber, role: isHere ? roleName : null },
    nikDoubts: values.nik ? checkNik(values.nik, resident).map(({ sentence }) => sentence) : [],
    sections: sectionsOf(ctx, resident, values, isChild),
    members: members.filter((member) => member.id !== id),
    events,
    isChild,
    revealable: REVEALED_GROUPS.filter(
      (group) =>
        maySee(permissions, group, isChild) && holdsAny(resident, family?.numberSealed ?? null, group),
    ),
  };
}

function personOf({ id, name, kind, sex, birthDate, status, statusSince, nikState, version }: ResidentRow) {
  return { id, name, kind, sex, birthDate, status, statusSince, nikState, version };
}

/** Does a group hold a number of this person? */
function holdsAny(resident: ResidentRow, kkSealed: string | null, group: string): boolean {
  if (group === "identity" && kkSealed) return true;
  return SEALED_KEYS.some((key) => fieldOf(key).group === group && resident[`${key}Sealed`] !== null);
}

function sectionsOf(ctx: OfficeCtx, resident: ResidentRow, values: SealedValues, isChild: boolean) {
  const isSealed = (key: string): key is SealedKey => (SEALED_KEYS as string[]).includes(key);
  const factOf = (key: (typeof SECTIONS)[number]["fields"][number]): ShownFact[] => {
    const field = fieldOf(key);
    // What is masked tells nothing; all else of a protected group is left out for those who may not see it.
    if (field.kind !== "sealed" && !maySee(ctx.actor.permissions, field.group, isChild)) return [];
    const value = isSealed(key) ? maskNumber(values[key]) : shownValue(field, resident[key], labelOf);
    return value ? [{ key, label: field.label, value }] : [];
  };
  return SECTIONS.map(({ key, title, fields }) => ({ key, title, facts: fields.flatMap(factOf) })).filter(
    ({ facts }) => facts.length > 0,
  );
}

/** Who is on a card now, the head first. */
export function membersReading(ctx: OfficeCtx, familyId: string | ReturnType<typeof sql>) {
  const columns = {
    id: residents.id,
    name: residents.name,
    sex: residents.sex,
    birthDate: residents.birthDate,
    familyRole: residents.familyRole,
    status: residents.status,
    kind: residents.kind,
    nikState: residents.nikState,
  };
  const statement = ctx.db
    .select(columns)
    .from(residents)
    .where(and(eq(residents.familyId, familyId), eq(residents.status, 1)))
    .orderBy(asc(residents.familyRole), asc(residents.birthDate), asc(residents.id));
  return reading([statement], ([rows]) => rows);
}
export type CardMember = ReturnType<ReturnType<typeof membersReading>["finish"]>[number];

/** What happened to a person, as it was entered; the newest day first. */
function eventsReading(ctx: OfficeCtx, id: string) {
  const statement = ctx.db
    .select({ event: residentEvents, recordedBy: accounts.name })
    .from(residentEvents)
    .leftJoin(accounts, eq(accounts.id, residentEvents.recordedBy))
    .where(eq(residentEvents.residentId, id))
    .orderBy(sql`${residentEvents.happenedOn} DESC`, sql`${residentEvents.seq} DESC`);
  return reading([statement], ([rows]) =>
    rows.map(({ event, recordedBy }) => ({
      id: event.id,
      kind: event.kind,
      happenedOn: event.happenedOn,
      recordedAt: event.recordedAt,
      recordedBy,
      note: event.note,
      details: event.details,
      changed: Object.keys(event.changes),
      isCancelled: event.cancelledAt !== null,
    })),
  );
}
export type PastEvent = ReturnType<ReturnType<typeof eventsReading>["finish"]>[number];
