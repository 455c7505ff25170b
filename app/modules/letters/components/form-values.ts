import type { FormReply } from "#app/platform/http/submit-form.ts";

/** Values of a form whose fields its kind decides: what was typed where it came back, else what stands there. */
export interface FormValues {
  reply: FormReply | undefined;
  defaults: Record<string, unknown>;
}

const FORM_ID = "surat";

/** Props of one field, by its path: `isian.keperluan`, `isian.saksi[0].nama`. */
export function fieldOf({ reply, defaults }: FormValues, path: string) {
  const value = at(reply ? (reply.initialValue ?? {}) : defaults, path);
  const errors = reply?.error?.[path] ?? undefined;
  return {
    id: idOf(path),
    name: path,
    errors,
    defaultValue: typeof value === "string" ? value : undefined,
  };
}

/** What was chosen of several. */
export function chosenOf({ reply, defaults }: FormValues, path: string): string[] {
  const value = at(reply ? (reply.initialValue ?? {}) : defaults, path);
  return [value].flat().flatMap((each) => (typeof each === "string" ? each : []));
}

/** What is wrong with a choice of several: with the whole, or with one of them; each sentence once. */
export function choiceErrors(reply: FormReply | undefined, path: string): string[] | undefined {
  const texts = Object.entries(reply?.error ?? {}).flatMap(([key, each]) =>
    key === path || key.startsWith(`${path}[`) ? (each ?? []) : [],
  );
  return texts.length > 0 ? [...new Set(texts)] : undefined;
}

/** Is something wrong within a group of fields? */
export function hasErrors(reply: FormReply | undefined, path: string): boolean {
  return Object.entries(reply?.error ?? {}).some(([key, each]) => key.startsWith(path) && each?.length);
}

/** How many rows of a list hold something. */
export function rowCountOf({ reply, defaults }: FormValues, path: string): number {
  const value = at(reply ? (reply.initialValue ?? {}) : defaults, path);
  return Array.isArray(value) ? value.length : 0;
}

/** All errors with links to their fields. */
export function errorsOf(reply: FormReply | undefined): { href: string; text: string }[] {
  return Object.entries(reply?.error ?? {}).flatMap(([path, texts]) =>
    (texts ?? []).map((text) => ({ href: `#${path ? idOf(anchorOf(path)) : FORM_ID}`, text })),
  );
}

// One of several choices has no field of its own to go to.
function anchorOf(path: string): string {
  return path.replace(/\[\d+\]$/, "");
}

export function idOf(path: string): string {
  return `${FORM_ID}-${path.replace(/[^\w-]+/g, "-")}`;
}

function at(values: unknown, path: string): unknown {
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  return keys.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    values,
  );
}
