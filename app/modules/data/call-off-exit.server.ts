import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { settleMessages, tell } from "#app/platform/inbox.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { dropExitWish, findExitWish, listActiveAccounts } from "./exit-wish.server.ts";
import { DATA_WORDS } from "./words.ts";

/** Calls the end of the village off, as long as it has not come. */
export async function callOffExit(ctx: OfficeCtx): Promise<void> {
  requirePermission(ctx, "village.exit");
  await write(ctx, async ({ tx, audit }) => {
    const wish = await findExitWish(tx);
    if (!wish || wish.dueAt <= ctx.now.toISOString()) throw new ConflictError(DATA_WORDS.noExit);
    await dropExitWish(tx);
    await audit({ action: "data.call-off-exit", entity: "village", entityId: ctx.tenant.villageId });
    await settleMessages(ctx, tx, `exit:${wish.askedAt}`);
    await tell(ctx, tx, await listActiveAccounts(tx), {
      onceKey: `exit-off:${wish.askedAt}`,
      title: DATA_WORDS.exitOffNews,
      href: "/kantor",
    });
    return null;
  });
}
