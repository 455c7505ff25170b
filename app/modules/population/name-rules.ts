/** Longer names are searched by their first words. */
const MAX_WORDS = 8;

/**
 * A word in the one spelling in which names are compared: Soewandi, Suwandi and Suwwandi are one. Today's y and the old
 * spelling's j fall together, as do ch, kh and h: Jusuf and Yusuf, Achmad, Akhmad and Ahmad.
 */
export function canonicalWord(word: string): string {
  return undouble(
    undouble(foldLetters(word))
      .replace(/dj/g, "y")
      .replace(/tj/g, "c")
      .replace(/j/g, "y")
      .replace(/oe/g, "u")
      .replace(/[kc]+h/g, "h"),
  );
}

/** Lower case without marks over letters; letters and digits alone. */
function foldLetters(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

function undouble(text: string): string {
  return text.replace(/(.)\1+/gu, "$1");
}

/** The words of a name: an apostrophe binds (Nur'aini), all else parts. */
function wordsOf(text: string): string[] {
  return text
    .replace(/['’`ʼ]/g, "")
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => foldLetters(word) !== "")
    .slice(0, MAX_WORDS);
}

/**
 * What the search table holds of a person: each word as written and in the one spelling, and the name from each word on
 * without spaces, so that Nur Hayati is found as Nurhayati and the other way round.
 */
export function searchWords(name: string, nickname: string | null = null): string {
  const all = [name, nickname ?? ""].flatMap((text) => {
    const words = wordsOf(text);
    const joined = words.slice(0, -1).map((_, start) => canonicalWord(words.slice(start).join("")));
    return [...words.map(canonicalWord), ...words.map(foldLetters), ...joined];
  });
  return [...new Set(all)].filter((word) => word !== "").join(" ");
}

/**
 * What a person typed as a query of the search table: every word begins one of the name's, in whichever spelling.
 * @returns null where nothing is left to search by
 */
export function searchQuery(text: string): string | null {
  const words = wordsOf(text);
  if (words.length === 0) return null;
  const each = words.map((word) => either([canonicalWord(word), foldLetters(word)]));
  const joined = `"${canonicalWord(words.join(""))}"*`;
  return words.length === 1 ? (each[0] ?? null) : `(${each.join(" AND ")}) OR ${joined}`;
}

function either(spellings: string[]): string {
  const terms = [...new Set(spellings)].filter((word) => word !== "").map((word) => `"${word}"*`);
  return terms.length === 1 ? (terms[0] ?? "") : `(${terms.join(" OR ")})`;
}

/** The name by which lists are sorted: lower case, without marks, the dots of titles and double blanks. */
export function nameKeyOf(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[.,'’`]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
