import { and, desc, eq, gt } from "drizzle-orm";
import type { ResidentCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { write } from "#app/platform/write.ts";
import { residentSessions } from "#db/village/schema/residents.ts";
import { endResidentSession } from "./resident-session.server.ts";

/** Where the resident is signed in, this one first. */
export async function listResidentDevices(ctx: ResidentCtx) {
  const { accountId, sessionId } = ctx.resident;
  const { id, device, lastSeenAt } = residentSessions;
  const rows = await ctx.db
    .select({ id, device, lastSeenAt })
    .from(residentSessions)
    .where(
      and(eq(residentSessions.accountId, accountId), gt(residentSessions.expiresAt, ctx.now.toISOString())),
    )
    .orderBy(desc(lastSeenAt));
  return rows
    .map((row) => ({ ...row, isThis: row.id === sessionId }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis));
}

/** Ends one of his sessions. */
export async function endDevice(ctx: ResidentCtx, sessionId: string): Promise<void> {
  const { accountId, residentId } = ctx.resident;
  await write(ctx, async ({ tx, audit }) => {
    const gone = await endResidentSession(tx, accountId, sessionId);
    if (gone.rowsAffected === 0) throw new NotFoundError();
    await audit({ action: "resident-session.end", entity: "resident", entityId: residentId });
    return null;
  });
}
