/** Shortest password: long enough with the limits on tries, short enough to be kept in the head (NIST SP 800-63B). */
export const MIN_PASSWORD_LENGTH = 8;

/** Those that head every list of leaked passwords in Indonesia, reduced as `comparable` reduces them. */
const COMMON: ReadonlySet<string> = new Set(
  `password passwd katasandi sandi rahasia bismillah alhamdulillah indonesia sayang sayangku cinta cintaku doraemon
  qwerty qwertyuiop asdfghjkl zxcvbnm qazwsx admin administrator operator desa kantordesa balaidesa pemerintahdesa
  perangkatdesa kepaladesa sekretarisdesa kasi kaur welcome selamatdatang letmein iloveyou merdeka pancasila garuda
  persija persib barcelona manchester jakarta bandung surabaya lombok balai abcdefgh abcd abc`.split(/\s+/),
);

/** What others know of the person and the village. */
export interface KnownWords {
  /** Name of the person, of the village, address name. */
  names: readonly string[];
  /** Phone, any spelling. */
  phone: string;
}

/**
 * Why a password is too easy to guess, as a code; null where it will do. A known word with digits or marks around it
 * ("Sesela2027", "rahasia123!") counts as that word.
 */
export function passwordProblem(password: string, known: KnownWords): "short" | "common" | "known" | null {
  if ([...password].length < MIN_PASSWORD_LENGTH) return "short";
  const word = comparable(password);
  const names = known.names.map(comparable).filter((name) => name !== "");
  if (names.some((name) => word === name || word === `desa${name}`)) return "known";
  const digits = password.replace(/\D/g, "");
  if (word === "" && digits.length >= 7 && nationalPart(known.phone).endsWith(nationalPart(digits)))
    return "known";
  const isMonotone = new Set(password.toLowerCase()).size < 4;
  return COMMON.has(word) || isMonotone || (word === "" && isRow(digits)) ? "common" : null;
}

function comparable(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}]/gu, "");
}

function nationalPart(phone: string): string {
  return phone.replace(/\D/g, "").replace(/^(62|0)/, "");
}

/** 12345678, 87654321, 01234567 and the like. */
function isRow(digits: string): boolean {
  return (
    digits.length > 0 && ["01234567890123456789", "98765432109876543210"].some((row) => row.includes(digits))
  );
}
