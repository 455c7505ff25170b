import type { Keys } from "#app/platform/keys/keys.ts";
import { openValue, sealValue } from "#app/platform/keys/sealed-field.ts";
import type { accounts, invitations } from "#db/village/schema/accounts.ts";
import { ACCOUNT_EMAIL, ACCOUNT_PHONE, INVITATION_PHONE } from "./sealed-fields.ts";

/** How a person is reached, and by what he may sign in besides a user name. */
export interface Contact {
  /** Digits starting with 62. */
  phone: string | null;
  email: string | null;
}

type ContactColumns = Pick<
  typeof accounts.$inferSelect,
  "phone" | "phoneSealed" | "phoneIndex" | "email" | "emailSealed" | "emailIndex"
>;

/** The columns of an account that hold a contact: sealed, with blind indexes; the plain ones stay empty. */
export async function sealContact(keys: Keys, contact: Contact): Promise<ContactColumns> {
  const phone = await sealValue(keys, ACCOUNT_PHONE, contact.phone);
  const email = await sealValue(keys, ACCOUNT_EMAIL, contact.email);
  return {
    phone: null,
    phoneSealed: phone.sealed,
    phoneIndex: phone.index,
    email: null,
    emailSealed: email.sealed,
    emailIndex: email.index,
  };
}

/** The contact of an account's row. */
export async function openContact(
  keys: Keys,
  row: Omit<ContactColumns, "phoneIndex" | "emailIndex">,
): Promise<Contact> {
  return {
    phone: await openValue(keys, ACCOUNT_PHONE, row.phoneSealed, row.phone),
    email: await openValue(keys, ACCOUNT_EMAIL, row.emailSealed, row.email),
  };
}

/** The phone of whom an invitation is for. */
export function openInvitedPhone(
  keys: Keys,
  row: Pick<typeof invitations.$inferSelect, "phone" | "phoneSealed">,
): Promise<string | null> {
  return openValue(keys, INVITATION_PHONE, row.phoneSealed, row.phone);
}
