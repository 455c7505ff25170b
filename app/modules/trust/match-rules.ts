/** What stands before or behind a name and is no part of it; dots are gone by then. */
const TITLES = new Set(
  (
    "h hj hi kh tgh tgk ust ustadz drs dra ir dr drg prof apt ns bapak bpk ibu sdr sdri " +
    "sh shi se sei sos ssos sip sap sag spd spdi ssi st stp sp spt skm skep skom sikom sstp spsi spn " +
    "amd amk amdkep ama ba bsc lc ma mh mhum mm mpd mpdi msi map mag mt mkom mip mkn msc phd"
  ).split(" "),
);

/** One spelling for the name that is written in most ways. */
const MUHAMMAD = /^(muh|moh|moch|mohd|muhd|muhammad|mohammad|mohamad|muhamad|mochamad|mochammad|mohamed)$/;

/** Words around a decree's number that are no part of it. */
const DECREE_WORDS = new Set(
  "sk skep surat keputusan bupati walikota wali kota kepala desa tahun thn".split(" "),
);

/**
 * A name as matches compare it: without titles and degrees, case, accents, marks and blanks, so that
 * `Drs. H. Moh. Nur'aini, S.Pd., M.Si.` and `MUHAMMAD NURAINI` are one.
 */
export function nameKey(name: string): string {
  const [own = "", ...degrees] = plain(name).split(",");
  const words = own.split(" ").filter(Boolean);
  const kept = words.filter((word, at) => !isTitle(word, at === 0 || at === words.length - 1));
  // A name that is all title (`Ir`, `Ma`) is a name after all.
  const parts = kept.length > 0 ? kept : [...words, ...degrees.join(" ").split(" ").filter(Boolean)];
  return parts
    .map((word) => word.replace(/[^a-z0-9]/g, ""))
    .map((word) => (MUHAMMAD.test(word) ? "muhammad" : word))
    .join("");
}

/** `H.` and `S.Pd` are titles wherever they stand; without a dot only at either end, where `Ma` may be one. */
function isTitle(word: string, isAtEnd: boolean): boolean {
  return (word.includes(".") || isAtEnd) && TITLES.has(word.replace(/[^a-z]/g, ""));
}

/**
 * The number of a decree as matches compare it: `SK Bupati Nomor 141 / 012 - Pem Tahun 2024` and `141/12/PEM/2024` are one.
 * @returns an empty text where there is no digit: nothing matches that
 */
export function decreeKey(decree: string): string {
  const text = plain(decree)
    .replace(/^.*\b(nomor|no)\b[.:]?/, " ")
    .replace(/\b(tanggal|tgl)\b.*$/, " ");
  const parts = text.split(/[^a-z0-9]+/).filter((part) => part !== "" && !DECREE_WORDS.has(part));
  if (!parts.some((part) => /\d/.test(part))) return "";
  return parts.map((part) => part.replace(/^0+(?=\d)/, "")).join("/");
}

function plain(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’‘`ʼ]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** What of an official a match compares. */
export interface OfficialKeys {
  nameKey: string;
  decreeKey: string;
  phoneIndex: string;
}

/** Is somebody who asks among the officials of his village? All three must agree; how many do is told to nobody. */
export function isListed(
  listed: readonly OfficialKeys[],
  asked: Omit<OfficialKeys, "phoneIndex"> & { phoneIndexes: readonly string[] },
): boolean {
  if (asked.nameKey === "" || asked.decreeKey === "") return false;
  return listed.some(
    (each) =>
      each.nameKey === asked.nameKey &&
      each.decreeKey === asked.decreeKey &&
      asked.phoneIndexes.includes(each.phoneIndex),
  );
}
