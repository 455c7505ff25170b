import { and, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { tell } from "#app/platform/inbox.ts";
import { requirePermission } from "#app/platform/require.ts";
import {
  hashRecoveryCode,
  newRecoveryCode,
  recoveryExpiry,
} from "#app/platform/second-factor/recovery-code.ts";
import { hasSecondFactor } from "#app/platform/second-factor/store.ts";
import { write } from "#app/platform/write.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { recoveryCodes } from "#db/village/schema/security.ts";
import { accountFactors } from "./factor-store.server.ts";
import { linkState } from "./link-rules.ts";
import { getAccount } from "./position-term.server.ts";
import { changePeople } from "./staff.server.ts";
import { PEOPLE_WORDS, RECOVERY_WORDS } from "./words.ts";

/**
 * Gives a code that replaces somebody's lost second factor once, within a day; earlier ones die, and he is told. Nobody
 * gives one to himself, and nobody in the village to the Kepala Desa.
 * @returns the code, which is stored nowhere; null where the same form was sent twice
 */
export async function giveRecoveryCode(ctx: OfficeCtx, accountId: string): Promise<{ code: string | null }> {
  requirePermission(ctx, "people.manage");
  const code = newRecoveryCode();
  const codeHash = await hashRecoveryCode(code);
  const made = await write(ctx, async ({ tx, audit }) => {
    const { name, state } = await getAccount(tx, accountId);
    if (state !== "active") throw new ConflictError(PEOPLE_WORDS.dismissed);
    const factors = await accountFactors(ctx, tx).findFactors(accountId);
    if (!factors || !hasSecondFactor(factors)) throw new ConflictError(RECOVERY_WORDS.noFactor(name));
    const id = newId(ctx.now);
    const createdAt = ctx.now.toISOString();
    await changePeople(ctx, tx, { action: "give-recovery", targetId: accountId }, async () => {
      const open = and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt));
      await tx.update(recoveryCodes).set({ revokedAt: createdAt }).where(open);
      const expiresAt = recoveryExpiry(ctx.now);
      const givenBy = ctx.actor.accountId;
      await tx.insert(recoveryCodes).values({ id, accountId, codeHash, givenBy, createdAt, expiresAt });
    });
    await tell(ctx, tx, [accountId], {
      onceKey: `recovery-code:${id}`,
      title: RECOVERY_WORDS.noticeTitle,
      body: RECOVERY_WORDS.notice(ctx.actor.name),
      href: "/kantor/akun",
    });
    const entry = { action: "account.give-recovery-code", entity: "account", entityId: accountId };
    await audit({ ...entry, details: { name } });
    return { codeHash };
  });
  return { code: made.codeHash === codeHash ? code : null };
}

/**
 * For whom the page gives a code, and whether the one that the browser kept is his and still works; one round trip.
 * @throws NotFoundError where there is no such person
 */
export async function getRecoveryFacts(ctx: OfficeCtx, accountId: string, code: string | null) {
  requirePermission(ctx, "people.manage");
  const codeHash = await hashRecoveryCode(code ?? "");
  const [people, codes] = await ctx.db.batch([
    ctx.db.select().from(accounts).where(eq(accounts.id, accountId)),
    ctx.db
      .select()
      .from(recoveryCodes)
      .where(and(eq(recoveryCodes.codeHash, codeHash), eq(recoveryCodes.accountId, accountId))),
  ]);
  const [person] = people;
  if (!person) throw new NotFoundError(PEOPLE_WORDS.gone);
  const [given] = codes;
  const isShown = given !== undefined && linkState(given, ctx.now.toISOString()) === "open";
  return { id: person.id, name: person.name, isShown, expiresAt: given?.expiresAt ?? null };
}
