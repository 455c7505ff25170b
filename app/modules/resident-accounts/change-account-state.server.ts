import { and, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { residentAccounts } from "#db/village/schema/residents.ts";
import type { AccountStateInput } from "./input.ts";
import { endResidentSessions } from "./resident-session.server.ts";
import { ACCOUNT_WORDS } from "./words.ts";

/** Blocks a resident's account at once, or lets him in again with the PIN that he has. */
export async function changeAccountState(
  ctx: OfficeCtx,
  residentId: string,
  input: AccountStateInput,
): Promise<void> {
  requirePermission(ctx, "resident-accounts.manage");
  const state = input.keadaan === "blokir" ? ("blocked" as const) : ("active" as const);
  await write(ctx, async ({ tx, audit }) => {
    const [account] = await tx
      .select()
      .from(residentAccounts)
      .where(eq(residentAccounts.residentId, residentId));
    if (!account) throw new NotFoundError(ACCOUNT_WORDS.noAccount);
    const at = ctx.now.toISOString();
    const changed = await tx
      .update(residentAccounts)
      .set({ state, blockedAt: state === "blocked" ? at : null, updatedAt: at, version: account.version + 1 })
      .where(and(eq(residentAccounts.id, account.id), eq(residentAccounts.version, input.versi)));
    if (changed.rowsAffected === 0) throw new ConflictError(ACCOUNT_WORDS.changed);
    if (state === "blocked") await endResidentSessions(tx, account.id);
    const action = state === "blocked" ? "resident-account.block" : "resident-account.open";
    await audit({ action, entity: "resident", entityId: residentId });
    return null;
  });
}
