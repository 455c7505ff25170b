import { type CodeListKey, labelOf } from "#app/modules/population/code-lists.ts";
import { ageOn } from "#app/modules/population/person-rules.ts";
import type { Day } from "#app/platform/clock.ts";
import { formatDateShort } from "#app/ui/format.ts";
import type { PersonOn } from "./people-on.server.ts";

const WOMAN = 2;

/** A text of a field; empty where it is not known. */
export function textIn({ values }: Pick<PersonOn, "values">, key: string): string {
  const value = values[key];
  return value === undefined || value === null ? "" : String(value);
}

/** What a coded field says; empty where it is not known. */
export function labelIn(person: Pick<PersonOn, "values">, key: CodeListKey): string {
  const code = person.values[key];
  return typeof code === "number" ? (labelOf(key, code) ?? "") : "";
}

export function dayText(day: Day | null | undefined): string {
  return day ? formatDateShort(day) : "";
}

export function sexMark(sex: unknown): string {
  return Number(sex) === WOMAN ? "P" : "L";
}

/** `Lalu Ahmad / Amat` */
export function fullName(person: Pick<PersonOn, "values">): string {
  return [textIn(person, "name"), textIn(person, "nickname")].filter(Boolean).join(" / ");
}

/** `Mataram, 12 Jun 1985` */
export function bornText(person: Pick<PersonOn, "values">): string {
  const day = textIn(person, "birthDate");
  return [textIn(person, "birthPlace"), day && formatDateShort(day)].filter(Boolean).join(", ");
}

/** Street and area. */
export function addressText({ address, areaText }: Pick<PersonOn, "address" | "areaText">): string {
  return [address, areaText].filter(Boolean).join(", ");
}

/** `41 tahun` */
export function ageText(person: Pick<PersonOn, "values">, day: Day): string {
  const age = ageOn(textIn(person, "birthDate") || null, day);
  return age === null ? "" : `${age} tahun`;
}
