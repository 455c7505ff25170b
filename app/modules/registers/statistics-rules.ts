/** What residents are counted by. */
export const DIMENSIONS = [
  "age",
  "sex",
  "religion",
  "education",
  "occupation",
  "maritalStatus",
  "disability",
  "hamlet",
  "vulnerable",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** One figure: people of a sex in a class of a dimension. */
export interface CountRow {
  dimension: Dimension;
  /** Code of the class; null: not known. */
  code: string | number | null;
  sex: number;
  people: number;
}

/** A resident as far as statistics need him. */
export interface CountedPerson {
  sex: number;
  age: number | null;
  religion: number | null;
  education: number | null;
  occupation: number | null;
  maritalStatus: number | null;
  disability: number | null;
  hamletId: string | null;
  familyRole: number | null;
}

/** Ages go in groups of five years up to this, which has no end. */
export const OLDEST_GROUP = 75;
const GROUP_YEARS = 5;
const HEAD = 1;
const WOMAN = 2;
/** Code of `no disability`. */
export const NOT_DISABLED = 7;

/** First year of the group of an age. */
export function ageGroup(age: number): number {
  return Math.min(OLDEST_GROUP, Math.floor(age / GROUP_YEARS) * GROUP_YEARS);
}

/** `0-4`, `75 ke atas`. */
export function ageGroupName(first: number): string {
  return first >= OLDEST_GROUP ? `${first} ke atas` : `${first}–${first + GROUP_YEARS - 1}`;
}

/** Every group of ages from the youngest. */
export const AGE_GROUPS = Array.from({ length: OLDEST_GROUP / GROUP_YEARS + 1 }, (_, at) => at * GROUP_YEARS);

/** Groups that programmes look after; somebody may be in several. */
export const VULNERABLE = ["balita", "lansia", "kepala-perempuan", "disabilitas"] as const;
export type Vulnerable = (typeof VULNERABLE)[number];

/** The vulnerable groups that somebody is in: under 5, from 60 (UU 13/1998), a woman who heads a family, disabled. */
export function vulnerableGroups(person: CountedPerson): Vulnerable[] {
  const { age, sex, familyRole } = person;
  const isIn: Record<Vulnerable, boolean> = {
    balita: age !== null && age < 5,
    lansia: age !== null && age >= 60,
    "kepala-perempuan": sex === WOMAN && familyRole === HEAD,
    disabilitas: isDisabled(person),
  };
  return VULNERABLE.filter((group) => isIn[group]);
}

function isDisabled({ disability }: Pick<CountedPerson, "disability">): boolean {
  return disability !== null && disability !== NOT_DISABLED;
}

/** The figures of one person: what statements count for many. */
export function countsOf(person: CountedPerson): Omit<CountRow, "people">[] {
  const { sex } = person;
  const row = (dimension: Dimension, code: CountRow["code"]) => ({ dimension, code, sex });
  return [
    row("age", person.age === null ? null : ageGroup(person.age)),
    row("sex", sex),
    row("religion", person.religion),
    row("education", person.education),
    row("occupation", person.occupation),
    row("maritalStatus", person.maritalStatus),
    ...(isDisabled(person) ? [row("disability", person.disability)] : []),
    row("hamlet", person.hamletId),
    ...vulnerableGroups(person).map((group) => row("vulnerable", group)),
  ];
}

/** Rows of one figure each, put together. */
export function sumCounts(rows: readonly CountRow[]): CountRow[] {
  const sums = new Map<string, CountRow>();
  for (const row of rows) {
    const key = JSON.stringify([row.dimension, row.code, row.sex]);
    const sum = sums.get(key);
    if (sum) sum.people += row.people;
    else sums.set(key, { ...row });
  }
  return [...sums.values()];
}

/** A class of a dimension with men and women. */
export interface ClassCount {
  code: CountRow["code"];
  men: number;
  women: number;
}

/** Classes of one dimension. */
export function classesOf(rows: readonly CountRow[], dimension: Dimension): ClassCount[] {
  const classes = new Map<CountRow["code"], ClassCount>();
  for (const row of rows) {
    if (row.dimension !== dimension) continue;
    const found = classes.get(row.code) ?? { code: row.code, men: 0, women: 0 };
    if (row.sex === WOMAN) found.women += row.people;
    else found.men += row.people;
    classes.set(row.code, found);
  }
  return [...classes.values()];
}
