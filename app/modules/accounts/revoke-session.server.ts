import { and, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { invalidateSession, invalidateSessionsOf } from "#app/platform/sessions/sessions.ts";
import { write } from "#app/platform/write.ts";
import { sessions } from "#db/village/schema/accounts.ts";
import { ACCOUNT_WORDS } from "./words.ts";

/** Ends one of the own sessions, on another device. Somebody else's session does not exist for the actor. */
export async function revokeSession(ctx: OfficeCtx, sessionId: string): Promise<void> {
  requirePermission(ctx, "office.enter");
  const { accountId } = ctx.actor;
  if (sessionId === ctx.actor.sessionId) throw new ConflictError(ACCOUNT_WORDS.ownSession);
  await write(ctx, async ({ tx, audit }) => {
    const [row] = await tx
      .select()
      .from(sessions)
      .where(and(eq(sessions.id, sessionId), eq(sessions.accountId, accountId)));
    if (!row) throw new NotFoundError();
    await invalidateSession(tx, sessionId);
    await audit({
      action: "session.revoke",
      entity: "account",
      entityId: accountId,
      details: { device: row.device },
    });
  });
}

/** Ends all own sessions but this one. */
export async function revokeOtherSessions(ctx: OfficeCtx): Promise<void> {
  requirePermission(ctx, "office.enter");
  const { accountId, sessionId } = ctx.actor;
  await write(ctx, async ({ tx, audit }) => {
    await invalidateSessionsOf(tx, accountId, sessionId);
    await audit({ action: "session.revoke-others", entity: "account", entityId: accountId });
  });
}
