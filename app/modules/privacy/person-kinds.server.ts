import type { OfficeCtx } from "#app/context.ts";
import type {
  Fate,
  HeldSection,
  KnownPerson,
  PersonData,
  PersonKind,
} from "#app/platform/privacy/person-data.ts";
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

/** Persons of every kind whose name holds the text. */
export async function findPersons(
  ctx: OfficeCtx,
  { kinds }: PersonRegister,
  text: string,
): Promise<PersonChoice[]> {
  requirePermission(ctx, "privacy.requests");
  const found: PersonChoice[] = [];
  for (const kind of kinds) {
    const people = await kind.find(ctx, text, MOST_FOUND);
    found.push(...people.map((person) => choiceOf(kind, person)));
  }
  return found;
}

/** The person that a form's key names, or null. */
export async function findPerson(
  ctx: OfficeCtx,
  { kinds }: PersonRegister,
  key: string,
): Promise<(PersonChoice & { subject: string }) | null> {
  const [subject = "", id = ""] = key.split(":");
  const kind = kinds.find((each) => each.subject === subject);
  const person = kind && (await kind.get(ctx, id));
  return kind && person ? { ...choiceOf(kind, person), subject } : null;
}

/** All that all modules hold on a person. */
export async function readHeld(
  ctx: OfficeCtx,
  { data }: PersonRegister,
  subject: string,
  id: string,
): Promise<HeldSection[]> {
  const sections: HeldSection[] = [];
  for (const part of partsOf(data, subject)) sections.push(...(await part.read(ctx, id)));
  return sections;
}

/** What would go and what would stay if the person's wish for deletion were granted. */
export async function readFates(
  ctx: OfficeCtx,
  { data }: PersonRegister,
  subject: string,
  id: string,
): Promise<Fate[]> {
  const fates: Fate[] = [];
  for (const part of partsOf(data, subject)) fates.push(...(await part.fates(ctx, id)));
  return fates;
}

/** The parts of a kind of person, in the order of the registry. */
export function partsOf(data: readonly PersonData[], subject: string): PersonData[] {
  return data.filter((part) => part.subject === subject);
}

function choiceOf({ subject, name }: PersonKind, person: KnownPerson): PersonChoice {
  return { ...person, key: `${subject}:${person.id}`, kind: name };
}
