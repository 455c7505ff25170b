import { eq } from "drizzle-orm";
import type { OversightCtx } from "#app/context.ts";
import {
  listRecoverable,
  prepareRecovery,
  type VillageFromAbove,
} from "#app/modules/accounts/prepare-recovery.server.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { newId, newToken, sha256Hex } from "#app/platform/ids.ts";
import { requireOversight, requireOwnRegency } from "#app/platform/require.ts";
import { writeDirectory } from "#app/platform/write-directory.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { openVillage } from "#db/open.ts";
import { RECOVER_WORDS, roleName } from "./words.ts";

type VillageRow = typeof villages.$inferSelect;

/** Region code of the kabupaten or kota that a village lies in. */
function regencyOf(village: VillageRow): string {
  return village.regionCode.slice(0, 5);
}

/**
 * A village whose Kepala Desa the actor may let in again, its database ready to be written.
 * @throws NotFoundError for another kabupaten's, ConflictError while it is on its way to another home
 */
export async function getRecoveryVillage(ctx: OversightCtx, villageId: string): Promise<VillageRow> {
  requireOversight(ctx, "villages.recover");
  const [village] = await ctx.directory.select().from(villages).where(eq(villages.id, villageId));
  if (!village || (village.state !== "active" && village.state !== "suspended")) throw new NotFoundError();
  requireOwnRegency(ctx, village.regionCode);
  return village;
}

/** The accounts of a village that may be let in again: its Kepala Desa, by name. */
export async function findRecoverable(ctx: OversightCtx, villageId: string) {
  const place = fromAbove(ctx, await getRecoveryVillage(ctx, villageId));
  const people = await listRecoverable(place);
  if (people.length === 0) throw new ConflictError(RECOVER_WORDS.nobody);
  return people.map(({ accountId, name, isHead }) => ({ accountId, name, isHead }));
}

/** A link just made, whose it is, and the number at which he is told. */
export interface PreparedRecovery {
  id: string;
  /** Stored nowhere; null where the same form was sent twice. */
  token: string | null;
  name: string;
  phone: string | null;
}

/**
 * Makes a link by which a Kepala Desa who lost his account gets in again, once, within a day. It goes on record above the
 * village first: where the village does not answer, the record stands and the same form makes no second link.
 */
export async function recoverHead(
  ctx: OversightCtx,
  villageId: string,
  accountId: string,
): Promise<PreparedRecovery> {
  const village = await getRecoveryVillage(ctx, villageId);
  if (village.movingTo) throw new ConflictError(RECOVER_WORDS.moving);
  const token = newToken();
  const tokenHash = await sha256Hex(token);
  const made = await writeDirectory(ctx, async ({ audit }) => {
    const id = newId(ctx.now);
    const entry = { action: "village.recover-account", entity: "account", entityId: accountId };
    const details = { recovery: id };
    await audit({ ...entry, villageId, regencyCode: regencyOf(village), details });
    return { id, tokenHash };
  });
  const person = await prepareRecovery(fromAbove(ctx, village), accountId, made);
  return { id: made.id, token: made.tokenHash === tokenHash ? token : null, ...person };
}

/** Puts on record that the message to the old number was sent: by the operator's own WhatsApp, not by Balai. */
export async function recordRecoveryNotice(
  ctx: OversightCtx,
  villageId: string,
  recoveryId: string,
): Promise<void> {
  const village = await getRecoveryVillage(ctx, villageId);
  await writeDirectory(ctx, async ({ audit }) => {
    const entry = { action: "village.recovery-notice", entity: "recovery", entityId: recoveryId };
    await audit({ ...entry, villageId, regencyCode: regencyOf(village) });
  });
}

function fromAbove(ctx: OversightCtx, village: VillageRow): VillageFromAbove {
  const { overseerId, kind, name, regencyName } = ctx.overseer;
  return {
    db: openVillage(ctx.homes.get(village.home), village),
    keys: ctx.keysOf(village.id),
    timeZone: village.timeZone,
    now: ctx.now,
    requestId: ctx.requestId,
    by: { accountId: `${kind}:${overseerId}`, name: `${name} (${roleName(ctx.overseer, regencyName)})` },
  };
}
