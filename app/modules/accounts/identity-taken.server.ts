import { and, eq, ne, or } from "drizzle-orm";
import { FieldError } from "#app/platform/errors.ts";
import type { VillageTx } from "#db/open.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { ACCOUNT_WORDS } from "./words.ts";

/** What people sign in with. */
export interface Identity {
  phone: string | null;
  email: string | null;
  username: string | null;
}

/**
 * Holds that no other account of the village, dismissed ones included, signs in with the same.
 * @throws FieldError at the first field that is taken
 */
export async function refuseTakenIdentity(tx: VillageTx, wanted: Identity, ownId: string): Promise<void> {
  const same = or(
    wanted.phone ? eq(accounts.phone, wanted.phone) : undefined,
    wanted.email ? eq(accounts.email, wanted.email) : undefined,
    wanted.username ? eq(accounts.username, wanted.username) : undefined,
  );
  if (!same) return;
  const others = await tx
    .select()
    .from(accounts)
    .where(and(same, ne(accounts.id, ownId)));
  const fields = [
    ["telepon", (each: Identity) => each.phone !== null && each.phone === wanted.phone],
    ["surel", (each: Identity) => each.email !== null && each.email === wanted.email],
    ["nama_pengguna", (each: Identity) => each.username !== null && each.username === wanted.username],
  ] as const;
  const taken = fields.find(([, isSame]) => others.some(isSame));
  if (taken) throw new FieldError(taken[0], ACCOUNT_WORDS.taken[taken[0]]);
}
