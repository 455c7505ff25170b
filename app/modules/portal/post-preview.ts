import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "react-router";
import type { FormReply } from "#app/platform/http/submit-form.ts";
import { PostInput } from "./input.ts";

/** Was the form sent to look at it first? */
export function isPreview(form: FormData): boolean {
  return form.get("aksi") === "pratinjau";
}

/** The form again with what was typed; nothing is stored. With wrong fields it says so instead of showing the text. */
export function previewReply(form: FormData) {
  const submission = parseWithZod(form, { schema: PostInput });
  return data(submission.reply(), { status: submission.status === "success" ? 200 : 422 });
}

/** Title and body of a reply that asks for a look; null where the form was refused or nothing was asked. */
export function previewOf(reply: FormReply | undefined): { title: string; body: string } | null {
  const typed = reply?.initialValue;
  if (typed?.aksi !== "pratinjau" || reply?.error) return null;
  return { title: String(typed.judul ?? ""), body: String(typed.isi ?? "") };
}
