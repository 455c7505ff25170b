import type { OfficeCtx } from "#app/context.ts";
import { keepUpload } from "#app/platform/files/keep-upload.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { submitForm } from "#app/platform/http/submit-form.ts";
import { requirePermission } from "#app/platform/require.ts";
import { addToBatch, removeFromBatch } from "./batches.server.ts";
import {
  AddInput,
  CancelInput,
  CollectInput,
  FinishInput,
  ReceiptInput,
  RemoveInput,
  ReturnInput,
  SendInput,
} from "./input.ts";
import { RECEIPT, recordReceipt, sendBatch } from "./send-batch.server.ts";
import { cancelForm, collectForm, type Finished, finishForm, returnForm } from "./settle-form.server.ts";
import { BATCH_WORDS, FORM_WORDS } from "./words.ts";

const BASE = "/kantor/dukcapil";

/** What the buttons of a form's page do. */
export function actOnForm(ctx: OfficeCtx, id: string, form: FormData) {
  const answer = (sentence: string) => redirectWithFlash(ctx.config, `${BASE}/${id}`, sentence);
  switch (form.get("maksud")) {
    case "kembali":
      return submitForm(form, ReturnInput, async (input) => {
        await returnForm(ctx, id, input);
        return answer(FORM_WORDS.returned);
      });
    case "ambil":
      return submitForm(form, CollectInput, async (input) => {
        await collectForm(ctx, id, input);
        return answer(FORM_WORDS.collected);
      });
    case "batal":
      return submitForm(form, CancelInput, async (input) => {
        await cancelForm(ctx, id, input);
        return answer(FORM_WORDS.cancelled);
      });
    default:
      return submitForm(form, FinishInput, async (input) =>
        answer(finishedSentence(await finishForm(ctx, id, input))),
      );
  }
}

const FIELD_NAMES = { nik: "NIK", birthCertificate: "nomor akta kelahiran" };

function finishedSentence({ fields, doubt }: Finished): string {
  const names = fields.map((field) => FIELD_NAMES[field]).join(" dan ");
  const said = names ? FORM_WORDS.written(names) : FORM_WORDS.finished;
  return doubt && doubt !== "none" ? `${said} ${FORM_WORDS.doubt(doubt)}` : said;
}

/** What the buttons of a batch's page do. */
export async function actOnBatch(ctx: OfficeCtx, id: string, form: FormData) {
  requirePermission(ctx, "dukcapil.write");
  const answer = (sentence: string) => redirectWithFlash(ctx.config, `${BASE}/berkas/${id}`, sentence);
  switch (form.get("maksud")) {
    case "tambah":
      return submitForm(form, AddInput, async (input) => {
        await addToBatch(ctx, id, input);
        return answer(BATCH_WORDS.added);
      });
    case "keluarkan":
      return submitForm(form, RemoveInput, async (input) => {
        await removeFromBatch(ctx, id, input);
        return answer(BATCH_WORDS.removed);
      });
    case "terima":
      await keepUpload(ctx, form, RECEIPT);
      return submitForm(form, ReceiptInput, async (input) => {
        await recordReceipt(ctx, id, input);
        return answer(BATCH_WORDS.receipt);
      });
    default:
      await keepUpload(ctx, form, RECEIPT);
      return submitForm(form, SendInput, async (input) => {
        await sendBatch(ctx, id, input);
        return answer(BATCH_WORDS.sent);
      });
  }
}
