import { copyFileSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import type { Tenant } from "#app/context.ts";
import { provisionSharedDatabases, provisionVillageDatabase } from "#app/seed/provision-village.ts";
import { localHome, type NamespaceHome } from "#db/homes/home.ts";
import { createProvisioner } from "#db/homes/homes.ts";
import { startNearServer } from "./near-server.ts";

const dataDir = mkdtempSync(join(inject("databasesDir"), "dbs-"));

/** The home of all suites that run in this process, with directory and comparison; each makes its own village in it. */
export const databaseHome: NamespaceHome = await startHome();

async function startHome(): Promise<NamespaceHome> {
  const home = localHome(await startNearServer({ dataDir }));
  await provisionSharedDatabases(home, new Date());
  return home;
}

const PATTERN = "pola";
let pattern: Promise<string> | undefined;

/** Makes an empty village's database; in the home of all, by the file of one: all migrations take as long as a test. */
export async function addVillageDatabase(
  home: NamespaceHome,
  village: Pick<Tenant, "database">,
  now: Date,
): Promise<void> {
  if (home !== databaseHome) {
    await provisionVillageDatabase(home, village, now);
    return;
  }
  pattern ??= makePattern(now);
  copyFileSync(await pattern, join(dataDir, `${village.database}.db`));
}

/** A copy has no log beside it. */
async function makePattern(now: Date): Promise<string> {
  const copy = `${PATTERN}-salinan`;
  await provisionVillageDatabase(databaseHome, { database: PATTERN }, now);
  await createProvisioner(databaseHome).copyDatabase(PATTERN, copy);
  return join(dataDir, `${copy}.db`);
}
