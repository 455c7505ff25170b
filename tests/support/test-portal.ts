import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PortalCtx } from "#app/context.ts";
import type { StartSignupInput } from "#app/modules/signup/input.ts";
import { newId } from "#app/platform/ids.ts";
import type { QueueMessage } from "#app/platform/jobs/queue.ts";
import { createLog } from "#app/platform/log.ts";
import { provisionSharedDatabases } from "#app/seed/provision-village.ts";
import { loadRegions } from "#db/directory/regions-load.ts";
import { localHome, type NamespaceHome, type Provisioner } from "#db/homes/home.ts";
import { createHomes, type Homes } from "#db/homes/homes.ts";
import { type DirectoryDb, openComparison, openDirectory } from "#db/open.ts";
import { createMemoryFileStore, type MemoryFileStore } from "./memory-file-store.ts";
import { startNearServer } from "./near-server.ts";
import { removeFolder } from "./remove-folder.ts";
import { testKeys } from "./test-keys.ts";

/** A libSQL server of its own with directory, comparison and a few official regions. */
export interface TestPortal {
  home: NamespaceHome;
  directory: DirectoryDb;
  /** Messages sent to the queue by contexts of this portal. */
  sent: QueueMessage[];
  files: MemoryFileStore;
  ctx(overrides?: Partial<PortalCtx>): PortalCtx;
  /** The portal's home, with another answer to some of the provisioner's calls. */
  homesWith(changes: Partial<Provisioner>): Homes;
  stop(): Promise<void>;
}

/** The regions that every test portal has. */
export const REGIONS: readonly [code: string, name: string][] = [
  ["52", "Nusa Tenggara Barat"],
  ["52.01", "Kabupaten Lombok Barat"],
  ["52.01.14", "Batulayar"],
  ["52.01.14.2001", "Batulayar"],
  ["52.01.14.2002", "Meninting"],
  ["52.01.14.2006", "Senggigi"],
  ["52.01.14.2009", "Batu Layar Barat"],
  ["52.71", "Kota Mataram"],
  ["52.71.01", "Ampenan"],
  ["52.71.01.1001", "Taman Sari"],
  ["91", "Papua"],
  ["91.03", "Kabupaten Jayapura"],
  ["91.03.01", "Sentani"],
  ["91.03.01.3007", "Yobeh"],
];

/**
 * @param transactionTimeoutMs short for tests that cut connections off in the middle of a transaction; elsewhere a busy
 *   machine must not cut one off
 */
export async function createTestPortal(
  regions: readonly (readonly [code: string, name: string])[] = REGIONS,
  transactionTimeoutMs = 10_000,
): Promise<TestPortal> {
  const dataDir = mkdtempSync(join(tmpdir(), "balai-portal-"));
  const server = await startNearServer({ dataDir, transactionTimeoutMs });
  const home = localHome(server);
  const now = new Date("2026-11-24T02:00:00.000Z");
  await provisionSharedDatabases(home, now);
  const directory = openDirectory(home);
  await loadRegions(
    directory,
    regions.map(([code, name]) => ({ code, name })),
    { now },
  );
  const sent: QueueMessage[] = [];
  const files = createMemoryFileStore();
  const ctx = (overrides: Partial<PortalCtx> = {}): PortalCtx => ({
    ...testKeys(directory, overrides.now ?? now),
    site: "portal",
    now,
    requestId: newId(new Date()),
    log: createLog({}, () => {}),
    config: { environment: "test", publicScheme: "http", baseHost: "localhost:8787", signupsPerHour: 30 },
    directory: openDirectory(home),
    comparison: openComparison(home),
    homes: createHomes(home),
    queue: { send: async (message) => void sent.push(message) },
    address: "192.0.2.7",
    afterwards: () => {},
    dueKinds: ["housekeeping"],
    trialDays: 60,
    files,
    overseer: null,
    submitKey: null,
    ...overrides,
  });
  const homesWith = (changes: Partial<Provisioner>): Homes => {
    const homes = createHomes(home);
    return { ...homes, provisionerOf: (name) => ({ ...homes.provisionerOf(name), ...changes }) };
  };
  const stop = async () => {
    await server.stop();
    removeFolder(dataDir);
  };
  return { home, directory, sent, files, ctx, homesWith, stop };
}

/** A sign-up that passes every rule, of the Kasi Pemerintahan of Senggigi unless told. */
export function signupOf(overrides: Partial<StartSignupInput> = {}): StartSignupInput {
  return {
    kode_desa: "52.01.14.2006",
    subdomain: "senggigi",
    nama: "Lalu Ahmad",
    jabatan: "kasi-pemerintahan",
    telepon: "6281234567890",
    kata_sandi: "kopi lombok pagi",
    ...overrides,
  };
}
