import { eq } from "drizzle-orm";
import type { ResidentFrame, VillageCtx } from "#app/context.ts";
import { hasSecret, isAlive, type SessionToken } from "#app/platform/sessions/sessions.ts";
import { residents } from "#db/village/schema/population.ts";
import { residentAccounts, residentSessions } from "#db/village/schema/residents.ts";
import { moduleSwitches, villageProfile } from "#db/village/schema/village.ts";
import { isAccountOpen } from "./account-rules.ts";
import type { ResidentSessionRow } from "./resident-session.server.ts";

/**
 * Reads the session of a resident's token with his account, his place in the register, switches and profile, in one
 * round trip.
 * @returns null where the token is wrong or too old, the account is closed or blocked, or its holder is no resident now
 */
export async function loadResidentAccount(
  ctx: VillageCtx,
  token: SessionToken,
): Promise<(ResidentFrame & { session: ResidentSessionRow }) | null> {
  const [found, switches, profiles] = await ctx.db.batch([
    ctx.db
      .select({
        session: residentSessions,
        account: residentAccounts,
        name: residents.name,
        status: residents.status,
      })
      .from(residentSessions)
      .innerJoin(residentAccounts, eq(residentAccounts.id, residentSessions.accountId))
      .innerJoin(residents, eq(residents.id, residentAccounts.residentId))
      .where(eq(residentSessions.id, token.id)),
    ctx.db.select().from(moduleSwitches),
    ctx.db.select().from(villageProfile),
  ]);
  const [row] = found;
  if (!row || !isAccountOpen({ state: row.account.state, status: row.status })) return null;
  if (!(await hasSecret(row.session.secretHash, token)) || !isAlive(row.session, ctx.now)) return null;
  const { id: accountId, residentId } = row.account;
  return {
    resident: { accountId, residentId, sessionId: row.session.id, name: row.name },
    session: row.session,
    switches: new Map(switches.map((each) => [each.module, each.isOn])),
    profile: profiles[0] ?? null,
  };
}
