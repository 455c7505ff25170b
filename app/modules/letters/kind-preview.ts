import type { Block } from "#app/platform/document/blocks.ts";
import type { FormReply } from "#app/platform/http/submit-form.ts";

/** What a page gets back for "Lihat contoh": the form as typed, and the letter that it would make. */
export interface KindPreview {
  reply: FormReply;
  preview: Block[];
}

/** The reply of a form, whether it was refused or shown. */
export function replyOf(answer: FormReply | KindPreview | undefined): FormReply | undefined {
  return answer && "preview" in answer ? answer.reply : answer;
}

/** The letter to show, where one was asked for. */
export function previewOf(answer: FormReply | KindPreview | undefined): Block[] | null {
  return answer && "preview" in answer ? answer.preview : null;
}
