import { eq } from "drizzle-orm";
import type { SiteConfig, Tenant, VillageCtx } from "#app/context.ts";
import type { Zone } from "#app/platform/clock.ts";
import { signFileAddress } from "#app/platform/files/addresses.ts";
import type { FileStore } from "#app/platform/files/store.ts";
import { newId } from "#app/platform/ids.ts";
import { createKeys, DIRECTORY_OWNER } from "#app/platform/keys/keys.ts";
import { readMasterKeys } from "#app/platform/keys/master-keys.ts";
import { createLog } from "#app/platform/log.ts";
import { trialEnd } from "#app/platform/trial.ts";
import { dueHandlers } from "#app/registry.server.ts";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { villageHosts, villages } from "#db/directory/schema/villages.ts";
import type { NamespaceHome } from "#db/homes/home.ts";
import { createHomes } from "#db/homes/homes.ts";
import { villageDatabaseName } from "#db/names.ts";
import { openComparison, openDirectory, openVillage } from "#db/open.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import { provisionVillageDatabase } from "./provision-village.ts";
import { type SeedAccount, type SeededAccount, seedAccount } from "./seed-account.ts";

/** The running site in which villages are seeded. */
export interface SeedSite {
  home: NamespaceHome;
  config: SiteConfig;
  files: FileStore;
  /** 32 bytes in base64, as the worker has it. */
  signingKey: string;
  /** As the worker has them. */
  masterKeys: string;
  now: Date;
}

export interface SeedVillage {
  slug: string;
  /** Without "Desa". */
  name: string;
  regionCode: string;
  district: string;
  regency: string;
  province: string;
  timeZone: Zone;
  /** True unless told. */
  isVerified?: boolean;
  accounts?: SeedAccount[];
  profile?: Partial<typeof villageProfile.$inferInsert>;
}

export interface SeededVillage {
  tenant: Tenant;
  /** Nobody signed in; add an `actor` of `people` to act as somebody. */
  ctx: VillageCtx;
  people: SeededAccount[];
}

/**
 * Makes an active village with its own database, address, profile and people, as sign-up and the first hour leave it,
 * its due work on the calendar.
 * @throws LibsqlError where code or address name is taken
 */
export async function seedVillage(site: SeedSite, village: SeedVillage): Promise<SeededVillage> {
  const villageId = newId(site.now);
  const tenant: Tenant = {
    villageId,
    slug: village.slug,
    name: village.name,
    regionCode: village.regionCode,
    timeZone: village.timeZone,
    isVerified: village.isVerified ?? true,
    trialEndsAt: village.isVerified === false ? trialEnd(site.now) : null,
    isSuspended: false,
    suspendedReason: null,
    home: site.home.name,
    database: villageDatabaseName(villageId),
    schemaVersion: 0,
    epoch: 1,
  };
  await insertIntoDirectory(site, tenant);
  tenant.schemaVersion = await provisionVillageDatabase(site.home, tenant, site.now);
  const ctx = seedCtx(site, tenant);
  await ctx.db.insert(villageProfile).values(profileOf(village, site.now));
  const people: SeededAccount[] = [];
  for (const account of village.accounts ?? []) people.push(await seedAccount(ctx, account));
  await activate(site, tenant);
  return { tenant, ctx, people };
}

/** What a verb needs to run in a village outside of a request. */
export function seedCtx(site: SeedSite, tenant: Tenant): VillageCtx {
  const { config, files, home, now, signingKey } = site;
  const directory = openDirectory(home);
  const keyDeps = { masterKeys: readMasterKeys(site.masterKeys), directory, now };
  return {
    site: "village",
    now,
    requestId: newId(now),
    log: createLog({ village: tenant.slug }, () => {}),
    config,
    directory,
    comparison: openComparison(home),
    directoryKeys: createKeys(keyDeps, DIRECTORY_OWNER),
    keysOf: (villageId) => createKeys(keyDeps, villageId),
    homes: createHomes(home),
    queue: { send: async () => {} },
    address: "127.0.0.1",
    afterwards: () => {},
    tenant,
    db: openVillage(home, tenant),
    keys: createKeys(keyDeps, tenant.villageId),
    files,
    dns: { resolver: { lookUp: async () => null }, authority: "letsencrypt.org" },
    fileUrl: (file, accountId) =>
      signFileAddress({ config, signingKey, now }, tenant.villageId, file.storageKey, accountId),
    actor: null,
    submitKey: null,
  };
}

async function insertIntoDirectory(site: SeedSite, tenant: Tenant): Promise<void> {
  const directory = openDirectory(site.home);
  const createdAt = site.now.toISOString();
  const hostname = new URL(`${site.config.publicScheme}://${site.config.baseHost}`).hostname;
  await directory.batch([
    directory.insert(villages).values({
      id: tenant.villageId,
      slug: tenant.slug,
      name: tenant.name,
      regionCode: tenant.regionCode,
      state: "provisioning",
      trust: tenant.isVerified ? "verified" : "unverified",
      verifiedAt: tenant.isVerified ? createdAt : null,
      trialEndsAt: tenant.trialEndsAt,
      timeZone: tenant.timeZone,
      home: tenant.home,
      database: tenant.database,
      createdAt,
    }),
    directory
      .insert(villageHosts)
      .values({ host: `${tenant.slug}.${hostname}`, villageId: tenant.villageId, kind: "canonical" }),
  ]);
}

async function activate(site: SeedSite, tenant: Tenant): Promise<void> {
  const { schemaVersion, villageId } = tenant;
  const now = site.now.toISOString();
  const directory = openDirectory(site.home);
  const due = dueHandlers.map(({ kind }) =>
    directory.insert(dueJobs).values({ villageId, kind, dueAt: now }).onConflictDoNothing(),
  );
  await directory.batch([
    directory
      .update(villages)
      .set({ state: "active", schemaVersion, activatedAt: now })
      .where(eq(villages.id, villageId)),
    ...due,
  ]);
}

function profileOf(village: SeedVillage, now: Date): typeof villageProfile.$inferInsert {
  return {
    id: 1,
    name: village.name,
    regionCode: village.regionCode,
    districtName: village.district,
    regencyName: village.regency,
    provinceName: village.province,
    timeZone: village.timeZone,
    updatedAt: now.toISOString(),
    ...village.profile,
  };
}
