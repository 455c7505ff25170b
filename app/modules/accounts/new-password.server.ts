import { FieldError } from "#app/platform/errors.ts";
import { hashPassword } from "#app/platform/passwords.ts";
import { passwordProblem } from "./password-rules.ts";
import { WEAK_PASSWORD } from "./words.ts";

/** What others know of a person, and what will therefore not do as his password. */
export interface KnownPerson {
  name: string;
  phone?: string | null;
  email?: string | null;
  username?: string | null;
}

/**
 * Hashes a password that somebody chose (190 ms: call it before a transaction, never inside).
 * @param place names of the village and its address
 * @throws FieldError at `field` where it is too easy to guess
 */
export async function hashChosenPassword(
  field: string,
  password: string,
  person: KnownPerson,
  place: { name: string; slug: string },
): Promise<string> {
  const names = [person.name, person.email?.split("@")[0], person.username, place.name, place.slug];
  const known = {
    names: names.filter((each) => each !== undefined && each !== null),
    phone: person.phone ?? "",
  };
  const problem = passwordProblem(password, known);
  if (problem) throw new FieldError(field, WEAK_PASSWORD[problem]);
  return hashPassword(password);
}
