import { and, gte, ne, type SQL, sql } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import type { PersonOnPaper } from "#app/modules/population/person-rules.ts";
import { personReading } from "#app/modules/population/read-person.server.ts";
import { POPULATION_WORDS } from "#app/modules/population/words.ts";
import { addDays, dayIn } from "#app/platform/clock.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { type Reading, reading, readTogether } from "#app/platform/read-together.ts";
import { letters } from "#db/village/schema/letters.ts";
import { residents } from "#db/village/schema/population.ts";
import { LETTER_WORDS } from "./chain-words.ts";
import type { LetterKind } from "./kind-rules.ts";
import { kindOf, kindsOf, selectKindRows } from "./kinds.server.ts";
import { selectLetterSettings, settingsOf } from "./letter-settings.server.ts";
import { onlyLetter, selectLetter } from "./queries.server.ts";
import { selectSigningTerms, selectTerms, termsOf } from "./signatories.server.ts";
import { signatoriesOn } from "./signatory-rules.ts";
import { isSubjectOf, refusePersons, subjectKindOf } from "./subject-rules.ts";

const A_YEAR = 365;

/** Kinds that may be written for a person of the register, or for somebody outside it; the most used first. */
export async function loadKindChoices(ctx: VillageCtx, residentId: string | null) {
  const since = addDays(dayIn(ctx.tenant.timeZone, ctx.now), -A_YEAR);
  const { found, kinds, uses } = await readTogether(ctx.db, {
    found: personOrNobody(ctx, residentId),
    kinds: reading([selectKindRows(ctx.db)], ([rows]) => kindsOf(rows)),
    uses: reading(
      [
        ctx.db
          .select({ kind: letters.kind, uses: sql<number>`count(*)` })
          .from(letters)
          .where(gte(letters.askedAt, since))
          .groupBy(letters.kind),
      ],
      ([rows]) => new Map(rows.map((row) => [row.kind, row.uses])),
    ),
  });
  const person = requireFound(await found, residentId);
  const usesOf = (kind: LetterKind) => uses.get(kind.key) ?? 0;
  return {
    person: person && { id: person.id, name: person.name, areaText: person.areaText, status: person.status },
    kinds: kinds
      .filter((kind) => kind.isOn && kind.category !== "official" && isOffered(kind, person))
      .sort((a, b) => usesOf(b) - usesOf(a))
      .map(({ key, title, purpose }) => ({ key, title, purpose })),
  };
}

function personOrNobody(ctx: VillageCtx, id: string | null): Reading<Promise<PersonOnPaper | null>> {
  return personReading(ctx, id ?? "");
}

function requireFound(person: PersonOnPaper | null, id: string | null): PersonOnPaper | null {
  if (id !== null && !person) throw new NotFoundError(POPULATION_WORDS.gone);
  return person;
}

function isOffered(kind: LetterKind, person: PersonOnPaper | null): boolean {
  if (!person)
    return refusePersons(kind, { asker: "typed", subject: kind.hasSubject ? "typed" : null }) === null;
  if (subjectKindOf(person.status) === "living")
    return kind.hasSubject || refusePersons(kind, { asker: person.status, subject: null }) === null;
  return kind.hasSubject && isSubjectOf(kind, person.status);
}

/** What the form of a letter needs: the person in the clear, his family to choose from, who may sign and how. */
export async function loadLetterForm(ctx: VillageCtx, residentId: string | null, kindKey: string) {
  return formFrom(ctx, await readTogether(ctx.db, formReadings(ctx, residentId ?? "")), residentId, kindKey);
}

/** The same for a letter that was asked for, with it, in one round trip. */
export async function loadFormOf(ctx: VillageCtx, letterId: string) {
  const asked = sql`(SELECT coalesce(resident_id, subject_id) FROM letters WHERE id = ${letterId})`;
  const { rows, ...read } = await readTogether(ctx.db, {
    rows: reading([selectLetter(ctx.db, letterId)], ([found]) => found),
    ...formReadings(ctx, asked),
  });
  const letter = onlyLetter(rows);
  return { letter, ...(await formFrom(ctx, read, letter.residentId ?? letter.subjectId, letter.kind)) };
}

/** What a form is made of, to be read together with others; `formFrom` makes it. */
export function formReadings(ctx: VillageCtx, person: string | SQL) {
  return {
    found: personReading(ctx, person),
    kinds: reading([selectKindRows(ctx.db)], ([rows]) => rows),
    terms: reading([selectSigningTerms(ctx.db)], ([rows]) => rows),
    words: reading([selectTerms(ctx.db)], ([rows]) => termsOf(ctx, rows)),
    settings: reading([selectLetterSettings(ctx.db)], ([rows]) => settingsOf(rows)),
    family: reading([selectFamily(ctx, person)], ([rows]) => rows),
  };
}

type FormRead = {
  [Key in keyof ReturnType<typeof formReadings>]: ReturnType<ReturnType<typeof formReadings>[Key]["finish"]>;
};

/** The form out of what was read. @throws ConflictError for a kind that is switched off */
export async function formFrom(
  ctx: VillageCtx,
  { found, kinds, terms, words, settings, family }: FormRead,
  residentId: string | null,
  kindKey: string,
) {
  const kind = kindOf(kinds, kindKey);
  if (!kind.isOn) throw new ConflictError(LETTER_WORDS.kindOff);
  const person = requireFound(await found, residentId);
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const isLiving = person === null || subjectKindOf(person.status) === "living";
  return {
    kind,
    person,
    /** The dead and those who moved are what the letter is about; somebody else asks. */
    isSubject: !isLiving,
    family,
    /** Who may stand in a list of relatives: the living of the card, who asks among them. */
    kin: [
      ...(person && isLiving ? [{ id: person.id, name: person.name }] : []),
      ...family
        .filter(({ status }) => subjectKindOf(status) === "living")
        .map(({ id, name }) => ({ id, name })),
    ],
    signatories: signatoriesOn(terms, today, words).map(({ accountId, name, lines }) => ({
      accountId,
      label: `${name}, ${lines.join(" ")}`,
    })),
    signatureKinds: [
      "wet",
      ...(settings.bsre ? ["bsre"] : []),
      ...(settings.system?.isOn ? ["system"] : []),
    ] as ("wet" | "bsre" | "system")[],
  };
}

/** Everybody of the person's card besides himself, the dead and moved too. */
function selectFamily({ db }: VillageCtx, own: string | SQL) {
  const ofCard = sql`${residents.familyId} = (SELECT family_id FROM residents WHERE id = ${own})`;
  return db
    .select({ id: residents.id, name: residents.name, status: residents.status, sex: residents.sex })
    .from(residents)
    .where(and(ofCard, ne(residents.id, own)))
    .orderBy(residents.familyRole, residents.birthDate);
}

export type LetterForm = Awaited<ReturnType<typeof loadLetterForm>>;
