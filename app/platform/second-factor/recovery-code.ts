import { sha256Hex } from "../ids.ts";

/** Letters and digits that can't be taken for one another, read aloud or off a slip. */
const ALPHABET = "23456789abcdefghijkmnpqrstuvwxyz";
const GROUPS = 3;
const GROUP_LENGTH = 4;

/** A code works once, within a day. */
export const RECOVERY_HOURS = 24;

/** A new code of 60 bits, `k7pm-2xq4-9rtd`. */
export function newRecoveryCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(GROUPS * GROUP_LENGTH));
  const letters = Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return (letters.match(/.{4}/g) ?? []).join("-");
}

/** What was typed as the code that it means, or null where it can't be one: case, spaces and dashes do not matter. */
export function readRecoveryCode(text: string): string | null {
  const letters = text.toLowerCase().replace(/[\s-]/g, "");
  const isCode =
    letters.length === GROUPS * GROUP_LENGTH && [...letters].every((each) => ALPHABET.includes(each));
  return isCode ? (letters.match(/.{4}/g) ?? []).join("-") : null;
}

/** The form in which a code is stored. */
export function hashRecoveryCode(code: string): Promise<string> {
  return sha256Hex(`kode-pemulihan:${code}`);
}

/** The instant, ISO 8601, after which a code given now no longer works. */
export function recoveryExpiry(now: Date): string {
  return new Date(now.getTime() + RECOVERY_HOURS * 3_600_000).toISOString();
}
