import { and, desc, eq, isNull, ne, or, type SQL, sql } from "drizzle-orm";
import type { ResidentCtx } from "#app/context.ts";
import { isAskedBy } from "#app/modules/letters/ask-own-letter.server.ts";
import type { LetterRow } from "#app/modules/letters/queries.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { letters } from "#db/village/schema/letters.ts";
import { letterQuestions } from "#db/village/schema/residents.ts";
import { OWN_LETTER_WORDS } from "./words.ts";

/** Condition: a letter of the resident's own, or one that he asked for. Letters of the office are nobody's. */
export function isOwn({ resident }: ResidentCtx): SQL | undefined {
  return and(
    ne(letters.channel, "office"),
    or(eq(letters.residentId, resident.residentId), isAskedBy(resident.accountId)),
  );
}

/** A letter of his, or 404: somebody else's is not there. */
export async function getOwnLetter(
  ctx: ResidentCtx,
  db: VillageDb | VillageTx,
  id: string,
): Promise<LetterRow> {
  return onlyOwnLetter(await selectOwnLetter(ctx, db, id));
}

/** Query for it, to read together with others; `onlyOwnLetter` takes it out. */
export function selectOwnLetter(ctx: ResidentCtx, db: VillageDb | VillageTx, id: string) {
  return db
    .select()
    .from(letters)
    .where(and(eq(letters.id, id), isOwn(ctx)));
}

/** The letter that was found, or 404. */
export function onlyOwnLetter([row]: readonly LetterRow[]): LetterRow {
  if (!row) throw new NotFoundError(OWN_LETTER_WORDS.gone);
  return row;
}

const MOST = 50;

/** His letters, the latest first, with whether the office waits for an answer. */
export async function listOwnLetters(ctx: ResidentCtx) {
  const asks = ctx.db
    .select({ one: sql`1` })
    .from(letterQuestions)
    .where(and(eq(letterQuestions.letterId, letters.id), isNull(letterQuestions.answeredAt)));
  return ctx.db
    .select({
      id: letters.id,
      title: letters.title,
      personName: letters.personName,
      state: letters.state,
      requirements: letters.requirements,
      askedAt: letters.askedAt,
      promisedAt: letters.promisedAt,
      isAsked: sql<number>`EXISTS ${asks}`,
    })
    .from(letters)
    .where(isOwn(ctx))
    .orderBy(desc(letters.askedAt), desc(letters.id))
    .limit(MOST);
}
