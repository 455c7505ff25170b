import type { SealedField } from "#app/platform/keys/sealed-field.ts";

/** What a letter says of its persons, as one JSON text. */
export const LETTER_CONTENT: SealedField = {
  field: "letters.content",
  owner: "village",
  group: "identity",
  table: "letters",
  sealed: "content_sealed",
};

/** What the registry lists of this module. */
export const letterFields: readonly SealedField[] = [LETTER_CONTENT];
