import type { SubmissionResult } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "react-router";
import type { z } from "zod";
import { FieldError } from "../errors.ts";
import { speakPlainly } from "./plain-messages.ts";

speakPlainly();

/** What a page gets back when its form was refused: values as typed and a sentence at each field. */
export type FormReply = SubmissionResult<string[]>;

/**
 * Parses a form and runs one verb with it.
 * @param hidden fields whose values never travel back (passwords)
 * @returns the verb's answer, or 422 with each field's error and what was typed
 */
export async function submitForm<Schema extends z.ZodType, Answer>(
  form: FormData,
  schema: Schema,
  run: (input: z.output<Schema>) => Promise<Answer>,
  hidden: string[] = [],
) {
  const submission = parseWithZod(form, { schema });
  if (submission.status !== "success") return refuse(submission.reply({ hideFields: hidden }));
  try {
    return await run(submission.value);
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    const errors =
      error.field === ""
        ? { formErrors: [error.message] }
        : { fieldErrors: { [error.field]: [error.message] } };
    return refuse(submission.reply({ ...errors, hideFields: hidden }));
  }
}

function refuse(reply: SubmissionResult<string[]>) {
  return data(reply, { status: 422 });
}
