import { and, eq, isNull, lt, or } from "drizzle-orm";
import type { BaseCtx, Tenant } from "#app/context.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { migrations } from "#db/village/migrations/bundle.ts";
import { type Env, homeOf } from "../bindings.ts";

const LEASE_SECONDS = 60;

/**
 * Lets a village be opened only at the schema that this code knows. Where its directory row lags, the first request
 * takes a lease and migrates; the others are told to come back.
 * @returns the tenant at the present schema, or null while somebody else migrates it
 */
export async function ensureMigrated(base: BaseCtx, env: Env, tenant: Tenant): Promise<Tenant | null> {
  if (tenant.schemaVersion >= migrations.length) return tenant;
  const now = base.now.toISOString();
  const until = new Date(base.now.getTime() + LEASE_SECONDS * 1000).toISOString();
  const free = or(isNull(villages.migrationLeasedUntil), lt(villages.migrationLeasedUntil, now));
  const taken = await base.directory
    .update(villages)
    .set({ migrationLeasedUntil: until })
    .where(and(eq(villages.id, tenant.villageId), free))
    .returning({ schemaVersion: villages.schemaVersion });
  if (taken.length === 0) return null;
  const schemaVersion = await migrateDatabase(homeOf(env), tenant.database, migrations, now);
  await base.directory
    .update(villages)
    .set({ schemaVersion, migrationLeasedUntil: null })
    .where(eq(villages.id, tenant.villageId));
  return { ...tenant, schemaVersion };
}
