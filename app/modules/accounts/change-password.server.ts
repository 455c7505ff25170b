import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { invalidateSessionsOf } from "#app/platform/sessions/sessions.ts";
import { write } from "#app/platform/write.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { forgetOwnAttempts, tryOwnPassword } from "./attempts.server.ts";
import { openContact } from "./contact.server.ts";
import type { ChangePasswordInput } from "./input.ts";
import { hashChosenPassword } from "./new-password.server.ts";
import { ACCOUNT_WORDS, SIGN_IN_WORDS } from "./words.ts";

/** Changes the own password; the present one is asked first, and all other sessions end. */
export async function changePassword(ctx: OfficeCtx, input: ChangePasswordInput): Promise<void> {
  requirePermission(ctx, "office.enter");
  const { accountId, sessionId } = ctx.actor;
  const account = await tryOwnPassword(ctx, input.kata_sandi);
  if (!account) throw new FieldError("kata_sandi", SIGN_IN_WORDS.wrongPassword);
  if (input.kata_sandi === input.kata_sandi_baru)
    throw new FieldError("kata_sandi_baru", ACCOUNT_WORDS.samePassword);
  const passwordHash = await hashChosenPassword(
    "kata_sandi_baru",
    input.kata_sandi_baru,
    { ...account, ...(await openContact(ctx.keys, account)) },
    ctx.tenant,
  );
  await forgetOwnAttempts(ctx);
  await write(ctx, async ({ tx, audit }) => {
    await tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId));
    await invalidateSessionsOf(tx, accountId, sessionId);
    await audit({ action: "account.change-password", entity: "account", entityId: accountId });
  });
}
