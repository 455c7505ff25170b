import type { ResidentCtx } from "#app/context.ts";
import { listAskedFor } from "#app/modules/letters/ask-own-letter.server.ts";
import { listKinds } from "#app/modules/letters/kinds.server.ts";
import { loadLetterForm } from "#app/modules/letters/load-letter-form.server.ts";
import { isForMembers, isForResidents } from "#app/modules/letters/subject-rules.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { OWN_LETTER_WORDS } from "./words.ts";

/** Whom a resident may ask for, and which letters for the one who is chosen; himself unless told. */
export async function loadOwnKinds(ctx: ResidentCtx, chosen: string | null) {
  const [people, kinds] = await Promise.all([listAskedFor(ctx, ctx.db), listKinds(ctx, ctx.db)]);
  const person = people.find(({ id, isSelf }) => (chosen === null ? isSelf : id === chosen));
  if (!person) throw new NotFoundError(OWN_LETTER_WORDS.gone);
  const isOffered = person.isSelf ? isForResidents : isForMembers;
  return {
    person,
    others: people.filter(({ id }) => id !== person.id),
    kinds: kinds
      .filter((kind) => isOffered(kind))
      .map(({ key, title, purpose, promised }) => ({ key, title, purpose, promised: promised.kind })),
  };
}

/** The form of one kind for the one who is chosen. @throws NotFoundError where he may not ask for it */
export async function loadOwnForm(ctx: ResidentCtx, kindKey: string, chosen: string | null) {
  const { person, kinds } = await loadOwnKinds(ctx, chosen);
  if (!kinds.some(({ key }) => key === kindKey)) throw new NotFoundError(OWN_LETTER_WORDS.gone);
  return { person, form: await loadLetterForm(ctx, person.id, kindKey) };
}
