import type { OversightCtx } from "#app/context.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { writeDirectory } from "#app/platform/write-directory.ts";
import { endOverseerSessions } from "./overseer-session.server.ts";

/** Ends all own sessions but this one. */
export async function endOtherSessions(ctx: OversightCtx): Promise<void> {
  const { overseerId, sessionId, regencyCode, permissions } = ctx.overseer;
  if (permissions.size === 0) throw new ForbiddenError();
  await writeDirectory(ctx, async ({ tx, audit }) => {
    await endOverseerSessions(tx, overseerId, sessionId);
    const entry = { action: "overseer.end-other-sessions", entity: "overseer", entityId: overseerId };
    await audit({ ...entry, regencyCode });
  });
}
