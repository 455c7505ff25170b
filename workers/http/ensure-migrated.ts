import type { BaseCtx, Tenant } from "#app/context.ts";
import { registerDue } from "#app/platform/jobs/due.ts";
import { KEYS_KIND } from "#app/platform/keys/keys-due.ts";
import { migrateVillage, VILLAGE_SCHEMA_VERSION } from "#db/migrate-village.ts";

/**
 * Lets a village be opened only at the schema that this code knows. Where its directory row lags, the first request
 * takes a lease and migrates; the others are told to come back.
 * @returns the tenant at the present schema, or null while somebody else migrates it
 */
export async function ensureMigrated(base: BaseCtx, tenant: Tenant): Promise<Tenant | null> {
  if (tenant.schemaVersion >= VILLAGE_SCHEMA_VERSION) return tenant;
  const village = { id: tenant.villageId, database: tenant.database };
  const schemaVersion = await migrateVillage(base.homes.get(tenant.home), base.directory, village, base.now);
  if (schemaVersion === null) return null;
  // What the new columns ask for (plain values to be sealed) is not left to the next `npm run migrate`.
  await registerDue(base, tenant.villageId, KEYS_KIND, base.now);
  return { ...tenant, schemaVersion };
}
