import type { OfficeCtx, SiteConfig, Tenant, VillageCtx } from "#app/context.ts";
import { newId } from "#app/platform/ids.ts";
import type { QueueMessage } from "#app/platform/jobs/queue.ts";
import { newKeyRing } from "#app/platform/keys/keys.ts";
import { createLog } from "#app/platform/log.ts";
import { seedAccount } from "#app/seed/seed-account.ts";
import type { NamespaceHome } from "#db/homes/home.ts";
import { createHomes } from "#db/homes/homes.ts";
import { villageDatabaseName } from "#db/names.ts";
import { openComparison, openDirectory, openVillage, type VillageDb } from "#db/open.ts";
import { addVillageDatabase, databaseHome } from "./database-home.ts";
import { createMemoryFileStore, type MemoryFileStore } from "./memory-file-store.ts";
import { testKeys } from "./test-keys.ts";

/** A village of its own for one suite, on a real libSQL server with all migrations. */
export interface TestVillage {
  tenant: Tenant;
  home: NamespaceHome;
  db: VillageDb;
  files: MemoryFileStore;
  /** Messages that verbs sent to the queue. */
  sent: QueueMessage[];
  /** The moment that contexts made from now on carry. */
  setNow(iso: string): void;
  now(): Date;
  /** Somebody who holds these positions (made at the first call for a name). */
  ctxAs(position: string | string[], options?: PersonOptions): Promise<OfficeCtx>;
  /** Nobody signed in. */
  anonymous(): VillageCtx;
  /** Requests to the database server since the last call. */
  takeRoundTrips(): number;
}

export interface PersonOptions {
  name?: string;
  isAdmin?: boolean;
  submitKey?: string;
}

const config: SiteConfig = {
  environment: "test",
  publicScheme: "http",
  baseHost: "localhost:8787",
  signupsPerHour: 30,
};

/**
 * Makes an empty village, Sesela unless told otherwise.
 * @param home a server of the suite's own, for one that cuts transactions off
 */
export async function createTestVillage(
  overrides: Partial<Tenant> = {},
  home: NamespaceHome = databaseHome,
): Promise<TestVillage> {
  let now = new Date("2026-11-24T02:00:00.000Z");
  const villageId = newId(new Date());
  const tenant: Tenant = {
    villageId,
    slug: `uji-${villageId.slice(-12)}`,
    name: "Sesela",
    regionCode: "52.01.09.2003",
    timeZone: "WITA",
    isVerified: true,
    trialEndsAt: null,
    isSuspended: false,
    suspendedReason: null,
    home: home.name,
    database: villageDatabaseName(villageId),
    schemaVersion: 1,
    epoch: 1,
    ...overrides,
  };
  await addVillageDatabase(home, tenant, now);
  let roundTrips = 0;
  const counted = { onRoundTrip: () => void roundTrips++ };
  const db = openVillage(home, tenant, counted);
  const files = createMemoryFileStore();
  const sent: QueueMessage[] = [];
  const people = new Map<string, { accountId: string; sessionId: string }>();

  const ring = newKeyRing();

  const anonymous = (): VillageCtx => {
    const directory = openDirectory(home);
    const { directoryKeys, keysOf } = testKeys(directory, now);
    return {
      site: "village",
      now,
      requestId: newId(new Date()),
      log: createLog({}, () => {}),
      config,
      directory,
      directoryKeys,
      keysOf,
      comparison: openComparison(home),
      homes: createHomes(home),
      queue: { send: async (message) => void sent.push(message) },
      address: "127.0.0.1",
      afterwards: () => {},
      tenant,
      db,
      keys: keysOf(villageId, ring),
      files,
      dns: { resolver: { lookUp: async () => null }, authority: "letsencrypt.org" },
      fileUrl: async (file) => `http://berkas.localhost:8787/${villageId}/${file.storageKey}`,
      actor: null,
      submitKey: null,
    };
  };

  return {
    tenant,
    home,
    db,
    files,
    sent,
    setNow: (iso) => {
      now = new Date(iso);
    },
    now: () => now,
    anonymous,
    ctxAs: async (position, options = {}) => {
      const positions = [position].flat();
      const name = options.name ?? `Pemegang ${positions.join(" ")}`;
      const known = people.get(name);
      const seeded = await seedAccount(anonymous(), {
        name,
        positions,
        isAdmin: options.isAdmin,
        accountId: known?.accountId,
      });
      people.set(name, seeded);
      return { ...anonymous(), submitKey: options.submitKey ?? null, actor: seeded.actor };
    },
    takeRoundTrips: () => {
      const count = roundTrips;
      roundTrips = 0;
      return count;
    },
  };
}
