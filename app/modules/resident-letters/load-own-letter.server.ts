import type { ResidentCtx } from "#app/context.ts";
import { isOpen } from "#app/modules/letters/chain-rules.ts";
import { selectLetterSettings, settingsOf } from "#app/modules/letters/letter-settings.server.ts";
import { storyReading } from "#app/modules/letters/receipt-subject.server.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { isCancellable, isDownloadable, takesPapers } from "./own-letter-rules.ts";
import { onlyOwnLetter, selectOwnLetter } from "./own-letters.server.ts";
import { selectPapers, selectQuestions } from "./sent-with-letter.server.ts";

/** A letter as whoever asked for it sees it: where it stands, what he sent, what is asked of him. */
export async function loadOwnLetter(ctx: ResidentCtx, id: string) {
  const { found, story, papers, questions, settings } = await readTogether(ctx.db, {
    found: reading([selectOwnLetter(ctx, ctx.db, id)], ([rows]) => rows),
    story: storyReading(ctx.db, id),
    papers: reading([selectPapers(ctx.db, id)], ([rows]) => rows),
    questions: reading([selectQuestions(ctx.db, id)], ([rows]) => rows),
    settings: reading([selectLetterSettings(ctx.db)], ([rows]) => settingsOf(rows)),
  });
  const letter = onlyOwnLetter(found);
  const { system } = settings;
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
    story: story(letter),
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
