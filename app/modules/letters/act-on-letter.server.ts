import type { OfficeCtx } from "#app/context.ts";
import { keepUpload } from "#app/platform/files/keep-upload.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { submitForm } from "#app/platform/http/submit-form.ts";
import { approveLetter } from "./approve-letter.server.ts";
import { cancelLetter } from "./cancel-letter.server.ts";
import { completeLetter } from "./complete-letter.server.ts";
import { completeVersion } from "./complete-version.server.ts";
import { handLetter } from "./hand-letter.server.ts";
import {
  BsreSignInput,
  CompleteLetterInput,
  HandLetterInput,
  IssueLetterInput,
  MoveLetterInput,
  ReasonInput,
  SignLetterInput,
} from "./letter-input.ts";
import { refreezeLetter } from "./refreeze-letter.server.ts";
import { returnLetter } from "./return-letter.server.ts";
import { signByBsre } from "./sign-by-bsre.server.ts";
import { SIGNED_PHOTO, signInSystem, signLetter } from "./sign-letters.server.ts";
import { submitLetter } from "./submit-letter.server.ts";

type Done = (sentence: string) => Response;

/** What a button of a letter's page does, by its `maksud`. */
export function actOnLetter(ctx: OfficeCtx, id: string, form: FormData) {
  const done: Done = (sentence) => redirectWithFlash(ctx.config, `/kantor/surat/${id}`, sentence);
  const wanted = String(form.get("maksud"));
  const act = Object.hasOwn(ACTS, wanted) ? ACTS[wanted] : ACTS.lengkap;
  return act?.(ctx, id, form, done);
}

/** The file is made at once, so that it is there when it is to be printed; where that fails, opening it makes it. */
async function numbered(ctx: OfficeCtx, id: string, state: string, done: Done): Promise<Response> {
  if (state !== "waiting") return done("Surat diteruskan kepada pemeriksa berikutnya.");
  await completeVersion(ctx, id).catch((error) => ctx.log.error("letter.freeze-failed", error));
  return done("Surat sudah bernomor dan siap ditandatangani. Cetak sekarang, atau dari map tanda tangan.");
}

type Act = (ctx: OfficeCtx, id: string, form: FormData, done: Done) => Promise<unknown>;

const ACTS: Record<string, Act> = {
  lengkap: (ctx, id, form, done) =>
    submitForm(form, CompleteLetterInput, async (input) => {
      const { isComplete } = await completeLetter(ctx, id, input);
      return done(
        isComplete
          ? "Syarat sudah lengkap. Lanjutkan suratnya."
          : "Syarat yang sudah ada dicatat. Masih ada yang wajib dan belum dibawa.",
      );
    }),
  ajukan: (ctx, id, form, done) =>
    submitForm(form, IssueLetterInput, async (input) =>
      numbered(ctx, id, (await submitLetter(ctx, id, input)).state, done),
    ),
  setujui: (ctx, id, form, done) =>
    submitForm(form, IssueLetterInput, async (input) =>
      numbered(ctx, id, (await approveLetter(ctx, id, input)).state, done),
    ),
  bekukan: (ctx, id, form, done) =>
    submitForm(form, IssueLetterInput, async (input) => {
      await refreezeLetter(ctx, id, input);
      return numbered(ctx, id, "waiting", done);
    }),
  tandai: async (ctx, id, form, done) => {
    await keepUpload(ctx, form, SIGNED_PHOTO);
    return submitForm(form, SignLetterInput, async (input) => {
      await signLetter(ctx, id, input);
      return done("Surat ditandai sudah ditandatangani. Serahkan kepada pemohon.");
    });
  },
  sistem: (ctx, id, form, done) =>
    submitForm(form, MoveLetterInput, async (input) => {
      await signInSystem(ctx, id, input);
      return done("Surat disetujui dalam sistem.");
    }),
  bsre: (ctx, id, form, done) =>
    submitForm(
      form,
      BsreSignInput,
      async (input) => {
        await signByBsre(ctx, id, input);
        return done("Surat sudah ditandatangani secara elektronik.");
      },
      ["nik", "frasa_sandi"],
    ),
  serahkan: (ctx, id, form, done) =>
    submitForm(form, HandLetterInput, async (input) => {
      await handLetter(ctx, id, input);
      return done("Penyerahan surat dicatat.");
    }),
  kembalikan: (ctx, id, form, done) =>
    submitForm(form, ReasonInput, async (input) => {
      await returnLetter(ctx, id, input);
      return done("Surat dikembalikan ke loket dengan alasannya.");
    }),
  batalkan: (ctx, id, form, done) =>
    submitForm(form, ReasonInput, async (input) => {
      await cancelLetter(ctx, id, input);
      return done("Surat dibatalkan. Nomornya tetap tercatat sebagai batal.");
    }),
};
