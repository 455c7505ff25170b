import type { OfficeCtx } from "#app/context.ts";
import { isOpen } from "#app/modules/letters/chain-rules.ts";
import { onlyLetter, selectLetter } from "#app/modules/letters/queries.server.ts";
import { receiptAddress, receiptAmong, selectReceipts } from "#app/modules/receipts/issue-receipt.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { selectPapers, selectQuestions } from "./sent-with-letter.server.ts";
import { OWN_LETTER_WORDS, shareText } from "./words.ts";

/** What a resident sent with his letter and was asked, for the office; the opening is logged by the route. */
export async function loadOfficeView(ctx: OfficeCtx, letterId: string) {
  requirePermission(ctx, "letters.serve");
  const request = { subject: "letter", subjectId: letterId } as const;
  const [found, papers, questions, receipts] = await ctx.db.batch([
    selectLetter(ctx.db, letterId),
    selectPapers(ctx.db, letterId),
    selectQuestions(ctx.db, letterId),
    selectReceipts(ctx.db, request),
  ]);
  const letter = onlyLetter(found);
  if (letter.channel !== "resident") throw new NotFoundError(OWN_LETTER_WORDS.onlyFromPhone);
  const code = await receiptAmong(ctx, receipts, request);
  const shown = await Promise.all(
    papers.map(async ({ storageKey, ...paper }) => ({
      ...paper,
      href: await ctx.fileUrl({ storageKey }, ctx.actor.accountId),
    })),
  );
  return {
    letter: { id: letterId, title: letter.title, personName: letter.personName },
    requirements: letter.requirements.map((each, index) => ({
      ...each,
      index,
      papers: shown.filter(({ requirement }) => requirement === index),
    })),
    questions: questions.map(({ id, question, askedAt, answer, answeredAt }) => ({
      id,
      question,
      askedAt,
      answer,
      answeredAt,
    })),
    mayAsk: isOpen(letter.state) && questions.every(({ answeredAt }) => answeredAt !== null),
    share: shareText(ctx.tenant.name, letter.title, code && receiptAddress(ctx, code)),
  };
}
