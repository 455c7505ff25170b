import { and, eq, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, ForbiddenError } from "#app/platform/errors.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { dispositions, incomingLetters } from "#db/village/schema/letters.ts";
import type { LetterAction } from "./chain-rules.ts";
import { LETTER_WORDS } from "./chain-words.ts";
import type { LetterContent } from "./content-rules.ts";
import { getLetter, type LetterRow, openContent, requireAction } from "./queries.server.ts";
import { isSecret, mayOpenPaper, mayReadSecret } from "./reading-rules.ts";

/** Query for the letter that this one answers, and whether it was passed on to who asks. For a batch. */
export function selectAnswered({ actor }: OfficeCtx, db: VillageDb | VillageTx, letterId: string) {
  const isMine = and(
    eq(dispositions.incomingId, incomingLetters.id),
    eq(dispositions.toAccountId, actor.accountId),
  );
  return db
    .select({
      id: incomingLetters.id,
      year: incomingLetters.year,
      agendaNumber: incomingLetters.agendaNumber,
      sender: incomingLetters.sender,
      subject: incomingLetters.subject,
      nature: incomingLetters.nature,
      isAddressee: sql<number>`${dispositions.id} IS NOT NULL`,
    })
    .from(incomingLetters)
    .leftJoin(dispositions, isMine)
    .where(eq(incomingLetters.answeredByLetterId, letterId))
    .limit(1);
}
export type AnsweredRow = Awaited<ReturnType<typeof selectAnswered>>[number];

/**
 * What a letter says, for somebody who may read it.
 * @param answered what it answers, where that is known already
 * @throws ForbiddenError where it is secret and not his
 */
export async function readContent(
  ctx: OfficeCtx,
  db: VillageDb | VillageTx,
  letter: LetterRow,
  answered?: readonly AnsweredRow[],
): Promise<LetterContent> {
  const content = await openContent(ctx, letter);
  if (!isSecret(content)) return content;
  const [first] = answered ?? (await selectAnswered(ctx, db, letter.id));
  if (mayReadSecret(letter, first?.isAddressee === 1, ctx.actor)) return content;
  throw new ForbiddenError(LETTER_WORDS.secret);
}

/** @throws ForbiddenError where somebody may not open a letter's paper */
export async function requirePaper(
  ctx: OfficeCtx,
  db: VillageDb | VillageTx,
  letter: LetterRow,
): Promise<void> {
  const content = await readContent(ctx, db, letter);
  if (!mayOpenPaper(letter, content, ctx.actor)) throw new ForbiddenError(LETTER_WORDS.paperHidden);
}

/**
 * A letter as a form saw it, for somebody who may do this to it now.
 * @throws ConflictError where it was changed since, or is past it; ForbiddenError where it is another's part, or secret
 */
export async function getLetterFor(
  ctx: OfficeCtx,
  tx: VillageTx,
  { id, version, action }: { id: string; version: number; action: LetterAction },
): Promise<LetterRow> {
  const letter = await getLetter(tx, id);
  await readContent(ctx, tx, letter);
  requireAction(ctx, letter, action);
  if (letter.version !== version) throw new ConflictError(LETTER_WORDS.stale);
  return letter;
}
