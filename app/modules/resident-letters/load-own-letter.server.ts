import { asc, desc, eq, sql } from "drizzle-orm";
import type { ResidentCtx } from "#app/context.ts";
import { isOpen } from "#app/modules/letters/chain-rules.ts";
import { getLetterSettings } from "#app/modules/letters/letter-settings.server.ts";
import { letterReceipts } from "#app/modules/letters/receipt-subject.server.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { letterPapers, letterQuestions } from "#db/village/schema/residents.ts";
import { files } from "#db/village/schema/village.ts";
import { isCancellable, isDownloadable, takesPapers } from "./own-letter-rules.ts";
import { getOwnLetter } from "./own-letters.server.ts";
import { OWN_LETTER_WORDS } from "./words.ts";

/** A letter as whoever asked for it sees it: where it stands, what he sent, what is asked of him. */
export async function loadOwnLetter(ctx: ResidentCtx, id: string) {
  const letter = await getOwnLetter(ctx, ctx.db, id);
  const story = await letterReceipts.read(ctx, id);
  if (!story) throw new NotFoundError(OWN_LETTER_WORDS.gone);
  const [papers, questions] = await ctx.db.batch([
    ctx.db
      .select({ id: letterPapers.id, requirement: letterPapers.requirement, storageKey: files.storageKey })
      .from(letterPapers)
      .innerJoin(files, eq(files.id, letterPapers.fileId))
      .where(eq(letterPapers.letterId, id))
      .orderBy(asc(letterPapers.createdAt)),
    ctx.db
      .select()
      .from(letterQuestions)
      .where(eq(letterQuestions.letterId, id))
      .orderBy(desc(letterQuestions.askedAt), sql`rowid DESC`),
  ]);
  const { system } = await getLetterSettings(ctx.db);
  const mayDownload = isDownloadable(letter, system?.isOn ?? false);
  const shown = await Promise.all(
    papers.map(async ({ storageKey, ...paper }) => ({
      ...paper,
      href: await ctx.fileUrl({ storageKey }, ctx.resident.accountId),
    })),
  );
  return {
    letter: {
      id,
      title: letter.title,
      personName: letter.personName,
      state: letter.state,
      numberText: letter.numberText,
      cancelReason: letter.cancelReason,
      isOpen: isOpen(letter.state),
      signatureKind: letter.signatureKind,
    },
    story,
    requirements: letter.requirements.map((each, index) => ({
      ...each,
      index,
      papers: shown.filter(({ requirement }) => requirement === index),
    })),
    questions: questions.map(({ id: key, question, askedAt, answer, answeredAt }) => ({
      id: key,
      question,
      askedAt,
      answer,
      answeredAt,
    })),
    mayCancel: isCancellable(letter.state),
    maySendPapers: takesPapers(letter.state),
    mayDownload,
  };
}

export type OwnLetterView = Awaited<ReturnType<typeof loadOwnLetter>>;
