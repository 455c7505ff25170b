import { and, eq } from "drizzle-orm";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { accounts, positionTerms } from "#db/village/schema/accounts.ts";
import { PEOPLE_WORDS } from "./words.ts";

export type PositionTerm = typeof positionTerms.$inferSelect;

/** One person of the office, dismissed ones included; NotFoundError where there is none. */
export async function getAccount(db: VillageDb | VillageTx, accountId: string) {
  const [account] = await db.select().from(accounts).where(eq(accounts.id, accountId));
  if (!account) throw new NotFoundError(PEOPLE_WORDS.gone);
  return account;
}

/** Which term a form is about, and the version that its person saw. */
export interface TermRef {
  accountId: string;
  termId: string;
  version: number;
}

/**
 * A term that can still be changed, as the form's person saw it.
 * @param today the village's day: a term that is over stays as it is
 * @throws NotFoundError, also where the term is another person's; ConflictError where it is over or was changed since
 */
export async function getOpenTerm(tx: VillageTx, ref: TermRef, today: string): Promise<PositionTerm> {
  const [term] = await tx
    .select()
    .from(positionTerms)
    .where(and(eq(positionTerms.id, ref.termId), eq(positionTerms.accountId, ref.accountId)));
  if (!term) throw new NotFoundError(PEOPLE_WORDS.gone);
  if (term.endsOn !== null && term.endsOn <= today) throw new ConflictError(PEOPLE_WORDS.termOver);
  if (term.version !== ref.version) throw new ConflictError(PEOPLE_WORDS.stale);
  return term;
}
