import { and, eq, isNull } from "drizzle-orm";
import type { OfficeCtx, ResidentCtx } from "#app/context.ts";
import { isOpen } from "#app/modules/letters/chain-rules.ts";
import { addStep, getLetter } from "#app/modules/letters/queries.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { letterQuestions } from "#db/village/schema/residents.ts";
import type { AnswerInput, AskQuestionInput } from "./input.ts";
import { getOwnLetter } from "./own-letters.server.ts";
import { OWN_LETTER_WORDS } from "./words.ts";

/** The office asks whoever asked for a letter; one question waits at a time. */
export async function askQuestion(ctx: OfficeCtx, letterId: string, input: AskQuestionInput): Promise<void> {
  requirePermission(ctx, "letters.serve");
  await write(ctx, async ({ tx, audit }) => {
    const letter = await getLetter(tx, letterId);
    if (letter.channel !== "resident" || !isOpen(letter.state))
      throw new ConflictError(OWN_LETTER_WORDS.onlyFromPhone);
    const open = and(eq(letterQuestions.letterId, letterId), isNull(letterQuestions.answeredAt));
    const [waiting] = await tx.select({ id: letterQuestions.id }).from(letterQuestions).where(open);
    if (waiting) throw new ConflictError(OWN_LETTER_WORDS.questionOpen);
    await tx.insert(letterQuestions).values({
      id: newId(ctx.now),
      letterId,
      question: input.pertanyaan,
      askedBy: ctx.actor.accountId,
      askedAt: ctx.now.toISOString(),
    });
    await addStep(ctx, tx, letterId, "question");
    await audit({ action: "letter.question", entity: "letter", entityId: letterId });
    return null;
  });
}

/** The resident answers, once. */
export async function answerQuestion(ctx: ResidentCtx, letterId: string, input: AnswerInput): Promise<void> {
  await write(ctx, async ({ tx, audit }) => {
    const letter = await getOwnLetter(ctx, tx, letterId);
    if (!isOpen(letter.state)) throw new ConflictError(OWN_LETTER_WORDS.questionGone);
    const answered = await tx
      .update(letterQuestions)
      .set({ answer: input.jawaban, answeredAt: ctx.now.toISOString() })
      .where(
        and(
          eq(letterQuestions.id, input.pertanyaan),
          eq(letterQuestions.letterId, letterId),
          isNull(letterQuestions.answeredAt),
        ),
      );
    if (answered.rowsAffected === 0) throw new ConflictError(OWN_LETTER_WORDS.questionGone);
    await addStep(ctx, tx, letterId, "answer");
    await audit({ action: "letter.answer", entity: "letter", entityId: letterId });
    return null;
  });
}
