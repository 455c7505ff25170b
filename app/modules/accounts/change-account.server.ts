import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { refuseTakenIdentity, sealIdentity } from "./identity-taken.server.ts";
import type { ChangeAccountInput } from "./input.ts";
import { ACCOUNT_WORDS } from "./words.ts";

/** Changes the own name and what one signs in with. */
export async function changeAccount(ctx: OfficeCtx, input: ChangeAccountInput): Promise<void> {
  requirePermission(ctx, "office.enter");
  const { accountId } = ctx.actor;
  const identity = {
    phone: input.telepon ?? null,
    email: input.surel ?? null,
    username: input.nama_pengguna ?? null,
  };
  if (!identity.phone && !identity.email && !identity.username)
    throw new FieldError("telepon", ACCOUNT_WORDS.noIdentity);
  const sealed = await sealIdentity(ctx.keys, identity);
  await write(ctx, async ({ tx, audit }) => {
    await refuseTakenIdentity(tx, sealed, accountId);
    await tx
      .update(accounts)
      .set({ name: input.nama, ...sealed.columns })
      .where(eq(accounts.id, accountId));
    await audit({
      action: "account.change",
      entity: "account",
      entityId: accountId,
      details: { from: ctx.actor.name, name: input.nama },
    });
  });
}
