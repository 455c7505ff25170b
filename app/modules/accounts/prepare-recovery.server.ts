import { and, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { Actor } from "#app/platform/actor.ts";
import { auditRow } from "#app/platform/audit.ts";
import { dayIn, type Zone } from "#app/platform/clock.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { tell } from "#app/platform/inbox.ts";
import type { Keys } from "#app/platform/keys/keys.ts";
import { recoveryExpiry } from "#app/platform/second-factor/recovery-code.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { accounts, auditLog, positionTerms } from "#db/village/schema/accounts.ts";
import { accessLog, recoveryCodes } from "#db/village/schema/security.ts";
import { openContact } from "./contact.server.ts";
import { getAccount } from "./position-term.server.ts";
import { recoverable, signingBlockedUntil } from "./recovery-rules.ts";
import { ACCOUNT_PHONE } from "./sealed-fields.ts";
import { FROM_ABOVE_WORDS } from "./words.ts";

/** A village as people above it reach it, and who reaches. */
export interface VillageFromAbove {
  db: VillageDb;
  keys: Keys;
  timeZone: Zone;
  now: Date;
  requestId: string;
  /** `operator:{id}` or `kabupaten:{id}`, and the name with the office. */
  by: Pick<Actor, "accountId" | "name">;
}

/** The accounts of a village that may be let in again from above, by name. */
export async function listRecoverable(place: Pick<VillageFromAbove, "db" | "timeZone" | "now">) {
  return selectRecoverable(place, place.db);
}

async function selectRecoverable(
  { timeZone, now }: Pick<VillageFromAbove, "timeZone" | "now">,
  db: VillageDb | VillageTx,
) {
  const today = dayIn(timeZone, now);
  const rows = await db
    .select({
      accountId: accounts.id,
      name: accounts.name,
      isAdmin: accounts.isAdmin,
      position: positionTerms.position,
    })
    .from(accounts)
    .leftJoin(
      positionTerms,
      and(
        eq(positionTerms.accountId, accounts.id),
        eq(positionTerms.position, "kepala-desa"),
        lte(positionTerms.startsOn, today),
        or(isNull(positionTerms.endsOn), gt(positionTerms.endsOn, today)),
      ),
    )
    .where(eq(accounts.state, "active"))
    .orderBy(accounts.name);
  return recoverable(rows.map(({ position, ...row }) => ({ ...row, isHead: position !== null })));
}

/**
 * Prepares a link by which an account is let in again, once, within a day. Its owner is told, it signs nothing for a
 * day, and the look at its number is on record. Does nothing the second time for the same id.
 * @param recovery id and hash of the link, which the caller has made and put on record above the village
 * @returns whose it is, and the number that he is to be told at
 * @throws ConflictError where this account is none that is recovered from above
 */
export async function prepareRecovery(
  place: VillageFromAbove,
  accountId: string,
  recovery: { id: string; tokenHash: string },
): Promise<{ name: string; phone: string | null }> {
  const account = await place.db.transaction(async (tx) => {
    const found = (await selectRecoverable(place, tx)).some((each) => each.accountId === accountId);
    if (!found) throw new ConflictError(FROM_ABOVE_WORDS.notRecoverable);
    const [earlier] = await tx.select().from(recoveryCodes).where(eq(recoveryCodes.id, recovery.id));
    const row = await getAccount(tx, accountId);
    if (!earlier) await putRecovery(tx, place, row, recovery);
    await tx.insert(accessLog).values(revealRow(place, accountId));
    return row;
  });
  return { name: account.name, phone: (await openContact(place.keys, account)).phone };
}

/** The look at the number: whoever prepares the recovery has to write to it. */
function revealRow({ now, by, requestId }: VillageFromAbove, accountId: string) {
  return {
    id: newId(now),
    at: now.toISOString(),
    accountId: by.accountId,
    actorName: by.name,
    kind: "reveal" as const,
    what: ACCOUNT_PHONE.field,
    subject: "account",
    subjectId: accountId,
    reason: FROM_ABOVE_WORDS.accessReason,
    requestId,
  };
}

async function putRecovery(
  tx: VillageTx,
  { now, by, requestId }: VillageFromAbove,
  { id: accountId, name }: { id: string; name: string },
  recovery: { id: string; tokenHash: string },
): Promise<void> {
  const createdAt = now.toISOString();
  const open = and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt));
  await tx.update(recoveryCodes).set({ revokedAt: createdAt }).where(open);
  await tx.insert(recoveryCodes).values({
    id: recovery.id,
    accountId,
    codeHash: recovery.tokenHash,
    givenBy: by.accountId,
    createdAt,
    expiresAt: recoveryExpiry(now),
  });
  const block = { signingBlockedUntil: signingBlockedUntil(now) };
  await tx.update(accounts).set(block).where(eq(accounts.id, accountId));
  await tell({ actor: null, now }, tx, [accountId], {
    onceKey: `recovery:${recovery.id}`,
    title: FROM_ABOVE_WORDS.noticeTitle,
    body: FROM_ABOVE_WORDS.notice(by.name),
    href: "/kantor/akun",
  });
  const entry = { action: "account.prepare-recovery", entity: "account", entityId: accountId };
  await tx.insert(auditLog).values(auditRow({ now, requestId, actor: by }, { ...entry, details: { name } }));
}
