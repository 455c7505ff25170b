import type { ResidentCtx } from "#app/context.ts";
import { askedForId, askedForReading } from "#app/modules/letters/ask-own-letter.server.ts";
import type { VillageKind } from "#app/modules/letters/kind-rules.ts";
import { kindsOf, selectKindRows } from "#app/modules/letters/kinds.server.ts";
import { formFrom, formReadings } from "#app/modules/letters/load-letter-form.server.ts";
import { isForMembers, isForResidents } from "#app/modules/letters/subject-rules.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { OWN_LETTER_WORDS } from "./words.ts";

/** Whom a resident may ask for, and which letters for the one who is chosen; himself unless told. */
export async function loadOwnKinds(ctx: ResidentCtx, chosen: string | null) {
  const { people, kinds } = await readTogether(ctx.db, {
    people: askedForReading(ctx),
    kinds: reading([selectKindRows(ctx.db)], ([rows]) => kindsOf(rows)),
  });
  const person = onlyAsked(people, chosen ?? ctx.resident.residentId);
  return {
    person,
    others: people.filter(({ id }) => id !== person.id),
    kinds: kinds
      .filter((kind) => isOffered(kind, person))
      .map(({ key, title, purpose, promised }) => ({ key, title, purpose, promised: promised.kind })),
  };
}

/** The form of one kind for the one who is chosen. @throws NotFoundError where he may not ask for it */
export async function loadOwnForm(ctx: ResidentCtx, kindKey: string, chosen: string | null) {
  const personId = chosen ?? ctx.resident.residentId;
  const { people, ...read } = await readTogether(ctx.db, {
    people: askedForReading(ctx),
    ...formReadings(ctx, askedForId(ctx, personId)),
  });
  const person = onlyAsked(people, personId);
  const kind = kindsOf(read.kinds).find(({ key }) => key === kindKey);
  if (!kind || !isOffered(kind, person)) throw new NotFoundError(OWN_LETTER_WORDS.gone);
  return { person, form: await formFrom(ctx, read, personId, kindKey) };
}

type Asked = ReturnType<ReturnType<typeof askedForReading>["finish"]>[number];

function onlyAsked(people: readonly Asked[], wanted: string): Asked {
  const person = people.find(({ id }) => id === wanted);
  if (!person) throw new NotFoundError(OWN_LETTER_WORDS.gone);
  return person;
}

function isOffered(kind: VillageKind, { isSelf }: Asked): boolean {
  return isSelf ? isForResidents(kind) : isForMembers(kind);
}
