import type { SealedField } from "#app/platform/keys/sealed-field.ts";

/** What somebody typed who registered himself, until staff decides. */
export const REGISTRATION_TYPED: SealedField = {
  field: "resident_registrations.typed",
  owner: "village",
  group: "identity",
  table: "resident_registrations",
  sealed: "typed_sealed",
};

/** What a resident says should stand in the register. */
export const PROPOSED_VALUE: SealedField = {
  field: "correction_proposals.value",
  owner: "village",
  group: "identity",
  table: "correction_proposals",
  sealed: "value_sealed",
};

export const residentAccountFields: readonly SealedField[] = [REGISTRATION_TYPED, PROPOSED_VALUE];
