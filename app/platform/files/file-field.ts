import { z } from "zod";
import { OVERSIZED_FILE_TYPE } from "#app/platform/http/read-form.ts";
import { FILE_WORDS } from "./words.ts";

export interface FileFieldRules {
  required?: boolean;
  /** Said where a required file is missing, e.g. `Pilih lembar anggarannya.` */
  missing?: string;
}

/** Type of the stand-in for a file that was refused; its name is the sentence. */
const REFUSED_FILE_TYPE = "application/x-ditolak";

/** A stand-in for a refused file, which the form's schema turns into the sentence. */
export function refusedFile(sentence: string): File {
  return new File(["-"], sentence, { type: REFUSED_FILE_TYPE });
}

/** Schema of a file that a verb reads itself (a sheet to import): the File, or null where none was chosen. */
export function fileField(rules: FileFieldRules = {}) {
  return z
    .unknown()
    .optional()
    .transform((value, ctx): File | null => {
      if (value instanceof File && value.size > 0 && !sentenceOf(value)) return value;
      return missingOrRefused(value, rules, ctx);
    });
}

/** Schema of a file that `keepUpload` has stored: its id, or null where none was chosen. */
export function uploadField(rules: FileFieldRules = {}) {
  return z
    .unknown()
    .optional()
    .transform((value, ctx): string | null => {
      if (typeof value === "string" && z.uuid().safeParse(value).success) return value;
      return missingOrRefused(value, rules, ctx);
    });
}

function missingOrRefused(value: unknown, rules: FileFieldRules, ctx: z.RefinementCtx): null {
  if (!isEmpty(value)) ctx.addIssue({ code: "custom", message: sentenceOf(value) ?? FILE_WORDS.notAFile });
  else if (rules.required) ctx.addIssue({ code: "custom", message: rules.missing ?? FILE_WORDS.required });
  return null;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === "" || (value instanceof File && value.size === 0);
}

function sentenceOf(value: unknown): string | null {
  if (!(value instanceof File)) return null;
  if (value.type === OVERSIZED_FILE_TYPE) return FILE_WORDS.tooLarge;
  return value.type === REFUSED_FILE_TYPE ? value.name : null;
}
