import { FieldError } from "#app/platform/errors.ts";
import { hashPassword } from "#app/platform/passwords.ts";
import { type KnownOfResident, pinProblem } from "./pin-rules.ts";
import { WEAK_PIN } from "./words.ts";

/**
 * Hashes a PIN or password that a resident chose (190 ms: call it before a transaction, never inside).
 * @throws FieldError at `pin_baru` where it is too easy to guess
 */
export async function hashChosenPin(typed: string, known: KnownOfResident): Promise<string> {
  const problem = pinProblem(typed, known);
  if (problem) throw new FieldError("pin_baru", WEAK_PIN[problem]);
  return hashPassword(typed);
}
