import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { provisionSharedDatabases } from "#app/seed/provision-village.ts";
import { localHome, type NamespaceHome } from "#db/homes/home.ts";
import { startLocalServer } from "#db/local/server.ts";
import { removeFolder } from "./remove-folder.ts";

declare module "vitest" {
  export interface ProvidedContext {
    databaseHome: NamespaceHome;
  }
}

/** One real libSQL server for the whole run; each suite makes its own village in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "balai-test-"));
  const server = await startLocalServer({ dataDir });
  const home = localHome(server);
  await provisionSharedDatabases(home, new Date());
  project.provide("databaseHome", home);
  return async () => {
    await server.stop();
    removeFolder(dataDir);
  };
}
