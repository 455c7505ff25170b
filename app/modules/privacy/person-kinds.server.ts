import type { OfficeCtx } from "#app/context.ts";
import type { HeldSection, KnownPerson, PersonData, PersonKind } from "#app/platform/privacy/person-data.ts";
import { allReadings, mapReading, readTogether } from "#app/platform/read-together.ts";
import { requirePermission } from "#app/platform/require.ts";

/** What the modules declare of persons, as the registry lists it. */
export interface PersonRegister {
  kinds: readonly PersonKind[];
  data: readonly PersonData[];
}

/** Somebody to choose in a form; `key` is what the form sends. */
export interface PersonChoice extends KnownPerson {
  key: string;
  kind: string;
}

const MOST_FOUND = 20;

/** Persons of every kind whose name holds the text; one round trip. */
export async function findPersons(
  ctx: OfficeCtx,
  { kinds }: PersonRegister,
  text: string,
): Promise<PersonChoice[]> {
  requirePermission(ctx, "privacy.requests");
  const found = kinds.map((kind) =>
    mapReading(kind.find(ctx, text, MOST_FOUND), (people) => people.map((person) => choiceOf(kind, person))),
  );
  const { choices } = await readTogether(ctx.db, { choices: allReadings(found) });
  return choices.flat();
}

/** The person that a form's key names, or null. */
export async function findPerson(
  ctx: OfficeCtx,
  { kinds }: PersonRegister,
  key: string,
): Promise<(PersonChoice & { subject: string }) | null> {
  const [subject = "", id = ""] = key.split(":");
  const kind = kinds.find((each) => each.subject === subject);
  if (!kind) return null;
  const { person } = await readTogether(ctx.db, { person: kind.get(ctx, id) });
  return person && { ...choiceOf(kind, person), subject };
}

/** All that all modules hold on a person; one round trip. */
export async function readHeld(
  ctx: OfficeCtx,
  { data }: PersonRegister,
  subject: string,
  id: string,
): Promise<HeldSection[]> {
  const parts = partsOf(data, subject).map((part) => part.read(ctx, id));
  const { held } = await readTogether(ctx.db, { held: allReadings(parts) });
  return (await Promise.all(held)).flat();
}

/** The parts of a kind of person, in the order of the registry. */
export function partsOf(data: readonly PersonData[], subject: string): PersonData[] {
  return data.filter((part) => part.subject === subject);
}

function choiceOf({ subject, name }: PersonKind, person: KnownPerson): PersonChoice {
  return { ...person, key: `${subject}:${person.id}`, kind: name };
}
