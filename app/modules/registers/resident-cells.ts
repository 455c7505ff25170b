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

/** Of what is being attended: `Tidak dapat membaca dan menulis huruf Latin/Arab`; SLTP up to S-3. */
const READS_NOTHING = 17;
const ATTENDS_FROM = 6;
const ATTENDS_TO = 13;
/** Of what was completed: SD and above. */
const COMPLETED_FROM = 3;

/**
 * What somebody reads, as far as education tells (Permendagri 47/2016, B.1): Latin letters whoever completed SD or attends
 * more, nothing whom OpenSID's own code says it of. Of all others, and of other scripts, no list of the state tells; empty.
 */
export function literacyText({ values }: Pick<PersonOn, "values">): string {
  const [attended, completed] = [Number(values.schooling ?? 0), Number(values.education ?? 0)];
  if (attended === READS_NOTHING) return "Tidak";
  const isPupil = attended >= ATTENDS_FROM && attended <= ATTENDS_TO;
  return completed >= COMPLETED_FROM || isPupil ? "Latin" : "";
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
