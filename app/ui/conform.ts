/**
 * What the fields of app/ui need of a field of Conform's `useForm`. Written down by shape, so that any form's
 * `FieldMetadata` fits without naming its schema.
 */
export type FieldMeta = {
  id: string;
  name: string;
  formId: string;
  errors: readonly string[] | undefined;
  initialValue: unknown;
  required?: boolean;
  minLength?: number;
  maxLength?: number;
  min?: string | number;
  max?: string | number;
  multiple?: boolean;
};

export type FormMeta = {
  id: string;
  noValidate: boolean;
  errors: readonly string[] | undefined;
  allErrors: Record<string, readonly string[]>;
};

/** id, name, form, required and errors: the part that all fields share. Also fits FileField and PasswordField. */
export function baseProps(meta: FieldMeta) {
  return {
    id: meta.id,
    name: meta.name,
    form: meta.formId,
    required: meta.required || undefined,
    errors: meta.errors,
  };
}

/** For TextField, NumberField, MoneyField, DateField and TextArea: keeps what was typed. */
export function textProps(meta: FieldMeta) {
  return {
    ...baseProps(meta),
    minLength: meta.minLength,
    maxLength: meta.maxLength,
    defaultValue: textOf(meta.initialValue),
  };
}

/** For PasswordField and FileField: whatever was sent is not sent back. */
export function secretProps(meta: FieldMeta) {
  return { ...baseProps(meta), minLength: meta.minLength, maxLength: meta.maxLength };
}

/** For Select with one choice. */
export function selectProps(meta: FieldMeta) {
  return { ...baseProps(meta), defaultValue: textOf(meta.initialValue) };
}

/** For Checkbox, whose value is `on` unless told. */
export function checkboxProps(meta: FieldMeta, value = "on") {
  return { ...baseProps(meta), value, defaultChecked: textsOf(meta.initialValue).includes(value) };
}

/** For CheckboxGroup, RadioGroup and MonthPicker; one value sent alone counts as a list of one. */
export function choiceProps(meta: FieldMeta) {
  return { ...baseProps(meta), selected: textsOf(meta.initialValue) };
}

/** For `<form>`: posts, and leaves the messages to the server, whose words are Indonesian and name the mend. */
export function formProps(meta: FormMeta) {
  return { id: meta.id, method: "post", noValidate: true } as const;
}

/** All errors of a form in the order of its fields, each with a link to its field, for ErrorSummary. */
export function summaryErrors(meta: FormMeta): { href: string; text: string }[] {
  return Object.entries(meta.allErrors).flatMap(([name, errors]) =>
    errors.map((text) => ({ href: `#${encodeURIComponent(name ? `${meta.id}-${name}` : meta.id)}`, text })),
  );
}

/**
 * All sentences of a refused form, for an ErrorSummary at the top of a page that may not show the form any more.
 * @param href where the form, or what it is about, stands
 */
export function replySummary(
  reply: { error?: Record<string, string[] | null> | null } | undefined,
  href: string,
): { href: string; text: string }[] {
  const texts = Object.values(reply?.error ?? {}).flatMap((each) => each ?? []);
  return texts.map((text) => ({ href, text }));
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  return undefined;
}

function textsOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.map(textOf).filter((text) => text !== undefined);
}
