import type { VillageCtx } from "#app/context.ts";
import type { PersonOnPaper } from "#app/modules/population/person-rules.ts";
import { readPerson } from "#app/modules/population/read-person.server.ts";
import { FieldError } from "#app/platform/errors.ts";
import { requireTerms } from "#app/platform/privacy/require-terms.ts";
import type { VillageTx } from "#db/open.ts";
import { LETTER_WORDS } from "./chain-words.ts";
import type { FieldValue, LetterContent, LetterPerson } from "./content-rules.ts";
import type { LetterField, LetterKind } from "./kind-rules.ts";
import { kinRow } from "./letter-data.ts";
import { kinFieldName, type LetterInput, personFieldName, type TypedPersonInput } from "./letter-input.ts";
import { deathDayOf, isDeathDay, isKinList, relationTo, rowsOf, sexOfField } from "./register-field-rules.ts";
import { type Picked, requireOffered } from "./require-offered.server.ts";
import { refusePersons, type SubjectRefusal } from "./subject-rules.ts";

/** Who a letter is for, with what it says of them. */
export interface LetterPersons {
  residentId: string | null;
  subjectId: string | null;
  /** Name for lists: of whom the letter is about. */
  name: string;
  content: LetterContent;
}

/** Who asks and whom it is about, as ids of the register. */
export interface Asked {
  residentId: string | null;
  subjectId: string | null;
}

const REFUSALS: Record<SubjectRefusal, [string, string]> = {
  "not-living": ["pemohon", LETTER_WORDS.notLiving],
  "wrong-subject": ["subjek.nama", LETTER_WORDS.wrongSubject],
  outsiders: ["pemohon.nama", LETTER_WORDS.outsiders],
  "needs-subject": ["subjek.nama", LETTER_WORDS.needsSubject],
};

/**
 * The persons of a letter from register and form, and its fields.
 * @throws FieldError where the kind is not written for them
 */
export async function letterPersons(
  ctx: VillageCtx,
  tx: VillageTx,
  kind: LetterKind,
  { residentId, subjectId }: Asked,
  input: LetterInput,
): Promise<LetterPersons> {
  await requireOffered(ctx, tx, residentId ?? subjectId, pickedIn(kind, input));
  const chosen = input.subjek?.pilih ?? subjectId;
  const asker = residentId ? await readPerson(ctx, tx, residentId) : null;
  const subject = kind.hasSubject && chosen ? await readPerson(ctx, tx, chosen) : null;
  const typedAsker = asker ? null : typedPerson(input.pemohon);
  const typedSubject = kind.hasSubject && !subject ? typedPerson(input.subjek) : null;
  if (isAnybodyTyped(kind, input, { typedAsker, typedSubject })) await requireTerms(ctx, tx);
  const refusal = refusePersons(kind, {
    asker: asker?.status ?? (typedAsker ? "typed" : null),
    subject: subject?.status ?? (typedSubject ? "typed" : null),
  });
  if (refusal) throw new FieldError(...REFUSALS[refusal]);
  const person = asker ? onLetter(asker) : typedAsker;
  if (!person && !subject && !typedSubject) throw new FieldError("pemohon.nama", "Tulis nama pemohon.");
  const about = subject ? onLetter(subject) : typedSubject;
  return {
    residentId,
    subjectId: subject?.id ?? null,
    name: (about ?? person)?.name ?? "",
    content: { person, subject: about, fields: await fieldsOf(ctx, tx, kind, input, subject) },
  };
}

/** Who is typed in is held like a resident, under the same terms. */
function isAnybodyTyped(
  kind: LetterKind,
  input: LetterInput,
  { typedAsker, typedSubject }: Record<"typedAsker" | "typedSubject", LetterPerson | null>,
): boolean {
  const fields = kind.fields.filter(({ type }) => type === "person").map((field) => personIn(input, field));
  return Boolean(typedAsker ?? typedSubject ?? fields.find((given) => given?.nama && !given.pilih));
}

/** Everybody of the register who was picked in the form, besides whom it was opened for. */
function pickedIn(kind: LetterKind, input: LetterInput): Picked[] {
  const persons = kind.fields.filter(({ type }) => type === "person");
  const given = [
    ...(kind.hasSubject ? [{ field: "subjek.nama", person: input.subjek }] : []),
    ...persons.map((field) => ({ field: `${personFieldName(field)}.nama`, person: personIn(input, field) })),
  ];
  const kin = kind.fields
    .filter(isKinList)
    .flatMap((field) => kinIn(input, field).map((id) => ({ field: kinFieldName(field), id })));
  return [
    ...given.flatMap(({ field, person }) => (person?.pilih ? [{ field, id: person.pilih }] : [])),
    ...kin,
  ];
}

function kinIn(input: LetterInput, field: LetterKind["fields"][number]): string[] {
  return ((input as Record<string, unknown>)[kinFieldName(field)] as string[] | undefined) ?? [];
}

function personIn(input: LetterInput, field: LetterKind["fields"][number]): TypedPersonInput | undefined {
  return (input as Record<string, unknown>)[personFieldName(field)] as TypedPersonInput | undefined;
}

async function fieldsOf(
  ctx: VillageCtx,
  tx: VillageTx,
  kind: LetterKind,
  input: LetterInput,
  about: PersonOnPaper | null,
): Promise<Record<string, FieldValue>> {
  const fields: Record<string, FieldValue> = {};
  const plain = (input.isian ?? {}) as Record<string, FieldValue | undefined>;
  for (const field of kind.fields) {
    const typed = plain[field.key] ?? null;
    if (field.type === "person") fields[field.key] = await personOfField(ctx, tx, input, field);
    else if (isKinList(field))
      fields[field.key] = await kinOfField(ctx, tx, input, field, kind.hasSubject ? about : "card");
    else if (kind.hasSubject && isDeathDay(field))
      fields[field.key] = requireFilled(field, typed || deathDayOf(about));
    else fields[field.key] = typed;
  }
  return fields;
}

async function personOfField(
  ctx: VillageCtx,
  tx: VillageTx,
  input: LetterInput,
  field: LetterField,
): Promise<LetterPerson | null> {
  const given = personIn(input, field);
  if (!given?.pilih) return typedPerson(given);
  const person = await readPerson(ctx, tx, given.pilih);
  const sex = sexOfField(field);
  if (sex !== null && person.sex !== sex)
    throw new FieldError(`${personFieldName(field)}.nama`, LETTER_WORDS.wrongSex(field.label, sex));
  return onLetter(person);
}

/** Rows that were typed, then the people of the card who were ticked. */
async function kinOfField(
  ctx: VillageCtx,
  tx: VillageTx,
  input: LetterInput,
  field: LetterField,
  about: PersonOnPaper | "card" | null,
): Promise<FieldValue> {
  const plain = (input.isian ?? {}) as Record<string, FieldValue | undefined>;
  const rows = [...rowsOf(plain[field.key])];
  for (const id of new Set(kinIn(input, field))) {
    const member = await readPerson(ctx, tx, id);
    rows.push(kinRow(field, onLetter(member), relationTo(member, about)));
  }
  return rows.length > 0 ? rows : requireFilled(field, null);
}

function requireFilled(field: LetterField, value: FieldValue): FieldValue {
  if (!value && field.isRequired)
    throw new FieldError(`isian.${field.key}`, LETTER_WORDS.missing(field.label, field.type === "list"));
  return value;
}

/** What letters print of a person; what they don't is not stored a second time. */
export function onLetter(person: PersonOnPaper): LetterPerson {
  const { name, nik, kkNumber, sexText, birthPlace, birthDate, religionText, maritalText } = person;
  const { occupationText, educationText, citizenshipText, address, fatherName, motherName, familyRoleText } =
    person;
  return {
    ...{ name, nik, kkNumber, sexText, birthPlace, birthDate, religionText, maritalText },
    ...{ occupationText, educationText, citizenshipText, address, fatherName, motherName, familyRoleText },
  };
}

function typedPerson(typed: TypedPersonInput | undefined): LetterPerson | null {
  if (!typed?.nama) return null;
  return {
    name: typed.nama,
    nik: typed.nik,
    birthPlace: typed.tempat_lahir,
    birthDate: typed.tanggal_lahir,
    sexText: typed.kelamin ?? undefined,
    religionText: typed.agama,
    occupationText: typed.pekerjaan,
    address: typed.alamat,
  };
}
