import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import type {
  HeldSection,
  KnownPerson,
  PersonData,
  PersonId,
  PersonKind,
} from "#app/platform/privacy/person-data.ts";
import { mapReading, type Reading, reading } from "#app/platform/read-together.ts";
import { formatDate } from "#app/ui/format.ts";
import { families, residentEvents, residents } from "#db/village/schema/population.ts";
import { accessLog } from "#db/village/schema/security.ts";
import { labelOf } from "./code-lists.ts";
import { EVENT_NAMES } from "./event-words.ts";
import { forgetOptional, holdsOptional } from "./forget-optional.server.ts";
import { searchQuery } from "./name-rules.ts";
import { STATUS } from "./person-rules.ts";
import { RESIDENT_FIELDS, type ResidentField } from "./resident-fields.ts";
import { openResident, type SealedValues } from "./resident-values.server.ts";
import { FAMILY_NUMBER } from "./sealed-fields.ts";
import { residentPlace } from "./search-residents.server.ts";
import { shownValue } from "./visible-rules.ts";
import { HELD_WORDS } from "./words.ts";

const SUBJECT = "resident";
/** The file names the latest of what has no end. */
const MOST = 200;

/** Residents, those who are gone too, as persons who may ask for their data. */
export const residentKind: PersonKind = {
  subject: SUBJECT,
  name: HELD_WORDS.kind,
  howToCorrect: HELD_WORDS.howToCorrect,
  find: (ctx, text, limit) => people(ctx, nameCondition(text), limit),
  get: (ctx, id) => mapReading(people(ctx, sql`${residents.id} = ${id}`, 1), ([person]) => person ?? null),
};

/** What the register holds on them. It is kept by law; what the law does not ask for goes when its person asks. */
export const residentData: PersonData = {
  subject: SUBJECT,
  read: readHeld,
  fates: (ctx, id) =>
    reading([ctx.db.select().from(residents).where(eq(residents.id, id))], ([[row]]) => {
      if (!row) return [];
      const { optional, register } = HELD_WORDS.fates;
      return holdsOptional(row)
        ? [
            { ...optional, isRemoved: true },
            { ...register, isRemoved: false },
          ]
        : [{ ...register, isRemoved: false }];
    }),
  remove: (ctx: VillageCtx, { tx }, id) => forgetOptional(ctx, tx, id),
};

function nameCondition(text: string): SQL {
  const query = searchQuery(text);
  return query === null
    ? sql`0`
    : sql`${residents.number} IN (SELECT rowid FROM resident_search WHERE resident_search MATCH ${query})`;
}

function people(ctx: OfficeCtx, condition: SQL, limit: number): Reading<KnownPerson[]> {
  const statement = ctx.db
    .select({
      id: residents.id,
      name: residents.name,
      birthDate: residents.birthDate,
      status: residents.status,
      area: residentPlace,
    })
    .from(residents)
    .where(condition)
    .orderBy(asc(residents.status), asc(residents.nameKey), asc(residents.id))
    .limit(limit);
  return reading([statement], ([rows]) =>
    rows.map(({ id, name, birthDate, status, area }) => ({
      id,
      name,
      meta: [
        area,
        birthDate && `lahir ${formatDate(birthDate)}`,
        status === STATUS.here ? null : labelOf("status", status)?.toLowerCase(),
      ]
        .filter(Boolean)
        .join(", "),
      href: `/kantor/penduduk/${id}`,
    })),
  );
}

function readHeld(ctx: OfficeCtx, id: PersonId): Reading<Promise<HeldSection[]>> {
  const { db } = ctx;
  return reading(
    [
      db
        .select({ resident: residents, numberSealed: families.numberSealed, area: residentPlace })
        .from(residents)
        .leftJoin(families, eq(families.id, residents.familyId))
        .where(eq(residents.id, id)),
      db
        .select({
          kind: residentEvents.kind,
          happenedOn: residentEvents.happenedOn,
          note: residentEvents.note,
        })
        .from(residentEvents)
        .where(eq(residentEvents.residentId, id))
        .orderBy(sql`${residentEvents.happenedOn} DESC`, sql`${residentEvents.seq} DESC`)
        .limit(MOST),
      db
        .select({ looks: sql<number>`count(*)` })
        .from(accessLog)
        .where(sql`${accessLog.subjectId} = ${id} AND ${accessLog.subject} = ${SUBJECT}`),
    ],
    async ([[row], events, [looked]]) => {
      if (!row) return [];
      const sealed = await openResident(ctx.keys, row.resident);
      const kkNumber = await openValue(ctx.keys, FAMILY_NUMBER, row.numberSealed);
      const { register, history, looks } = HELD_WORDS.sections;
      const place = [
        { label: "Nomor KK", value: kkNumber },
        { label: "Wilayah", value: row.area },
        { label: "Status", value: labelOf("status", row.resident.status) },
      ].flatMap(({ label, value }) => (value ? [{ label, value }] : []));
      return [
        { ...register, facts: [...factsOf(row.resident, sealed), ...place] },
        {
          ...history,
          facts: events.map(({ kind, happenedOn, note }) => ({
            label: formatDate(happenedOn),
            value: note ? `${EVENT_NAMES[kind]}: ${note}` : EVENT_NAMES[kind],
          })),
        },
        { ...looks, facts: [{ label: HELD_WORDS.opened, value: `${looked?.looks ?? 0} kali` }] },
      ];
    },
  );
}

function factsOf(resident: typeof residents.$inferSelect, sealed: SealedValues) {
  const heldIn = (field: ResidentField) => ({ ...resident, ...sealed })[field.key];
  return RESIDENT_FIELDS.flatMap((field) => {
    const value = shownValue(field, heldIn(field), labelOf);
    return value ? [{ label: field.label, value }] : [];
  });
}
