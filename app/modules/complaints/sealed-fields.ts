import type { SealedField } from "#app/platform/keys/sealed-field.ts";

/** Name and phone of somebody who complains without an account, as one JSON text. */
export const COMPLAINT_SENDER: SealedField = {
  field: "complaints.sender",
  owner: "village",
  group: "contact",
  table: "complaints",
  sealed: "sender_sealed",
};

export const complaintFields: readonly SealedField[] = [COMPLAINT_SENDER];
