import { and, asc, inArray, type SQL, sql } from "drizzle-orm";
import { foldSteps, type Values } from "#app/modules/population/event-rules.ts";
import { maskNumber } from "#app/modules/population/nik-rules.ts";
import { isMinor, STATUS } from "#app/modules/population/person-rules.ts";
import { factOf } from "#app/modules/population/refold-person.server.ts";
import { openResident } from "#app/modules/population/resident-values.server.ts";
import { residentsOn, touchedSince } from "#app/modules/population/residents-on.server.ts";
import { EVENT_SEALED, FAMILY_NUMBER } from "#app/modules/population/sealed-fields.ts";
import { maySee } from "#app/modules/population/visible-rules.ts";
import { type Day, dayIn } from "#app/platform/clock.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import { families, residentEvents, residents } from "#db/village/schema/population.ts";
import { areas } from "#db/village/schema/village.ts";
import type { Place, RegisterCtx } from "./register-table.ts";

/** A resident as he stood at the end of a day. Numbers are masked for who may not see them. */
export interface PersonOn {
  id: string;
  values: Values;
  status: number;
  /** Day of the event that made the status. */
  statusSince: Day;
  /** Day of the first event by which he came; null where the register began with him. */
  startedOn: Day | null;
  nik: string | null;
  kkNumber: string | null;
  kkIssuedOn: Day | null;
  /** His own, or that of his card. */
  address: string | null;
  /** `RT 02, RW 01, Dusun Montong` */
  areaText: string | null;
  isChild: boolean;
}

/** Whom a register lists, and in what order. `stood` is `residentsOn(day)`, joined with `residents`. */
export interface PeopleScope {
  day: Day;
  condition: SQL;
  /** Columns of the order, the last of them one of a kind. */
  order: readonly SQL[];
  /** Are the days wanted on which they came, also of those to whom nothing happened since? */
  needsHistory?: boolean;
}

const residentId = sql`residents.id`;
export const BY_NAME: readonly SQL[] = [sql`residents.name_key`, residentId];
/** Card by card, the head first. */
export const BY_CARD: readonly SQL[] = [
  sql`coalesce(stood.family_id, '~')`,
  sql`coalesce(stood.family_role, 99)`,
  sql`residents.name_key`,
  residentId,
];

const RESIDENT_COLUMNS = {
  resident: residents,
  numberSealed: sql<string | null>`card.number_sealed`,
  issuedOn: sql<string | null>`card.issued_on`,
  cardAddress: sql<string | null>`card.address`,
  cardAreaId: sql<string | null>`card.area_id`,
};

/** One part of those whom a register lists, as they stood; two round trips, one for today. */
export async function readPeople(ctx: RegisterCtx, scope: PeopleScope, { after, limit }: Place) {
  const { day, condition, order } = scope;
  const key = sql`(${sql.join([...order], sql`, `)})`;
  const stood = sql`${residentsOn(day)} stood`;
  const at = sql`(SELECT ${sql.join([...order], sql`, `)} FROM residents
    JOIN ${stood} ON stood.resident_id = residents.id WHERE residents.id = ${after})`;
  const [rows, [count], places] = await ctx.db.batch([
    ctx.db
      .select(RESIDENT_COLUMNS)
      .from(residents)
      .innerJoin(stood, sql`stood.resident_id = residents.id`)
      .leftJoin(sql`${families} card`, sql`card.id = stood.family_id`)
      .where(and(condition, after ? sql`${key} > ${at}` : undefined))
      .orderBy(...order.map((column) => asc(column)))
      .limit(limit + 1),
    ctx.db.all<{ total: number; before: number }>(sql`SELECT count(*) AS total,
        ${after ? sql`coalesce(sum(${key} <= ${at}), 0)` : sql`0`} AS before
      FROM residents JOIN ${stood} ON stood.resident_id = residents.id WHERE ${condition}`),
    ctx.db.select().from(areas),
  ]);
  const shown = rows.slice(0, limit);
  const histories = await readHistories(ctx, shown, scope);
  const areaText = areaNames(places, ctx.profile.hamletTerm);
  const people = await Promise.all(
    shown.map((row) => personOn(ctx, row, histories.get(row.resident.id), day, areaText)),
  );
  return {
    people,
    next: rows.length > limit ? (shown.at(-1)?.resident.id ?? null) : null,
    before: Number(count?.before ?? 0),
    total: Number(count?.total ?? 0),
  };
}

type Row = {
  resident: typeof residents.$inferSelect;
  numberSealed: string | null;
  issuedOn: string | null;
  cardAddress: string | null;
  cardAreaId: string | null;
};
type EventRow = typeof residentEvents.$inferSelect;

/** Events of those who stand otherwise today than on the day, and where wanted of all. */
async function readHistories(
  ctx: RegisterCtx,
  rows: readonly Row[],
  { day, needsHistory }: PeopleScope,
): Promise<Map<string, EventRow[]>> {
  const found = new Map<string, EventRow[]>();
  if (rows.length === 0 || (!needsHistory && day >= dayIn(ctx.tenant.timeZone, ctx.now))) return found;
  const ids = JSON.stringify(rows.map(({ resident }) => resident.id));
  const events = await ctx.db
    .select()
    .from(residentEvents)
    .where(
      and(
        inArray(residentEvents.residentId, sql`(SELECT value FROM json_each(${ids}))`),
        needsHistory ? undefined : inArray(residentEvents.residentId, touchedSince(day, true)),
      ),
    );
  for (const event of events) found.set(event.residentId, [...(found.get(event.residentId) ?? []), event]);
  return found;
}

async function personOn(
  ctx: RegisterCtx,
  { resident, numberSealed, issuedOn, cardAddress, cardAreaId }: Row,
  events: readonly EventRow[] | undefined,
  day: Day,
  areaText: (id: unknown) => string | null,
): Promise<PersonOn> {
  const folded = events && (await foldedOn(ctx, events, day));
  const { nik } = folded
    ? { nik: textOf(folded.values.nik) }
    : await openResident(ctx.keys, resident, ["nik"]);
  const values: Values = folded ? { citizenship: CITIZEN, ...folded.values } : plainValues(resident);
  const isChild = isMinor(resident.birthDate, dayIn(ctx.tenant.timeZone, ctx.now));
  const shown = (number: string | null) =>
    maySee(ctx.sees, "identity", isChild) ? number : maskNumber(number);
  return {
    id: resident.id,
    values,
    status: folded?.status ?? resident.status,
    statusSince: folded?.statusSince ?? resident.statusSince,
    startedOn: folded?.startedOn ?? null,
    nik: shown(nik),
    kkNumber: shown(await openValue(ctx.keys, FAMILY_NUMBER, numberSealed)),
    kkIssuedOn: issuedOn,
    address: textOf(values.address) ?? cardAddress,
    areaText: areaText(values.areaId ?? values.hamletId ?? cardAreaId),
    isChild,
  };
}

/** What somebody's events come to on a day, and when he first came. */
async function foldedOn(ctx: RegisterCtx, events: readonly EventRow[], day: Day) {
  const facts = await Promise.all(
    events.map(async (event) => {
      const text = await openValue(ctx.keys, EVENT_SEALED, event.sealed);
      return factOf(event, text ? JSON.parse(text) : {});
    }),
  );
  const steps = foldSteps(facts).filter(({ fact }) => fact.happenedOn <= day);
  const state = steps.at(-1)?.after;
  const first = steps[0]?.fact;
  const startedOn = first && first.kind !== "opening" ? first.happenedOn : null;
  return state ? { ...state, startedOn } : null;
}

function plainValues(resident: Row["resident"]): Values {
  const entries = Object.entries(resident).filter(
    ([key, value]) => !key.endsWith("Sealed") && (typeof value !== "object" || value === null),
  );
  return Object.fromEntries(entries) as Values;
}

function textOf(value: Values[string] | undefined): string | null {
  return value === undefined || value === null ? null : String(value);
}

type AreaRow = typeof areas.$inferSelect;

/** Names an area with those above it, from the smallest. */
function areaNames(rows: readonly AreaRow[], hamletTerm: string): (id: unknown) => string | null {
  const known = new Map(rows.map((row) => [row.id, row]));
  return (id) => {
    const words: string[] = [];
    let at = known.get(String(id));
    for (let steps = 0; at && steps < 3; steps++) {
      words.push(`${at.kind === "dusun" ? hamletTerm : at.kind.toUpperCase()} ${at.name}`);
      at = known.get(at.parentId ?? "");
    }
    return words.length > 0 ? words.join(", ") : null;
  };
}

/** Whose nationality no event tells. */
const CITIZEN = 1;

/** Those who live here for good. */
export const IS_PERMANENT_HERE = sql`stood.status = ${STATUS.here} AND stood.is_temporary = 0`;
