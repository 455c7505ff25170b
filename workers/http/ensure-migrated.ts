import type { BaseCtx, Tenant } from "#app/context.ts";
import { registerDue } from "#app/platform/jobs/due.ts";
import { KEYS_KIND } from "#app/platform/keys/keys-due.ts";
import { migrateVillage, REQUIRED_SCHEMA_VERSION } from "#db/migrate-village.ts";

/**
 * Lets a village be opened only at a schema that this code can work with. Where its directory row lags, the first
 * request takes a lease and migrates; the others are told to come back. What takes old columns away waits for
 * `npm run migrate`: this code works without it.
 * @returns the tenant at the schema that it has now, or null while it can't be served
 */
export async function ensureMigrated(base: BaseCtx, tenant: Tenant): Promise<Tenant | null> {
  if (tenant.schemaVersion >= REQUIRED_SCHEMA_VERSION) return tenant;
  const village = { ...tenant, id: tenant.villageId };
  const { directory, now, vault } = base;
  const schemaVersion = await migrateVillage(base.homes.get(tenant.home), directory, village, now, { vault });
  if (schemaVersion === null || schemaVersion < REQUIRED_SCHEMA_VERSION) return null;
  // What the new columns ask for (plain values to be sealed) is not left to the next `npm run migrate`.
  await registerDue(base, tenant.villageId, KEYS_KIND, now);
  return { ...tenant, schemaVersion };
}
