import { FILE_FIELD } from "./read-form.ts";
import { isSecret } from "./typed-fields.ts";

/** Name of the hidden field that carries a form's idempotency key. */
export const SUBMIT_KEY_FIELD = "_kunci";

/** A form that was sent and did not get through, to be sent once more by one button. */
export interface FormAgain {
  /** Everything that it held but passwords and files, keys and versions too. */
  fields: { key: string; name: string; value: string }[];
  hasFile: boolean;
}

/** What it takes to send a form again. */
export function formAgain(form: FormData): FormAgain {
  const fields = [...form].flatMap(([name, value], index) =>
    typeof value === "string" && !isSecret(name) ? [{ key: String(index), name, value }] : [],
  );
  return { fields, hasFile: form.has(FILE_FIELD) };
}

/** Does the form hold a secret, without which sending it again makes no sense? */
export function holdsSecret(form: FormData): boolean {
  return [...form.keys()].some(isSecret);
}
