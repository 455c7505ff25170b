import type { SealedField } from "#app/platform/keys/sealed-field.ts";

/** Name, address, contact and identity number of who asks, as one JSON text. */
export const APPLICANT: SealedField = {
  field: "information.applicant",
  owner: "village",
  group: "identity",
  table: "information_requests",
  sealed: "applicant_sealed",
};

/** What the registry lists of this module. */
export const informationFields: readonly SealedField[] = [APPLICANT];
