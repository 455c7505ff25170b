import { and, desc, eq, gt } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { sessions } from "#db/village/schema/accounts.ts";
import { openContact } from "./contact.server.ts";
import { getAccount } from "./position-term.server.ts";

/** What one signs in with, for the own account's form. */
export async function getOwnAccount(ctx: OfficeCtx) {
  const account = await getAccount(ctx.db, ctx.actor.accountId);
  const { name, username } = account;
  return { name, username, ...(await openContact(ctx.keys, account)) };
}

/** The own sessions that are alive, this one first, then by last use; without secrets. */
export async function listOwnSessions(ctx: OfficeCtx) {
  const rows = await ctx.db
    .select({
      id: sessions.id,
      device: sessions.device,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(and(eq(sessions.accountId, ctx.actor.accountId), gt(sessions.expiresAt, ctx.now.toISOString())))
    .orderBy(desc(sessions.lastSeenAt));
  return rows
    .map((row) => ({ ...row, isThis: row.id === ctx.actor.sessionId }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis));
}
