import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { provisionSharedDatabases } from "#app/seed/provision-village.ts";
import { startLocalServer } from "#db/local/server.ts";
import type { DatabaseHome } from "#db/open.ts";

declare module "vitest" {
  export interface ProvidedContext {
    databaseHome: DatabaseHome;
  }
}

/** One real libSQL server for the whole run; each suite makes its own village in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "balai-test-"));
  const server = await startLocalServer({ dataDir });
  const home = { url: server.url, adminUrl: server.adminUrl };
  await provisionSharedDatabases(home, new Date());
  project.provide("databaseHome", home);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
