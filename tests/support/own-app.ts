import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { provisionSharedDatabases } from "#app/seed/provision-village.ts";
import type { Balai, BalaiOptions } from "#db/local/launch/balai.ts";
import { startBalai } from "#db/local/launcher.ts";
import type { seedTestVillage } from "./app.ts";
import { TEST_CLOCK_START } from "./clock-start.ts";
import { createMemoryFileStore } from "./memory-file-store.ts";
import { removeFolder } from "./remove-folder.ts";

type SeedableApp = Parameters<typeof seedTestVillage>[0];

/** A built app that one suite has for itself, to break it. */
export interface OwnApp extends SeedableApp {
  balai: Balai;
  /** Lines that the worker wrote. */
  lines: string[];
  stop(): Promise<void>;
}

/** Starts it with empty shared databases, without the regions. */
export async function startOwnApp(options: Partial<BalaiOptions> = {}): Promise<OwnApp> {
  const dataDir = mkdtempSync(join(tmpdir(), "balai-own-"));
  const lines: string[] = [];
  const balai = await startBalai({
    dataDir,
    port: 0,
    environment: "test",
    clock: TEST_CLOCK_START,
    buildDir: process.env.BALAI_BUILD_DIR,
    prepare: (home) => provisionSharedDatabases(home, new Date(TEST_CLOCK_START)),
    onLog: (line) => void lines.push(line),
    ...options,
    vars: { TENANT_CACHE_SECONDS: "0", ...options.vars },
  });
  return {
    balai,
    lines,
    port: balai.port,
    baseHost: balai.baseHost,
    seedSite: async () => ({
      home: balai.home,
      config: { environment: "test", publicScheme: "http", baseHost: balai.baseHost, signupsPerHour: 30 },
      files: createMemoryFileStore(),
      signingKey: balai.signingKey,
      masterKeys: balai.masterKeys,
      now: balai.now(),
    }),
    stop: async () => {
      await balai.stop();
      removeFolder(dataDir);
    },
  };
}
