import type { OfficeCtx } from "#app/context.ts";
import { recordAccess } from "#app/platform/access-log.ts";
import { requirePermission } from "#app/platform/require.ts";
import { type Contact, openContact } from "./contact.server.ts";
import { getAccount } from "./position-term.server.ts";
import { ACCOUNT_EMAIL, ACCOUNT_PHONE } from "./sealed-fields.ts";

/**
 * A person's phone and e-mail in full, for holders of `data.contact`. The log is written first.
 * @throws NotFoundError where there is no such person
 */
export async function revealContact(ctx: OfficeCtx, accountId: string): Promise<Contact> {
  requirePermission(ctx, "data.contact");
  const contact = await openContact(ctx.keys, await getAccount(ctx.db, accountId));
  const shown = { [ACCOUNT_PHONE.field]: contact.phone, [ACCOUNT_EMAIL.field]: contact.email };
  await ctx.db.transaction(async (tx) => {
    for (const [what, value] of Object.entries(shown))
      if (value !== null)
        await recordAccess(tx, ctx, { kind: "reveal", what, subject: "account", subjectId: accountId });
  });
  return contact;
}
