import { asc, eq } from "drizzle-orm";
import { positionTitle } from "#app/modules/accounts/words.ts";
import { labelOf } from "#app/modules/population/code-lists.ts";
import { maskNumber } from "#app/modules/population/nik-rules.ts";
import type { Day } from "#app/platform/clock.ts";
import { openValue } from "#app/platform/keys/sealed-field.ts";
import { formatDateShort } from "#app/ui/format.ts";
import { accounts, positionTerms } from "#db/village/schema/accounts.ts";
import { officialRecords } from "#db/village/schema/registers.ts";
import { areas } from "#db/village/schema/village.ts";
import {
  endsSoon,
  isInOffice,
  lawfulEnd,
  OFFICIAL_POSITIONS,
  type OfficeFacts,
  vacanciesOn,
} from "./office-term-rules.ts";
import { noteOf } from "./read-general.server.ts";
import type { Place, ReadRegister, RegisterCtx, RegisterRow, RegisterSlice } from "./register-table.ts";
import { dayText, sexMark } from "./resident-cells.ts";
import { OFFICIAL_NIP } from "./sealed-fields.ts";
import { sliceRows } from "./slice-rows.ts";
import { OFFICIAL_WORDS } from "./words.ts";

type RecordRow = typeof officialRecords.$inferSelect;

/** Somebody in A.4: a term of office in Balai, what the register says of it besides, or both. */
export interface OfficialLine extends OfficeFacts {
  recordId: string | null;
  termId: string | null;
  name: string;
  title: string;
  areaId: string | null;
  /** Number of the decree of appointment, as the term has it. */
  decree: string | null;
  record: RecordRow | null;
}

/** Who has held a post of the village's government by a day, in the order of appointment, and posts that nobody holds on it. */
export async function listOfficials(ctx: RegisterCtx, to: Day) {
  const [terms, records, places] = await ctx.db.batch([
    ctx.db
      .select({ term: positionTerms, name: accounts.name })
      .from(positionTerms)
      .innerJoin(accounts, eq(accounts.id, positionTerms.accountId)),
    ctx.db.select().from(officialRecords).orderBy(asc(officialRecords.appointedOn)),
    ctx.db.select().from(areas).where(eq(areas.kind, "dusun")).orderBy(asc(areas.name)),
  ]);
  const placeNames = new Map(places.map(({ id, name }) => [id, name]));
  const recordOf = new Map(records.map((record) => [record.termId, record]));
  const lines = [
    ...terms
      .filter(({ term }) => isOfficialPost(term.position))
      .map(({ term, name }) => termLine(ctx, term, name, recordOf.get(term.id) ?? null, placeNames)),
    ...records.filter(({ termId }) => termId === null).map((record) => recordLine(ctx, record, placeNames)),
  ]
    .filter(({ appointedOn }) => appointedOn <= to)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const present = lines.filter((line) => !line.record?.voidedAt && isInOffice(line, to));
  const hamlets = places.filter(({ retiredAt }) => retiredAt === null).map(({ id }) => id);
  const vacancies = vacanciesOn(present, hamlets).map(({ position, areaId }) =>
    titleOf(ctx, position, null, areaId ? (placeNames.get(areaId) ?? null) : null),
  );
  return { lines, vacancies, ending: present.filter((line) => endsSoon(line, to)) };
}

function isOfficialPost(position: string): boolean {
  return (OFFICIAL_POSITIONS as readonly string[]).includes(position);
}

function keyOf({ appointedOn, name, recordId, termId }: OfficialLine): string {
  return `${appointedOn} ${name} ${recordId ?? termId}`;
}

function titleOf(
  { profile }: RegisterCtx,
  position: string,
  status: "definitif" | "pj" | "plt" | "plh" | null,
  placeName: string | null,
): string {
  const title = positionTitle(position, status ?? undefined, profile);
  return placeName ? `${title} ${placeName}` : title;
}

function termLine(
  ctx: RegisterCtx,
  term: typeof positionTerms.$inferSelect,
  name: string,
  record: RecordRow | null,
  placeNames: ReadonlyMap<string, string>,
): OfficialLine {
  const { position, status, areaId } = term;
  return {
    recordId: record?.id ?? null,
    termId: term.id,
    name: record?.name ?? name,
    title: titleOf(ctx, position, status, areaId ? (placeNames.get(areaId) ?? null) : null),
    position,
    areaId,
    status,
    decree: term.decree,
    appointedOn: record?.appointedOn ?? term.startsOn,
    birthDate: record?.birthDate ?? null,
    endsOn: term.endsOn ?? record?.dismissedOn ?? null,
    record,
  };
}

function recordLine(
  ctx: RegisterCtx,
  record: RecordRow,
  placeNames: ReadonlyMap<string, string>,
): OfficialLine {
  const [position = "", areaId = null] = record.position.split(":");
  return {
    recordId: record.id,
    termId: null,
    name: record.name,
    title: titleOf(ctx, position, null, areaId ? (placeNames.get(areaId) ?? null) : null),
    position,
    areaId,
    status: null,
    decree: null,
    appointedOn: record.appointedOn,
    birthDate: record.birthDate,
    endsOn: record.dismissedOn,
    record,
  };
}

/** A.4 on a day: everybody who was appointed by then, and a line for each post that nobody holds. */
export const readOfficials: ReadRegister = async (ctx, { to }, place) =>
  sliceOfficials(ctx, await listOfficials(ctx, to), to, place);

/** A part of what `listOfficials` found. */
export async function sliceOfficials(
  ctx: RegisterCtx,
  { lines, vacancies }: Pick<Awaited<ReturnType<typeof listOfficials>>, "lines" | "vacancies">,
  to: Day,
  place: Place,
): Promise<RegisterSlice> {
  const rows = await Promise.all(lines.map((line) => officialRow(ctx, line, to)));
  const empty = vacancies.map((title, at): RegisterRow => {
    const cells = Array.from({ length: 12 }, () => "");
    cells[0] = OFFICIAL_WORDS.nobody;
    cells[7] = title;
    cells[11] = OFFICIAL_WORDS.vacant;
    return { id: `kosong-${at}`, cells };
  });
  return sliceRows([...rows, ...empty], place);
}

async function officialRow(ctx: RegisterCtx, line: OfficialLine, to: Day): Promise<RegisterRow> {
  const { record } = line;
  const nip = await openValue(ctx.keys, OFFICIAL_NIP, record?.nipSealed ?? null);
  const isOver = line.endsOn !== null && line.endsOn <= to;
  return {
    id: line.recordId ?? `masa-${line.termId}`,
    isVoid: Boolean(record?.voidedAt),
    cells: [
      line.name,
      record?.niap ?? "",
      (ctx.sees.has("data.identity") ? nip : maskNumber(nip)) ?? "",
      record ? sexMark(record.sex) : "",
      [record?.birthPlace, record?.birthDate && formatDateShort(record.birthDate)].filter(Boolean).join(", "),
      labelOf("religion", record?.religion) ?? "",
      record?.rank ?? "",
      line.title,
      labelOf("education", record?.education) ?? "",
      [record?.appointedNumber ?? line.decree, dayText(record?.appointedOn ?? line.appointedOn)]
        .filter(Boolean)
        .join(", "),
      isOver
        ? [record?.dismissedNumber, dayText(record?.dismissedOn ?? line.endsOn)].filter(Boolean).join(", ")
        : "",
      officialNote(line, to),
    ],
  };
}

function officialNote(line: OfficialLine, to: Day): string {
  const end = lawfulEnd(line);
  const isPresent = isInOffice(line, to);
  return [
    line.record && noteOf(line.record),
    isPresent && end && OFFICIAL_WORDS.until(formatDateShort(end), line.position === "kepala-desa"),
    !line.record && OFFICIAL_WORDS.incomplete,
  ]
    .filter(Boolean)
    .join("; ");
}
