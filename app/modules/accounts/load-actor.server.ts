import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { OfficeFrame, VillageCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { type SessionToken, validateSessionToken } from "#app/platform/sessions/sessions.ts";
import { accounts, positionTerms, sessions } from "#db/village/schema/accounts.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { moduleSwitches, villageProfile } from "#db/village/schema/village.ts";
import { permissionsOf } from "./permissions.ts";

/**
 * Reads the session of a token with its account, positions, switches and unread messages, in one round trip.
 * While the session owes its second factor the actor holds no permission.
 * @returns null where the token is wrong or too old, or the account was dismissed
 */
export async function loadActor(ctx: VillageCtx, token: SessionToken): Promise<OfficeFrame | null> {
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const accountId = sql`(SELECT account_id FROM sessions WHERE id = ${token.id})`;
  const [found, terms, switches, unread, profiles] = await ctx.db.batch([
    ctx.db
      .select()
      .from(sessions)
      .innerJoin(accounts, eq(accounts.id, sessions.accountId))
      .where(eq(sessions.id, token.id)),
    ctx.db
      .select()
      .from(positionTerms)
      .where(
        and(
          eq(positionTerms.accountId, accountId),
          or(isNull(positionTerms.endsOn), gt(positionTerms.endsOn, today)),
        ),
      ),
    ctx.db.select().from(moduleSwitches),
    ctx.db
      .select({ count: sql<number>`count(*)` })
      .from(inboxItems)
      .where(and(eq(inboxItems.accountId, accountId), isNull(inboxItems.readAt))),
    ctx.db.select().from(villageProfile),
  ]);
  const row = found[0];
  if (row?.accounts.state !== "active") return null;
  if (!(await validateSessionToken(row.sessions, token, ctx.now))) return null;
  const positions = terms.filter((term) => term.startsOn <= today);
  return {
    actor: {
      accountId: row.accounts.id,
      sessionId: row.sessions.id,
      name: row.accounts.name,
      isAdmin: row.accounts.isAdmin,
      signingBlockedUntil: row.accounts.signingBlockedUntil,
      positions: positions.map(({ position, status, areaId }) => ({ position, status, areaId })),
      permissions: row.sessions.owesSecondFactor
        ? new Set()
        : permissionsOf(
            positions.map((term) => term.position),
            row.accounts.isAdmin,
          ),
    },
    session: row.sessions,
    switches: new Map(switches.map((each) => [each.module, each.isOn])),
    unreadCount: unread[0]?.count ?? 0,
    profile: profiles[0] ?? null,
  };
}
