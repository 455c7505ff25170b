import type { OfficeCtx } from "#app/context.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { submitForm } from "#app/platform/http/submit-form.ts";
import { changePermit } from "./ask-permit.server.ts";
import {
  handOver,
  openPlace,
  payDeposit,
  recordAnswer,
  refundDeposit,
  returnPlace,
} from "./carry-permit.server.ts";
import { cancelPermit, grantPermit, refusePermit } from "./decide-permit.server.ts";
import {
  AnswerInput,
  ChangeInput,
  ConsentInput,
  ConsentSettingInput,
  DayInput,
  GrantInput,
  HandInput,
  PlaceInput,
  ReasonInput,
  RemoveConsentInput,
  ReturnInput,
} from "./input.ts";
import { recordConsent, removeConsent } from "./record-consent.server.ts";
import { saveConsentSetting, savePlace } from "./save-place.server.ts";
import { PERMIT_WORDS, PLACE_WORDS } from "./words.ts";

const BASE = "/kantor/izin";

/** What the buttons of a permit's page do, by `maksud`. */
export function actOnPermit(ctx: OfficeCtx, id: string, form: FormData) {
  const answer = (sentence: string) => redirectWithFlash(ctx.config, `${BASE}/${id}`, sentence);
  const day = (act: typeof payDeposit, sentence: string) =>
    submitForm(form, DayInput, async (input) => {
      await act(ctx, id, input);
      return answer(sentence);
    });
  switch (form.get("maksud")) {
    case "bayar":
      return day(payDeposit, PERMIT_WORDS.paid);
    case "buka":
      return day(openPlace, PERMIT_WORDS.opened);
    case "jaminan":
      return day(refundDeposit, PERMIT_WORDS.refunded);
    case "ubah":
      return submitForm(form, ChangeInput, async (input) => {
        await changePermit(ctx, id, input);
        return answer(PERMIT_WORDS.changed);
      });
    case "setuju":
      return submitForm(form, ConsentInput, async (input) => {
        await recordConsent(ctx, id, input);
        return answer(PERMIT_WORDS.consent);
      });
    case "hapus-setuju":
      return submitForm(form, RemoveConsentInput, async (input) => {
        await removeConsent(ctx, id, input);
        return answer(PERMIT_WORDS.consentRemoved);
      });
    case "tolak":
      return submitForm(form, ReasonInput, async (input) => {
        await refusePermit(ctx, id, input);
        return answer(PERMIT_WORDS.refused);
      });
    case "batal":
      return submitForm(form, ReasonInput, async (input) => {
        await cancelPermit(ctx, id, input);
        return answer(PERMIT_WORDS.cancelled);
      });
    case "kembali":
      return submitForm(form, ReturnInput, async (input) => {
        const { holdsDeposit } = await returnPlace(ctx, id, input);
        return answer(holdsDeposit ? PERMIT_WORDS.returned : PERMIT_WORDS.closed);
      });
    case "serah":
      return submitForm(form, HandInput, async (input) => {
        await handOver(ctx, id, input);
        return answer(PERMIT_WORDS.handed);
      });
    case "jawab":
      return submitForm(form, AnswerInput, async (input) => {
        await recordAnswer(ctx, id, input);
        return answer(PERMIT_WORDS.answered);
      });
    default:
      return submitForm(form, GrantInput, async (input) => {
        await grantPermit(ctx, id, input);
        return answer(PERMIT_WORDS.granted);
      });
  }
}

/** What the forms of the places' page do. */
export function actOnPlaces(ctx: OfficeCtx, form: FormData) {
  const answer = (sentence: string) => redirectWithFlash(ctx.config, `${BASE}/tempat`, sentence);
  if (form.get("maksud") === "aturan")
    return submitForm(form, ConsentSettingInput, async (input) => {
      await saveConsentSetting(ctx, input);
      return answer(PLACE_WORDS.settings);
    });
  return submitForm(form, PlaceInput, async (input) => {
    await savePlace(ctx, input);
    return answer(PLACE_WORDS.saved);
  });
}
