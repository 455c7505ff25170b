import type { Day } from "#app/platform/clock.ts";

/** What residents' `status` says (status dasar); which events lead to it is in event-rules.ts. */
export const STATUS = { here: 1, dead: 2, moved: 3, missing: 4, left: 6, invalid: 9 } as const;

/** Head of a family card among the relations of its members (SHDK). */
export const HEAD_ROLE = 1;
const ADULT_YEARS = 18;

/** A person as papers name him: texts in the spelling for reading, null where unknown. */
export interface PersonOnPaper {
  id: string;
  name: string;
  nik: string | null;
  kkNumber: string | null;
  sex: 1 | 2;
  sexText: string;
  birthPlace: string | null;
  birthDate: Day | null;
  religionText: string | null;
  maritalText: string | null;
  occupationText: string | null;
  educationText: string | null;
  citizenshipText: string | null;
  bloodTypeText: string | null;
  /** In one line with RT, RW and dusun. */
  address: string | null;
  /** `RT 01, RW 02, Dusun Montong` */
  areaText: string | null;
  fatherName: string | null;
  motherName: string | null;
  familyRole: number | null;
  familyRoleText: string | null;
  status: number;
  statusSince: Day;
  familyId: string | null;
  kind: "permanent" | "temporary";
}

/** An area with those above it, as a query joins them. */
export interface AreaSteps {
  kind: string | null;
  name: string | null;
  aboveKind: string | null;
  aboveName: string | null;
  topKind: string | null;
  topName: string | null;
}

/** `RT 01, RW 02, Dusun Montong`; null without an area. */
export function areaTextOf(steps: AreaSteps, hamletTerm: string): string | null {
  const parts = [
    [steps.kind, steps.name],
    [steps.aboveKind, steps.aboveName],
    [steps.topKind, steps.topName],
  ].flatMap(([kind, name]) => {
    if (!kind || !name) return [];
    return [`${kind === "dusun" ? hamletTerm : kind.toUpperCase()} ${name}`];
  });
  return parts.length > 0 ? parts.join(", ") : null;
}

/** Each area -> the dusun that it is or lies in. */
export function hamletsOf(
  areas: readonly { id: string; kind: string; parentId: string | null }[],
): Map<string, string> {
  const known = new Map(areas.map((area) => [area.id, area]));
  const found = new Map<string, string>();
  for (const area of areas) {
    let at: (typeof areas)[number] | undefined = area;
    for (let steps = 0; at && at.kind !== "dusun" && steps < 3; steps++) at = known.get(at.parentId ?? "");
    if (at?.kind === "dusun") found.set(area.id, at.id);
  }
  return found;
}

/** Street and area in one line; null where neither is known. */
export function addressLine(address: string | null, areaText: string | null): string | null {
  return [address, areaText].filter(Boolean).join(", ") || null;
}

/** Whole years that somebody has lived by a day; null where his birth is unknown or later. */
export function ageOn(birthDate: Day | null, day: Day): number | null {
  if (!birthDate || birthDate > day) return null;
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Is he a child in the sense of the group of children's data (UU 35/2014: under 18)? */
export function isMinor(birthDate: Day | null, day: Day): boolean {
  const age = ageOn(birthDate, day);
  return age !== null && age < ADULT_YEARS;
}

/** The first day of birth with which somebody is at most so many years old on a day. */
export function bornAfter(years: number, day: Day): Day {
  return shiftYears(day, years + 1);
}

/** The last day of birth with which somebody is at least so many years old on a day. */
export function bornBy(years: number, day: Day): Day {
  return shiftYears(day, years);
}

// 29 February counts as 28 in years that have none; ages differ by no day that matters to a list.
function shiftYears(day: Day, years: number): Day {
  const moved = `${String(Number(day.slice(0, 4)) - years).padStart(4, "0")}${day.slice(4)}`;
  return moved.endsWith("02-29") && Number(moved.slice(0, 4)) % 4 !== 0 ? moved.replace("-29", "-28") : moved;
}
