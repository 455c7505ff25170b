import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { getAccount } from "./position-term.server.ts";
import { changePeople } from "./staff.server.ts";
import { PEOPLE_WORDS } from "./words.ts";

/** Opens a dismissed account again, without any position and without the rights of who signed the village up. */
export async function reinstateAccount(ctx: OfficeCtx, accountId: string): Promise<{ name: string }> {
  requirePermission(ctx, "people.manage");
  return write(ctx, async ({ tx, audit }) => {
    const account = await getAccount(tx, accountId);
    const { name, state } = account;
    if (state === "active") throw new ConflictError(PEOPLE_WORDS.notDismissed);
    if (!hasSignInName(account)) throw new ConflictError(PEOPLE_WORDS.contactRemoved);
    await changePeople(ctx, tx, { action: "reinstate", targetId: accountId }, async () => {
      const active = { state: "active", dismissedAt: null, isAdmin: false } as const;
      await tx.update(accounts).set(active).where(eq(accounts.id, accountId));
    });
    await audit({ action: "account.reinstate", entity: "account", entityId: accountId, details: { name } });
    return { name };
  });
}

/** Is anything left by which the person could sign in? Contacts of the dismissed are removed after a time. */
function hasSignInName(account: Awaited<ReturnType<typeof getAccount>>): boolean {
  const { username, phone, phoneIndex, email, emailIndex } = account;
  return [username, phone, phoneIndex, email, emailIndex].some((each) => each !== null);
}
