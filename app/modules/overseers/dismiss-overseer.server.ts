import { and, count, eq, isNull } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import { ConflictError, ForbiddenError } from "#app/platform/errors.ts";
import { writeDirectory } from "#app/platform/write-directory.ts";
import { overseerInvitations, overseerPasskeys, overseers } from "#db/directory/schema/overseers.ts";
import type { DirectoryTx } from "#db/open.ts";
import { getManaged, requireManager } from "./list-overseers.server.ts";
import { endOverseerSessions } from "./overseer-session.server.ts";
import { refuseDismissal } from "./people-rules.ts";
import { OVERSEER_REFUSALS, OVERSEER_WORDS } from "./words.ts";

/** Closes somebody's account: sessions, second factors and the invitations that he gave out end at once. */
export async function dismissOverseer(ctx: OversightCtx, overseerId: string): Promise<{ name: string }> {
  requireManager(ctx);
  return writeDirectory(ctx, async ({ tx, audit }) => {
    const person = await getManaged(ctx, tx, overseerId);
    if (person.state === "dismissed") throw new ConflictError(OVERSEER_WORDS.dismissed);
    const refusal = refuseDismissal(ctx.overseer.overseerId, person, await countOperators(tx));
    if (refusal) throw new ForbiddenError(OVERSEER_REFUSALS[refusal]);
    await closeAccount(tx, overseerId, ctx.now.toISOString());
    const { name, kind, regencyCode } = person;
    const entry = { action: "overseer.dismiss", entity: "overseer", entityId: overseerId, regencyCode };
    await audit({ ...entry, details: { name, kind } });
    return { name };
  });
}

/** Signs somebody out everywhere: a device was lost, or somebody else sits at it. */
export async function signOutEverywhere(ctx: OversightCtx, overseerId: string): Promise<{ name: string }> {
  requireManager(ctx);
  return writeDirectory(ctx, async ({ tx, audit }) => {
    const { name, regencyCode } = await getManaged(ctx, tx, overseerId);
    await endOverseerSessions(tx, overseerId, ctx.overseer.sessionId);
    const entry = { action: "overseer.end-sessions", entity: "overseer", entityId: overseerId, regencyCode };
    await audit({ ...entry, details: { name } });
    return { name };
  });
}

async function closeAccount(tx: DirectoryTx, overseerId: string, dismissedAt: string): Promise<void> {
  const closed = { state: "dismissed", dismissedAt } as const;
  const noTotp = { totpSealed: null, totpConfirmedAt: null, totpLastStep: null };
  await tx
    .update(overseers)
    .set({ ...closed, ...noTotp })
    .where(eq(overseers.id, overseerId));
  await tx.delete(overseerPasskeys).where(eq(overseerPasskeys.overseerId, overseerId));
  await endOverseerSessions(tx, overseerId);
  const waiting = and(isNull(overseerInvitations.acceptedAt), isNull(overseerInvitations.revokedAt));
  await tx
    .update(overseerInvitations)
    .set({ revokedAt: dismissedAt })
    .where(and(eq(overseerInvitations.invitedBy, overseerId), waiting));
}

async function countOperators(tx: DirectoryTx): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(overseers)
    .where(and(eq(overseers.kind, "operator"), eq(overseers.state, "active")));
  return row?.count ?? 0;
}
