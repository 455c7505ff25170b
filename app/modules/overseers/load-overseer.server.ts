import { eq } from "drizzle-orm";
import type { PortalCtx } from "#app/context.ts";
import type { Overseer } from "#app/platform/overseer.ts";
import type { SessionToken } from "#app/platform/sessions/sessions.ts";
import { overseerSessions, overseers } from "#db/directory/schema/overseers.ts";
import { regions } from "#db/directory/schema/regions.ts";
import { isLiveSession, type OverseerSessionRow } from "./overseer-session.server.ts";
import { oversightPermissionsOf, roleOf } from "./permissions.ts";

/** Somebody above the villages with the session that he came with. */
export interface LoadedOverseer {
  overseer: Overseer;
  session: OverseerSessionRow;
}

/**
 * Reads the session of a token with its person and his kabupaten, in one round trip.
 * @returns null where the token is wrong, too old or unused for too long, or the person was dismissed
 */
export async function loadOverseer(ctx: PortalCtx, token: SessionToken): Promise<LoadedOverseer | null> {
  const [row] = await ctx.directory
    .select({ session: overseerSessions, person: overseers, regencyName: regions.name })
    .from(overseerSessions)
    .innerJoin(overseers, eq(overseers.id, overseerSessions.overseerId))
    .leftJoin(regions, eq(regions.code, overseers.regencyCode))
    .where(eq(overseerSessions.id, token.id));
  if (row?.person.state !== "active") return null;
  if (!(await isLiveSession(row.session, token, ctx.now))) return null;
  const { id, name, kind, regencyCode, isAdmin } = row.person;
  const owesSecondFactor = row.session.secondFactorAt === null;
  const overseer: Overseer = {
    overseerId: id,
    sessionId: row.session.id,
    name,
    kind,
    regencyCode,
    regencyName: row.regencyName,
    isAdmin,
    owesSecondFactor,
    permissions: owesSecondFactor ? new Set() : oversightPermissionsOf(roleOf(row.person)),
  };
  return { overseer, session: row.session };
}
