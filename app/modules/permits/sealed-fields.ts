import type { SealedField } from "#app/platform/keys/sealed-field.ts";

/** Address, NIK and phone of who asked, as one JSON text. */
export const APPLICANT: SealedField = {
  field: "permits.applicant",
  owner: "village",
  group: "identity",
  table: "permits",
  sealed: "applicant_sealed",
};

/** What the registry lists of this module. */
export const permitFields: readonly SealedField[] = [APPLICANT];
