import { kindOf, parseRegionCode } from "#db/directory/region-code.ts";
import { SIGNUP_WORDS as WORDS } from "./words.ts";

/** Why a text that is no village's code can't be read: ten digits that the list can't hold are not too few digits. */
export function unreadableCode(text: string): string {
  return text.replace(/\D/g, "").length === 10 ? WORDS.code.impossible : WORDS.code.malformed;
}

/** Why a search for what looks like a code found nothing; null where a name was typed. */
export function whyNoCode(text: string): string | null {
  if (!/^[\d\s.]{8,}$/.test(text)) return null;
  const code = parseRegionCode(text);
  if (!code) return unreadableCode(text);
  return kindOf(code) === "kelurahan" ? WORDS.code.kelurahan : WORDS.code.unknown;
}
