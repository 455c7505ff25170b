import { sql } from "drizzle-orm";
import { STATUS } from "#app/modules/population/person-rules.ts";
import { maySee } from "#app/modules/population/visible-rules.ts";
import { isDescentShown } from "./descent-setting.server.ts";
import { BY_CARD, BY_NAME, IS_PERMANENT_HERE, type PersonOn, readPeople } from "./people-on.server.ts";
import type { ReadRegister, RegisterCtx, RegisterSlice } from "./register-table.ts";
import {
  addressText,
  ageText,
  bornText,
  dayText,
  fullName,
  labelIn,
  literacyText,
  sexMark,
  textIn,
} from "./resident-cells.ts";

/** B.1: permanent residents on a day, by name. */
export const readMainBook: ReadRegister = async (ctx, { to }, place) => {
  const part = await readPeople(ctx, { day: to, condition: IS_PERMANENT_HERE, order: BY_NAME }, place);
  return sliceOf(part, (person, number) => [
    number,
    fullName(person),
    sexMark(person.values.sex),
    labelIn(person, "maritalStatus"),
    textIn(person, "birthPlace"),
    dayText(textIn(person, "birthDate")),
    labelIn(person, "religion"),
    labelIn(person, "education"),
    labelIn(person, "occupation"),
    literacyText(person),
    labelIn(person, "citizenship"),
    addressText(person),
    labelIn(person, "familyRole"),
    person.nik ?? "",
    person.kkNumber ?? "",
    textIn(person, "note"),
  ]);
};

/** B.5: permanent residents on a day, card by card. */
export const readCardBook: ReadRegister = async (ctx, { to }, place) => {
  const part = await readPeople(
    ctx,
    { day: to, condition: IS_PERMANENT_HERE, order: BY_CARD, needsHistory: true },
    place,
  );
  return sliceOf(part, (person, number) => [
    number,
    person.kkNumber ?? "",
    textIn(person, "name"),
    person.nik ?? "",
    sexMark(person.values.sex),
    bornText(person),
    labelIn(person, "bloodType"),
    labelIn(person, "religion"),
    labelIn(person, "education"),
    labelIn(person, "occupation"),
    addressText(person),
    labelIn(person, "maritalStatus"),
    issuedText(ctx, person),
    labelIn(person, "familyRole"),
    labelIn(person, "citizenship"),
    textIn(person, "fatherName"),
    textIn(person, "motherName"),
    dayText(person.startedOn),
    textIn(person, "note"),
  ]);
};

/** Cards are given out by the kabupaten. */
function issuedText({ profile }: RegisterCtx, { kkIssuedOn }: PersonOn): string {
  return kkIssuedOn ? `${profile.regencyName}, ${dayText(kkIssuedOn)}` : "";
}

/** B.4: who stayed for a while on a day, and who had left by then in its year. */
export const readTemporaryBook: ReadRegister = async (ctx, { from, to }, place) => {
  const leftInYear = sql`(stood.status IN (${STATUS.moved}, ${STATUS.left}, ${STATUS.dead}, ${STATUS.missing})
    AND EXISTS (SELECT 1 FROM resident_events e WHERE e.resident_id = residents.id AND e.cancelled_at IS NULL
      AND e.is_present = 0 AND e.kind <> 'correction' AND e.happened_on BETWEEN ${from} AND ${to}))`;
  const condition = sql`stood.is_temporary = 1 AND (stood.status = ${STATUS.here} OR ${leftInYear})`;
  const [showsDescent, part] = await Promise.all([
    isDescentShown(ctx.db),
    readPeople(ctx, { day: to, condition, order: BY_NAME, needsHistory: true }, place),
  ]);
  return sliceOf(part, (person, number) => temporaryCells(ctx, person, number, { to, showsDescent }));
};

function temporaryCells(
  ctx: RegisterCtx,
  person: PersonOn,
  number: string,
  { to, showsDescent }: { to: string; showsDescent: boolean },
): string[] {
  const isHere = person.status === STATUS.here;
  const mark = sexMark(person.values.sex);
  const seesDescent = showsDescent && maySee(ctx.sees, "ethnicity", person.isChild);
  return [
    number,
    fullName(person),
    mark === "L" ? "L" : "",
    mark === "P" ? "P" : "",
    person.nik ?? "",
    [bornText(person), ageText(person, to)].filter(Boolean).join(", "),
    labelIn(person, "occupation"),
    labelIn(person, "citizenship"),
    seesDescent ? textIn(person, "ethnicity") : "",
    textIn(person, "origin"),
    textIn(person, "purpose"),
    textIn(person, "host"),
    dayText(person.startedOn ?? (isHere ? person.statusSince : null)),
    isHere ? "" : dayText(person.statusSince),
    textIn(person, "note"),
  ];
}

type Part = Awaited<ReturnType<typeof readPeople>>;

function sliceOf(
  { people, next, before, total }: Part,
  cellsOf: (person: PersonOn, number: string) => string[],
): RegisterSlice {
  const rows = people.map((person, at) => ({
    id: person.id,
    cells: cellsOf(person, String(before + at + 1)),
  }));
  return { rows, next, before, total };
}
