import type { StoredForm } from "./draft-store.ts";

const SUBMIT_KEY_FIELD = "_kunci";

/** What a form holds, with the button that sent it: fields as text, and the chosen file. */
export function readValues(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
): Pick<StoredForm, "action" | "fields" | "file"> {
  const fields: [string, string][] = [];
  let file: StoredForm["file"] = null;
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value === "string") fields.push([name, value]);
    else if (value.size > 0) file = { field: name, name: value.name, blob: value };
  }
  return { action: form.action, fields, file };
}

/** Puts kept values back: text, choices, the file, and the submit key, so that sending again does one thing. */
export function fillValues(
  form: HTMLFormElement,
  { fields, file }: Pick<StoredForm, "fields" | "file">,
): void {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement) fillInput(control, fields);
    else if (control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement)
      control.value = valuesOf(fields, control.name)[0] ?? control.value;
  }
  if (file) putFile(fileInput(form), new File([file.blob], file.name, { type: file.blob.type }));
}

function fillInput(input: HTMLInputElement, fields: [string, string][]): void {
  const values = valuesOf(fields, input.name);
  if (input.type === "file") return;
  if (input.type === "checkbox" || input.type === "radio") input.checked = values.includes(input.value);
  else if (input.type !== "hidden" || input.name === SUBMIT_KEY_FIELD) input.value = values[0] ?? input.value;
}

function valuesOf(fields: [string, string][], name: string): string[] {
  return fields.filter(([each]) => each === name).map(([, value]) => value);
}

export function fileInput(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>('input[type="file"]');
}

/** Makes a file the chosen one of its field. */
export function putFile(input: HTMLInputElement | null, file: File): void {
  if (!input) return;
  const chosen = new DataTransfer();
  chosen.items.add(file);
  input.files = chosen.files;
}

/** Under a new submit key a form is another one: what was sent under the last is not sent again. */
export function renewKey(form: HTMLFormElement): void {
  const field = form.elements.namedItem(SUBMIT_KEY_FIELD);
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  if (field instanceof HTMLInputElement)
    field.value = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The kept form as it is sent. */
export function toFormData({ fields, file }: Pick<StoredForm, "fields" | "file">): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  if (file) data.append(file.field, file.blob, file.name);
  return data;
}
