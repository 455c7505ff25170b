import type { FormReply } from "#app/platform/http/submit-form.ts";

/** Values of a form whose fields its sheet decides: what was typed where it came back, else what stands there. */
export interface FormValues {
  reply: FormReply | undefined;
  defaults: Record<string, unknown>;
}

const FORM_ID = "lembar";

/** Props of one field, by its path: `isian.anak[0].nama`. */
export function fieldOf({ reply, defaults }: FormValues, path: string) {
  const value = at(reply ? (reply.initialValue ?? {}) : defaults, path);
  return {
    id: idOf(path),
    name: path,
    errors: reply?.error?.[path] ?? undefined,
    defaultValue: typeof value === "string" ? value : undefined,
  };
}

/** Is something wrong within a group of fields? */
export function hasErrors(reply: FormReply | undefined, path: string): boolean {
  return Object.entries(reply?.error ?? {}).some(([key, each]) => key.startsWith(path) && each?.length);
}

/** How many rows of a list were sent, or stand there. */
export function rowCountOf({ reply, defaults }: FormValues, path: string): number {
  const value = at(reply ? (reply.initialValue ?? {}) : defaults, path);
  return Array.isArray(value) ? value.length : 0;
}

/** All errors with links to their fields. */
export function errorsOf(reply: FormReply | undefined): { href: string; text: string }[] {
  return Object.entries(reply?.error ?? {}).flatMap(([path, texts]) =>
    (texts ?? []).map((text) => ({ href: `#${path ? idOf(path) : FORM_ID}`, text })),
  );
}

function idOf(path: string): string {
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
