import { describe, expect, it } from "vitest";
import { canonicalWord, nameKeyOf, searchQuery, searchWords } from "#app/modules/population/name-rules.ts";

/** What FTS5 does with a query of ours: every term is a word's beginning. */
function finds(typed: string, name: string, nickname: string | null = null): boolean {
  const words = searchWords(name, nickname).split(" ");
  const query = searchQuery(typed);
  if (query === null) return false;
  const code = query.replace(/"([^"]*)"\*/g, (_, term: string) =>
    String(words.some((word) => word.startsWith(term))),
  );
  return evaluate(code);
}

function evaluate(code: string): boolean {
  const inner = /\(([^()]*)\)/.exec(code);
  if (inner) return evaluate(code.replace(inner[0], String(evaluate(inner[1] ?? ""))));
  return code.split(" OR ").some((part) => part.split(" AND ").every((each) => each.trim() === "true"));
}

const NAMES = [
  "Suwandi",
  "Joko Susilo",
  "Cahyadi",
  "Nyoman Sunarya",
  "Syarifuddin",
  "Yusuf Khalid",
  "Nur Hayati",
];

/** The same sounds in the spelling of 1947 and before. */
function oldSpelling(name: string): string {
  return name
    .replace(/ny/gi, "nj")
    .replace(/sy/gi, "sj")
    .replace(/kh/gi, "ch")
    .replace(/c(?!h)/gi, "tj")
    .replace(/(?<![dtns])j/gi, "dj")
    .replace(/y/gi, "j")
    .replace(/u/gi, "oe");
}

describe("names are found", () => {
  it.each([
    ["soekarno", "Sukarno"],
    ["sukarno", "Soekarno"],
    ["Soe", "Sukarno"],
    ["So", "Soekarno"],
    ["djoko", "Joko Widodo"],
    ["joko wid", "Djoko Widodo"],
    ["tjahjadi", "Cahyadi"],
    ["njoman", "Nyoman Sunarya"],
    ["sjarif", "Syarif Hidayat"],
    ["chairul", "Khairul Anwar"],
    ["ahmad", "Achmad Subarjo"],
    ["jusuf", "Yusuf Kalla"],
    ["muhamad", "Muhammad Ali"],
    ["muhammad", "Muhamad Ali"],
    ["nurhayati", "Nur Hayati"],
    ["nur hayati", "Nurhayati"],
    ["siti nur hayati", "Siti Nurhayati"],
    ["nurhadi putra", "Lalu Nur Hadi Putra"],
    ["nuraini", "Nur'aini"],
    ["rene", "René Tanod"],
    ["putra ahmad", "Ahmad Putra"],
  ])("%s finds %s", (typed, name) => expect(finds(typed, name)).toBe(true));

  it("by a nickname", () => expect(finds("amaq dar", "Darwilis", "Amaq Dar")).toBe(true));

  it.each([
    ["budi", "Ahmad"],
    ["ahmad budi", "Ahmad Putra"],
    ["hayati", "Nurhayati"],
    ["", "Ahmad"],
    ["*\"' OR", "Ahmad"],
  ])("but %s does not find %s", (typed, name) => expect(finds(typed, name)).toBe(false));

  it("in the old spelling of every name, and the other way round", () => {
    for (const name of NAMES) {
      expect([name, finds(oldSpelling(name), name)]).toEqual([name, true]);
      expect([name, finds(name, oldSpelling(name))]).toEqual([name, true]);
    }
  });

  it("by each of their words' beginnings, whatever the letters, and no text breaks a query", () => {
    for (let run = 0; run < 100; run++) {
      const name = randomName(run);
      const typed = name.split(" ").map((word) => word.slice(0, 1 + (run % 5)));
      expect([name, finds(name, name)]).toEqual([name, true]);
      expect([name, typed.join(" "), finds(typed.join(" "), name)]).toEqual([name, typed.join(" "), true]);
      expect(searchQuery(`${name}"*() AND -`)).toMatch(/^[\p{L}\p{N}"*() ]+$/u);
    }
  });

  it("in a spelling that stays what it is", () => {
    for (let run = 0; run < 100; run++)
      for (const word of randomName(run).split(" "))
        expect(canonicalWord(canonicalWord(word))).toBe(canonicalWord(word));
  });
});

describe("names are sorted", () => {
  it("without marks, dots and double blanks", () => {
    expect(nameKeyOf("  H. Muh.  SALIM, S.Pd ")).toBe("h muh salim spd");
    expect(nameKeyOf("René")).toBe("rene");
  });
});

function randomName(run: number): string {
  const letters = "abcdehijknorstuydjtjoechéuu";
  let state = run * 7919 + 17;
  const next = (below: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const word = () => Array.from({ length: 2 + next(8) }, () => letters[next(letters.length)]).join("");
  return Array.from({ length: 1 + next(4) }, word).join(" ");
}
