import { asc, desc, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { isOpen } from "#app/modules/letters/chain-rules.ts";
import { getLetter } from "#app/modules/letters/queries.server.ts";
import { findReceipt, receiptAddress } from "#app/modules/receipts/issue-receipt.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { letterPapers, letterQuestions } from "#db/village/schema/residents.ts";
import { files } from "#db/village/schema/village.ts";
import { OWN_LETTER_WORDS, shareText } from "./words.ts";

/** What a resident sent with his letter and was asked, for the office; the opening is logged by the route. */
export async function loadOfficeView(ctx: OfficeCtx, letterId: string) {
  requirePermission(ctx, "letters.serve");
  const letter = await getLetter(ctx.db, letterId);
  if (letter.channel !== "resident") throw new NotFoundError(OWN_LETTER_WORDS.onlyFromPhone);
  const [papers, questions] = await ctx.db.batch([
    ctx.db
      .select({ id: letterPapers.id, requirement: letterPapers.requirement, storageKey: files.storageKey })
      .from(letterPapers)
      .innerJoin(files, eq(files.id, letterPapers.fileId))
      .where(eq(letterPapers.letterId, letterId))
      .orderBy(asc(letterPapers.createdAt)),
    ctx.db
      .select()
      .from(letterQuestions)
      .where(eq(letterQuestions.letterId, letterId))
      .orderBy(desc(letterQuestions.askedAt)),
  ]);
  const code = await findReceipt(ctx, ctx.db, { subject: "letter", subjectId: letterId });
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
