import { type KnownWords, passwordProblem } from "#app/modules/accounts/password-rules.ts";

/** Least digits of a PIN; whoever writes letters makes a password and is held to the rules of those. */
export const MIN_PIN_LENGTH = 6;

/** What others know of a resident, and what will therefore not do as his PIN. */
export interface KnownOfResident extends KnownWords {
  nik: string;
  /** `1985-06-12`; null where unknown. */
  birthDate: string | null;
}

export type PinProblem =
  | "short"
  | "common"
  | "known"
  | "password-short"
  | "password-common"
  | "password-known";

/** Why a PIN or password is too easy to guess; null where it will do. */
export function pinProblem(typed: string, known: KnownOfResident): PinProblem | null {
  if (!/^\d+$/.test(typed)) {
    const problem = passwordProblem(typed, known);
    return problem && `password-${problem}`;
  }
  if (typed.length < MIN_PIN_LENGTH) return "short";
  if (isKnown(typed, known)) return "known";
  return isEasy(typed) ? "common" : null;
}

/** A part of NIK or phone, or a spelling of the day of birth. */
function isKnown(pin: string, { nik, phone, birthDate }: KnownOfResident): boolean {
  if ([nik, phone].some((number) => number.replace(/\D/g, "").includes(pin))) return true;
  const [year = "", month = "", day = ""] = birthDate?.split("-") ?? [];
  if (day === "") return false;
  const short = year.slice(2);
  return [
    day + month + short,
    short + month + day,
    month + day + short,
    day + month + year,
    year + month + day,
  ].includes(pin);
}

/** One or two digits only, a short piece said again, or a row up or down. */
function isEasy(pin: string): boolean {
  if (new Set(pin).size < 3) return true;
  if ([1, 2, 3, 4].some((size) => pin.length > size && isRepeated(pin, size))) return true;
  return ["01234567890123456789", "98765432109876543210"].some((row) => row.includes(pin));
}

function isRepeated(pin: string, size: number): boolean {
  return (
    pin ===
    pin
      .slice(0, size)
      .repeat(Math.ceil(pin.length / size))
      .slice(0, pin.length)
  );
}
