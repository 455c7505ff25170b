import type { OfficeCtx } from "#app/context.ts";
import { redirectWithFlash } from "#app/platform/http/flash.ts";
import { submitForm } from "#app/platform/http/submit-form.ts";
import { answerComplaint, refuseComplaint } from "./answer-complaint.server.ts";
import { assignComplaint } from "./assign-complaint.server.ts";
import { closeComplaint } from "./close-complaint.server.ts";
import { AnswerInput, AssignInput, CloseInput, PublishInput, RefuseInput } from "./input.ts";
import { publishComplaint } from "./publish-complaint.server.ts";
import { COMPLAINT_WORDS } from "./words.ts";

/** What a button of a complaint's page does, by its `maksud`. */
export function actOnComplaint(ctx: OfficeCtx, id: string, form: FormData) {
  const done = (sentence: string) => redirectWithFlash(ctx.config, `/kantor/pengaduan/${id}`, sentence);
  switch (form.get("maksud")) {
    case "tetapkan":
      return submitForm(form, AssignInput, async (input) => {
        await assignComplaint(ctx, id, input);
        return done(COMPLAINT_WORDS.assigned);
      });
    case "tutup":
      return submitForm(form, CloseInput, async (input) => {
        await closeComplaint(ctx, id, input);
        return done(COMPLAINT_WORDS.closed);
      });
    case "tolak":
      return submitForm(form, RefuseInput, async (input) => {
        await refuseComplaint(ctx, id, input);
        return done(COMPLAINT_WORDS.refused);
      });
    case "umumkan":
      return submitForm(form, PublishInput, async (input) => {
        const { isPublic } = await publishComplaint(ctx, id, input);
        return done(isPublic ? COMPLAINT_WORDS.published : COMPLAINT_WORDS.withdrawn);
      });
    default:
      return submitForm(form, AnswerInput, async (input) => {
        await answerComplaint(ctx, id, input);
        return done(COMPLAINT_WORDS.answered);
      });
  }
}
