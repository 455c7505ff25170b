import { and, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { recordAccess } from "#app/platform/access-log.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { newId, newToken, sha256Hex } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { accounts, passwordResets } from "#db/village/schema/accounts.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { openContact } from "./contact.server.ts";
import type { MadeLink } from "./invite-person.server.ts";
import { linkExpiry, linkState, RESET_DAYS } from "./link-rules.ts";
import { getAccount } from "./position-term.server.ts";
import { ACCOUNT_PHONE } from "./sealed-fields.ts";
import { changePeople } from "./staff.server.ts";
import { LINK_WORDS, PEOPLE_WORDS } from "./words.ts";

/** Makes a link by which somebody sets a new password, once, within a day. His earlier links die; he is told of it. */
export async function resetPassword(ctx: OfficeCtx, accountId: string): Promise<MadeLink> {
  requirePermission(ctx, "people.manage");
  const token = newToken();
  const tokenHash = await sha256Hex(token);
  const made = await write(ctx, async ({ tx, audit }) => {
    const { name, state, phone, phoneSealed } = await getAccount(tx, accountId);
    if (state !== "active") throw new ConflictError(PEOPLE_WORDS.dismissed);
    const id = newId(ctx.now);
    const createdAt = ctx.now.toISOString();
    await changePeople(ctx, tx, { action: "reset-password", targetId: accountId }, async () => {
      const open = and(eq(passwordResets.accountId, accountId), isNull(passwordResets.usedAt));
      await tx.update(passwordResets).set({ revokedAt: createdAt }).where(open);
      const expiresAt = linkExpiry(ctx.now, RESET_DAYS);
      const createdBy = ctx.actor.accountId;
      await tx.insert(passwordResets).values({ id, tokenHash, accountId, createdBy, createdAt, expiresAt });
      await tx.insert(inboxItems).values({
        id: newId(ctx.now),
        accountId,
        onceKey: `password-reset:${id}`,
        title: LINK_WORDS.resetNoticeTitle,
        body: LINK_WORDS.resetNotice(ctx.actor.name),
        href: "/kantor/akun",
        createdAt,
      });
    });
    // The page of the link offers to send it by WhatsApp: the address of that button holds the number.
    if (phoneSealed ?? phone)
      await recordAccess(tx, ctx, {
        kind: "reveal",
        what: ACCOUNT_PHONE.field,
        subject: "account",
        subjectId: accountId,
      });
    await audit({
      action: "account.reset-password",
      entity: "account",
      entityId: accountId,
      details: { name },
    });
    return { id, tokenHash };
  });
  return { id: made.id, token: made.tokenHash === tokenHash ? token : null };
}

/**
 * Whose link the page makes, and whether the token that the browser kept is his link and still works; one round trip.
 * @throws NotFoundError where there is no such person
 */
export async function getResetFacts(ctx: OfficeCtx, accountId: string, token: string | null) {
  requirePermission(ctx, "people.manage");
  const tokenHash = await sha256Hex(token ?? "");
  const [people, links] = await ctx.db.batch([
    ctx.db.select().from(accounts).where(eq(accounts.id, accountId)),
    ctx.db
      .select()
      .from(passwordResets)
      .where(and(eq(passwordResets.tokenHash, tokenHash), eq(passwordResets.accountId, accountId))),
  ]);
  const [person] = people;
  if (!person) throw new NotFoundError(PEOPLE_WORDS.gone);
  const [link] = links;
  const isShown = link !== undefined && linkState(link, ctx.now.toISOString()) === "open";
  const phone = isShown ? (await openContact(ctx.keys, person)).phone : null;
  return { id: person.id, name: person.name, phone, isShown };
}
