import { and, eq, inArray, ne, or, type SQL } from "drizzle-orm";
import { FieldError } from "#app/platform/errors.ts";
import type { Keys } from "#app/platform/keys/keys.ts";
import type { VillageTx } from "#db/open.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { type Contact, sealContact } from "./contact.server.ts";
import { ACCOUNT_EMAIL, ACCOUNT_PHONE } from "./sealed-fields.ts";
import { ACCOUNT_WORDS } from "./words.ts";

/** What people sign in with. */
export interface Identity extends Contact {
  username: string | null;
}

/** An identity ready for its columns and for the question whether somebody else has it. */
export interface SealedIdentity {
  columns: Awaited<ReturnType<typeof sealContact>> & { username: string | null };
  /** Conditions that a row of an account with the same phone, e-mail or user name meets. */
  same: { telepon?: SQL; surel?: SQL; nama_pengguna?: SQL };
}

/** Seals an identity. Call it before the transaction: the village's keys may have to be read. */
export async function sealIdentity(keys: Keys, wanted: Identity): Promise<SealedIdentity> {
  const { username } = wanted;
  return {
    columns: { ...(await sealContact(keys, wanted)), username },
    same: {
      telepon: wanted.phone === null ? undefined : await hasPhone(keys, wanted.phone),
      surel: wanted.email === null ? undefined : await hasEmail(keys, wanted.email),
      nama_pengguna: username === null ? undefined : eq(accounts.username, username),
    },
  };
}

/** Condition that finds accounts by phone: by any key's index, and by the plain column until all are carried over. */
export async function hasPhone(keys: Keys, phone: string): Promise<SQL | undefined> {
  const indexes = await keys.indexes(ACCOUNT_PHONE.field, phone);
  return or(inArray(accounts.phoneIndex, indexes), eq(accounts.phone, phone));
}

/** The same by e-mail in lower case. */
export async function hasEmail(keys: Keys, email: string): Promise<SQL | undefined> {
  const indexes = await keys.indexes(ACCOUNT_EMAIL.field, email);
  return or(inArray(accounts.emailIndex, indexes), eq(accounts.email, email));
}

/**
 * Holds that no other account of the village, dismissed ones included, signs in with the same.
 * @throws FieldError at the first field that is taken
 */
export async function refuseTakenIdentity(
  tx: VillageTx,
  { same }: SealedIdentity,
  ownId: string,
): Promise<void> {
  for (const field of ["telepon", "surel", "nama_pengguna"] as const) {
    if (!same[field]) continue;
    const [other] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(same[field], ne(accounts.id, ownId)))
      .limit(1);
    if (other) throw new FieldError(field, ACCOUNT_WORDS.taken[field]);
  }
}
