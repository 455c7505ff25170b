import { and, desc, eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { sha256Hex } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { knownDevices } from "#db/village/schema/security.ts";

/** Letters of a device's hash that name it in forms. */
const MARK_LENGTH = 16;

/**
 * The devices that the own account has signed in from, the latest first.
 * @param token of the device in use
 */
export async function listOwnDevices(ctx: OfficeCtx, token: string) {
  const own = await sha256Hex(token);
  const rows = await ctx.db
    .select()
    .from(knownDevices)
    .where(eq(knownDevices.accountId, ctx.actor.accountId))
    .orderBy(desc(knownDevices.lastSeenAt));
  return rows.map(({ deviceHash, device, firstSeenAt, lastSeenAt }) => ({
    mark: deviceHash.slice(0, MARK_LENGTH),
    device,
    firstSeenAt,
    lastSeenAt,
    isThis: deviceHash === own,
  }));
}

/** Forgets a device: the next sign-in from it is told as from a new one. */
export async function forgetDevice(ctx: OfficeCtx, mark: string): Promise<void> {
  requirePermission(ctx, "office.enter");
  const { accountId } = ctx.actor;
  await write(ctx, async ({ tx, audit }) => {
    const own = await tx.select().from(knownDevices).where(eq(knownDevices.accountId, accountId));
    const found = own.find(({ deviceHash }) => deviceHash.slice(0, MARK_LENGTH) === mark);
    if (!found) throw new NotFoundError();
    await tx
      .delete(knownDevices)
      .where(and(eq(knownDevices.accountId, accountId), eq(knownDevices.deviceHash, found.deviceHash)));
    const details = { device: found.device };
    await audit({ action: "account.forget-device", entity: "account", entityId: accountId, details });
  });
}
