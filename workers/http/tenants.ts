import { eq, sql } from "drizzle-orm";
import type { Tenant } from "#app/context.ts";
import { newKeyRing } from "#app/platform/keys/keys.ts";
import { selectDataKeys } from "#db/directory/data-keys.ts";
import { villageHosts, villages } from "#db/directory/schema/villages.ts";
import type { DirectoryDb } from "#db/open.ts";

interface Known {
  tenant: Tenant;
  until: number;
}

/** What this isolate knows of hosts. Unknown hosts are not remembered: a new village answers at once. */
const known = new Map<string, Known>();
const MAX_KNOWN = 2000;

/**
 * The village that a host names, with its data keys, or null. Reads the directory (one round trip) unless this isolate asked lately.
 * @param hostname without port, lower case
 * @param cacheSeconds how long an answer is trusted
 */
export async function findTenant(
  directory: DirectoryDb,
  hostname: string,
  now: number,
  cacheSeconds: number,
): Promise<Tenant | null> {
  const hit = known.get(hostname);
  if (hit && hit.until > now) return hit.tenant;
  const [[row], keys] = await directory.batch([
    directory
      .select()
      .from(villageHosts)
      .innerJoin(villages, eq(villages.id, villageHosts.villageId))
      .where(eq(villageHosts.host, hostname)),
    selectDataKeys(directory, sql`(SELECT village_id FROM village_hosts WHERE host = ${hostname})`),
  ]);
  known.delete(hostname);
  if (!row || (row.villages.state !== "active" && row.villages.state !== "suspended")) return null;
  const tenant = { ...toTenant(row.villages), keyRing: newKeyRing(keys) };
  if (known.size >= MAX_KNOWN) known.clear();
  if (cacheSeconds > 0) known.set(hostname, { tenant, until: now + cacheSeconds * 1000 });
  return tenant;
}

/** Asks anew at the next request: what this isolate remembers of a host has turned out to be old. */
export function forgetTenant(hostname: string): void {
  known.delete(hostname);
}

/** A directory row as the tenant that contexts carry. */
export function toTenant(row: typeof villages.$inferSelect): Tenant {
  return {
    villageId: row.id,
    slug: row.slug,
    name: row.name,
    regionCode: row.regionCode,
    timeZone: row.timeZone,
    isVerified: row.trust === "verified",
    trialEndsAt: row.trust === "verified" ? null : row.trialEndsAt,
    isSuspended: row.state === "suspended",
    suspendedReason: row.suspendedReason,
    home: row.home,
    database: row.database,
    schemaVersion: row.schemaVersion,
    movingSince: row.movingSince,
    epoch: row.epoch,
    quotaBytes: row.quotaBytes,
    fileBytes: row.fileBytes,
  };
}
