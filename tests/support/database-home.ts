import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { provisionSharedDatabases } from "#app/seed/provision-village.ts";
import { localHome, type NamespaceHome } from "#db/homes/home.ts";
import { startNearServer } from "./near-server.ts";

/** The home of all suites that run in this process, with directory and comparison; each makes its own village in it. */
export const databaseHome: NamespaceHome = await startHome();

async function startHome(): Promise<NamespaceHome> {
  const server = await startNearServer({ dataDir: mkdtempSync(join(inject("databasesDir"), "dbs-")) });
  const home = localHome(server);
  await provisionSharedDatabases(home, new Date());
  return home;
}
