import type { SealedField } from "#app/platform/keys/sealed-field.ts";
import { normalisePhone } from "./identity-rules.ts";

export const ACCOUNT_PHONE: SealedField = {
  field: "accounts.phone",
  owner: "village",
  group: "contact",
  table: "accounts",
  sealed: "phone_sealed",
  index: "phone_index",
  plain: "phone",
  normalise: (text) => normalisePhone(text) ?? text,
};

export const ACCOUNT_EMAIL: SealedField = {
  field: "accounts.email",
  owner: "village",
  group: "contact",
  table: "accounts",
  sealed: "email_sealed",
  index: "email_index",
  plain: "email",
  normalise: (text) => text.trim().toLowerCase(),
};

export const ACCOUNT_TOTP: SealedField = {
  field: "accounts.totp",
  owner: "village",
  group: "secret",
  table: "accounts",
  sealed: "totp_sealed",
};

export const INVITATION_PHONE: SealedField = {
  field: "invitations.phone",
  owner: "village",
  group: "contact",
  table: "invitations",
  sealed: "phone_sealed",
  plain: "phone",
};

/** What the registry lists of this module. */
export const accountFields: readonly SealedField[] = [
  ACCOUNT_PHONE,
  ACCOUNT_EMAIL,
  ACCOUNT_TOTP,
  INVITATION_PHONE,
];
