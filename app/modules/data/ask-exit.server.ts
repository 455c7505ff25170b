import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newToken } from "#app/platform/ids.ts";
import { tell } from "#app/platform/inbox.ts";
import { registerDue } from "#app/platform/jobs/due.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { civilDateIn, formatDate } from "#app/ui/format.ts";
import { settings } from "#db/village/schema/village.ts";
import { findExitWish, listActiveAccounts } from "./exit-wish.server.ts";
import { EXPORT_KIND } from "./exports.server.ts";
import type { AskExitInput } from "./input.ts";
import { requireOwnPassword } from "./own-password.server.ts";
import { EXIT_SETTING, type ExitWish, exitDueAt } from "./rules.ts";
import { DATA_WORDS } from "./words.ts";

/**
 * Asks that the village leaves and all that it has is deleted. Until then it works as before, so that what is under way
 * can be finished and taken along; everybody is told, and the Kepala Desa may call it off.
 * @returns day of the end, in the village's zone
 */
export async function askExit(ctx: OfficeCtx, input: AskExitInput): Promise<string> {
  requirePermission(ctx, "village.exit");
  requireMaySign(ctx);
  const { slug, villageId, timeZone } = ctx.tenant;
  if (input.alamat !== slug) throw new FieldError("alamat", DATA_WORDS.wrongAddress(slug));
  await requireOwnPassword(ctx, input.kata_sandi);
  const wish: ExitWish = {
    accountId: ctx.actor.accountId,
    name: ctx.actor.name,
    askedAt: ctx.now.toISOString(),
    dueAt: exitDueAt(ctx.now, input.tunggu),
    proofToken: newToken(),
  };
  const kept = await write(ctx, async ({ tx, audit }) => {
    if (await findExitWish(tx)) throw new ConflictError(DATA_WORDS.exitOpen);
    await tx.insert(settings).values({ key: EXIT_SETTING, value: wish, updatedAt: wish.askedAt });
    const details = { dueAt: wish.dueAt };
    await audit({ action: "data.ask-exit", entity: "village", entityId: villageId, details });
    const title = DATA_WORDS.exitNews(formatDate(civilDateIn(new Date(wish.dueAt), timeZone)));
    await tell(ctx, tx, await listActiveAccounts(tx), {
      onceKey: `exit:${wish.askedAt}`,
      title,
      body: DATA_WORDS.exitNewsBody,
      href: "/kantor",
    });
    return wish;
  });
  await registerDue(ctx, villageId, EXPORT_KIND, new Date(kept.dueAt));
  return formatDate(civilDateIn(new Date(kept.dueAt), timeZone));
}
