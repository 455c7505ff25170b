import type { ResidentCtx } from "#app/context.ts";
import { keepUpload } from "#app/platform/files/keep-upload.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { submitForm } from "#app/platform/http/submit-form.ts";
import { cancelOwnLetter } from "./cancel-own-letter.server.ts";
import { AnswerInput, CancelInput, RateOwnInput, SendPaperInput } from "./input.ts";
import { getOwnLetter } from "./own-letters.server.ts";
import { answerQuestion } from "./questions.server.ts";
import { rateOwnLetter } from "./rate-own-letter.server.ts";
import { LETTER_PAPER, sendPaper } from "./send-paper.server.ts";
import { OWN_LETTER_WORDS } from "./words.ts";

type Done = (sentence: string) => Response;
type Act = (ctx: ResidentCtx, id: string, form: FormData, done: Done) => Promise<unknown>;

/** What a form of a letter's page does, by its `maksud`. */
export async function actOnOwnLetter(ctx: ResidentCtx, id: string, form: FormData) {
  const done: Done = (sentence) => redirectWithFlash(ctx.config, `/warga/surat/${id}`, sentence);
  const wanted = String(form.get("maksud"));
  const act = Object.hasOwn(ACTS, wanted) ? ACTS[wanted] : ACTS.foto;
  return act?.(ctx, id, form, done);
}

const ACTS: Record<string, Act> = {
  foto: async (ctx, id, form, done) => {
    // Nobody fills the village's store through letters that are not his.
    await getOwnLetter(ctx, ctx.db, id);
    await keepUpload(ctx, form, LETTER_PAPER);
    return submitForm(form, SendPaperInput, async (input) => {
      await sendPaper(ctx, id, input);
      return done(OWN_LETTER_WORDS.paperSent);
    });
  },
  jawab: (ctx, id, form, done) =>
    submitForm(form, AnswerInput, async (input) => {
      await answerQuestion(ctx, id, input);
      return done(OWN_LETTER_WORDS.answered);
    }),
  batal: (ctx, id, form, done) =>
    submitForm(form, CancelInput, async (input) => {
      await cancelOwnLetter(ctx, id, input);
      return done(OWN_LETTER_WORDS.cancelled);
    }),
  nilai: (ctx, id, form, done) =>
    submitForm(form, RateOwnInput, async (input) => {
      await rateOwnLetter(ctx, id, input);
      return done(OWN_LETTER_WORDS.rated);
    }),
};
