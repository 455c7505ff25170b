import type { SealedField } from "#app/platform/keys/sealed-field.ts";

/** What a data sheet says, as one JSON text. */
export const FORM_CONTENT: SealedField = {
  field: "dukcapil_forms.content",
  owner: "village",
  group: "identity",
  table: "dukcapil_forms",
  sealed: "content_sealed",
};

/** Numbers that Dukcapil gave, as one JSON text. */
export const FORM_RESULT: SealedField = {
  field: "dukcapil_forms.result",
  owner: "village",
  group: "identity",
  table: "dukcapil_forms",
  sealed: "result_sealed",
};

/** What the registry lists of this module. */
export const dukcapilFields: readonly SealedField[] = [FORM_CONTENT, FORM_RESULT];
