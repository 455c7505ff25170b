import { type AreaKind, type AreaPart, type AreaPath, isBelow } from "./area-rules.ts";
import { AREA_LINE_WORDS } from "./words.ts";

/** More areas than this at once are a mistake; the largest villages have some 300 RT. */
export const MAX_PATHS = 1000;
export const MAX_HAMLET_LETTERS = 60;
const MAX_RANGE = 99;

export interface ParsedAreas {
  /** Each area that the lines name, with what lies above it. */
  paths: AreaPath[];
  /** One sentence for each line that can't be read, with its number. */
  problems: string[];
}

/**
 * Reads areas as people list them, one dusun a line: `Dusun Montong: RT 01, RT 02`, `Montong / RW 01: RT 01-04`,
 * `RW 02: 01, 02`. Never throws.
 * @param hamletTerm the village's word for dusun, which a line may begin with
 */
export function parseAreaLines(text: string, hamletTerm = "Dusun"): ParsedAreas {
  const paths: AreaPath[] = [];
  const problems: string[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === "") return;
    try {
      paths.push(...parseLine(line, [hamletTerm, "Dusun"]));
    } catch (error) {
      if (!(error instanceof UnreadableLine)) throw error;
      problems.push(AREA_LINE_WORDS.line(index + 1, error.message));
    }
  });
  if (paths.length > MAX_PATHS) return { paths: [], problems: [AREA_LINE_WORDS.tooMany(MAX_PATHS)] };
  return { paths, problems };
}

class UnreadableLine extends Error {}

function parseLine(line: string, terms: string[]): AreaPath[] {
  const [head = "", list, ...more] = line.split(":");
  if (more.length > 0) throw new UnreadableLine(AREA_LINE_WORDS.twoColons);
  const heads = parsePath(head, terms);
  const below = parseList(list ?? "", terms);
  const all = below.length === 0 ? heads : combine(heads, below);
  for (const path of all) requireDescent(path);
  return all;
}

function parseList(list: string, terms: string[]): AreaPath[] {
  let sibling: AreaKind = "rt";
  return list
    .split(/[,;]/)
    .filter((item) => item.trim() !== "")
    .flatMap((item) => {
      const bare = /^\d+[a-z]?$/i.test(item.trim());
      const paths = parsePath(bare ? `${sibling} ${item.trim()}` : item, terms);
      sibling = paths[0]?.at(-1)?.kind ?? sibling;
      return paths;
    });
}

/** `Montong / RW 01` is one path; a range of numbers makes several. */
function parsePath(text: string, terms: string[]): AreaPath[] {
  return text
    .split("/")
    .map((part) => parsePart(part, terms).map((one) => [one]))
    .reduce(combine);
}

function combine(above: AreaPath[], below: AreaPath[]): AreaPath[] {
  if (above.length * below.length > MAX_PATHS) throw new UnreadableLine(AREA_LINE_WORDS.tooManyInLine);
  return above.flatMap((first) => below.map((then) => [...first, ...then]));
}

function parsePart(text: string, terms: string[]): AreaPart[] {
  const part = text.trim().replace(/\s+/g, " ");
  const numbered = /^(rt|rw)(?![a-z])[ .]*(.*)$/i.exec(part);
  if (numbered) return parseNumbers(numbered[1]?.toLowerCase() as AreaKind, numbered[2] ?? "");
  return [{ kind: "dusun", name: hamletName(part, terms) }];
}

function parseNumbers(kind: AreaKind, text: string): AreaPart[] {
  const word = kind.toUpperCase();
  if (/^\d{1,3}[a-z]?$/i.test(text)) return [{ kind, name: text.toUpperCase().padStart(2, "0") }];
  const range = /^(\d{1,3}) ?(?:-|–|s\.? ?d\.?|sampai) ?(?:(?:rt|rw)[ .]*)?(\d{1,3})$/i.exec(text);
  if (!range) throw new UnreadableLine(AREA_LINE_WORDS.badNumber(word, text));
  const [from, to] = [Number(range[1]), Number(range[2])];
  if (to < from || to - from >= MAX_RANGE) throw new UnreadableLine(AREA_LINE_WORDS.badRange(word, text));
  const width = Math.max(2, range[1]?.length ?? 2);
  return Array.from({ length: to - from + 1 }, (_, at) => ({
    kind,
    name: String(from + at).padStart(width, "0"),
  }));
}

function hamletName(part: string, terms: string[]): string {
  const lower = part.toLowerCase();
  const term = terms.find(
    (each) => lower === each.toLowerCase() || lower.startsWith(`${each.toLowerCase()} `),
  );
  const name = part.slice(term?.length ?? 0).trim();
  if (name === "") throw new UnreadableLine(AREA_LINE_WORDS.noName);
  if (!/\p{L}/u.test(name) || /\p{C}/u.test(name)) throw new UnreadableLine(AREA_LINE_WORDS.badName(name));
  if (name.length > MAX_HAMLET_LETTERS)
    throw new UnreadableLine(AREA_LINE_WORDS.longName(MAX_HAMLET_LETTERS));
  return name;
}

function requireDescent(path: AreaPath): void {
  path.forEach((part, at) => {
    const above = path[at - 1];
    if (above && !isBelow(part.kind, above.kind)) throw new UnreadableLine(AREA_LINE_WORDS.wrongOrder);
  });
}
