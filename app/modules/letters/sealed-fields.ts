import type { SealedField } from "#app/platform/keys/sealed-field.ts";

/** What a letter says of its persons, as one JSON text. */
export const LETTER_CONTENT: SealedField = {
  field: "letters.content",
  owner: "village",
  group: "identity",
  table: "letters",
  sealed: "content_sealed",
};

/** User and password of the village's e-sign client service, as one JSON text. Its name is of where it lay at first. */
export const BSRE_ACCESS: SealedField = {
  field: "settings.bsre",
  owner: "village",
  group: "secret",
  table: "signing_services",
  sealed: "access_sealed",
};

/** What the registry lists of this module. */
export const letterFields: readonly SealedField[] = [LETTER_CONTENT, BSRE_ACCESS];
