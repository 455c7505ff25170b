import { type CodeListKey, labelOf } from "#app/modules/population/code-lists.ts";
import type { Statistics } from "./load-statistics.server.ts";
import {
  AGE_GROUPS,
  ageGroupName,
  type ClassCount,
  classesOf,
  type Dimension,
  VULNERABLE,
  type Vulnerable,
} from "./statistics-rules.ts";
import { suppressSmall } from "./suppress-rules.ts";
import { STATISTICS_WORDS as WORDS } from "./words.ts";

/** A named class with its people. */
export interface NamedClass {
  name: string;
  men: number;
  women: number;
}

/** One chart: the classes of a dimension in their order. */
export interface StatisticsPart {
  key: Dimension;
  title: string;
  classes: NamedClass[];
}

const CODED = ["religion", "education", "occupation", "maritalStatus", "disability"] as const;

/** The charts of a day, without dimensions that nobody is known in. */
export function statisticsParts(statistics: Statistics, hamletTerm: string): StatisticsPart[] {
  const parts = (
    [
      "age",
      "sex",
      "hamlet",
      "religion",
      "education",
      "occupation",
      "maritalStatus",
      "disability",
      "vulnerable",
    ] as const
  ).map((key) => ({ key, title: WORDS.names[key], classes: classesIn(statistics, key, hamletTerm) }));
  return parts.filter(({ classes }) => classes.length > 0);
}

function classesIn({ counts, hamlets }: Statistics, key: Dimension, hamletTerm: string): NamedClass[] {
  const classes = classesOf(counts, key);
  if (key === "age") return ordered(classes, AGE_GROUPS, ageGroupName);
  if (key === "vulnerable")
    return ordered(
      classes,
      VULNERABLE.filter((group) => classes.some(({ code }) => code === group)),
      (group) => WORDS.vulnerable[group as Vulnerable],
    );
  if (key === "hamlet")
    return ordered(
      classes,
      hamlets.map(({ id }) => id),
      (id) => `${hamletTerm} ${hamlets.find((each) => each.id === id)?.name}`,
      WORDS.noHamlet,
    );
  if (key === "sex") return ordered(classes, [1, 2], (code) => labelOf("sex", code) ?? String(code));
  return byCode(classes, key as (typeof CODED)[number]);
}

/** Classes in a given order, the unknown last. */
function ordered<Code extends string | number>(
  classes: readonly ClassCount[],
  codes: readonly Code[],
  nameOf: (code: Code) => string,
  unknown: string = WORDS.unknown,
): NamedClass[] {
  if (classes.length === 0) return [];
  const known = codes.map((code) => {
    const found = classes.find((each) => each.code === code);
    return { name: nameOf(code), men: found?.men ?? 0, women: found?.women ?? 0 };
  });
  const rest = classes.filter(({ code }) => !(codes as readonly unknown[]).includes(code));
  if (rest.length === 0) return known;
  const sum = (sex: "men" | "women") => rest.reduce((total, each) => total + each[sex], 0);
  return [...known, { name: unknown, men: sum("men"), women: sum("women") }];
}

/** Occupations by how many have them, all else in the order of its list; the unknown last. */
function byCode(classes: readonly ClassCount[], key: CodeListKey): NamedClass[] {
  const sizeOf = ({ men, women }: ClassCount) => men + women;
  const known = classes.filter(({ code }) => code !== null);
  const sorted = known.toSorted((a, b) =>
    key === "occupation" ? sizeOf(b) - sizeOf(a) : Number(a.code) - Number(b.code),
  );
  return ordered(
    classes,
    sorted.map(({ code }) => Number(code)),
    (code) => labelOf(key, code) ?? String(code),
  );
}

/** Family cards by their dusun. */
export function familyRows({ families, hamlets }: Statistics, hamletTerm: string) {
  const countOf = (id: string | null) =>
    families.filter(({ hamletId }) => hamletId === id).reduce((sum, each) => sum + each.families, 0);
  const rows = hamlets.map(({ id, name }) => ({ name: `${hamletTerm} ${name}`, families: countOf(id) }));
  const none = countOf(null);
  return none > 0 ? [...rows, { name: WORDS.noHamlet, families: none }] : rows;
}

/** One chart as anybody may see it: people of a class together, small counts kept back. */
export interface PublicPart {
  key: string;
  title: string;
  rows: { name: string; people: number | null }[];
}

/**
 * What the public may see, attribute by attribute: no attribute by another, none that overlaps with a shown one (children
 * and elders are sums of age groups), and nothing on disability. Null where there are so few people that a total tells.
 */
export function publicParts(
  statistics: Statistics,
  hamletTerm: string,
): { total: number; parts: PublicPart[] } | null {
  const shown = statisticsParts(statistics, hamletTerm).filter(
    ({ key }) => key !== "disability" && key !== "vulnerable",
  );
  const people = shown.map(({ key, title, classes }) =>
    publicPart(
      key,
      title,
      classes.map(({ name, men, women }) => ({ name, count: men + women })),
    ),
  );
  const families = publicPart(
    "families",
    WORDS.names.families,
    familyRows(statistics, hamletTerm).map(({ name, families: count }) => ({ name, count })),
  );
  const [first] = people;
  if (!first || people.some(({ total }) => total === null)) return null;
  const parts = families.total === null ? people : [...people, families];
  return { total: first.total ?? 0, parts: parts.map(({ total: _total, ...part }) => part) };
}

/** Occupations stand in the order of their size: among them the place of one that is kept back would tell it. */
function keptBackLast(rows: readonly PublicPart["rows"][number][]): PublicPart["rows"] {
  const kept = rows.filter(({ people }) => people === null);
  const shown = rows.filter(({ people }) => people !== null);
  return [...shown, ...kept.toSorted((one, other) => one.name.localeCompare(other.name, "id"))];
}

function publicPart(key: string, title: string, classes: readonly { name: string; count: number }[]) {
  const { cells, total } = suppressSmall(classes.map(({ count }) => count));
  const rows = classes.map(({ name }, at) => ({ name, people: cells[at] ?? null }));
  return { key, title, total, rows: key === "occupation" ? keptBackLast(rows) : rows };
}
