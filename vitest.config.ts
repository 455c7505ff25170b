import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { cloudflareTest } from "@cloudflare/vitest-pool-workers";
import { defineConfig } from "vitest/config";

const [, compatibilityDate] =
  /^compatibility_date = "(.+)"$/m.exec(readFileSync("wrangler.toml", "utf8")) ?? [];

// Suites of these share one running app for each project: files take turns, so that a suite may turn the clock.
const onOneApp = {
  environment: "node" as const,
  globalSetup: ["tests/support/app-server.ts"],
  setupFiles: ["tests/support/reset-clock.ts"],
  fileParallelism: false,
  isolate: false,
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve: {
          alias: [
            {
              find: "virtual:react-router/server-build",
              replacement: resolve("tests/support/no-server-build.ts"),
            },
            { find: /^\.\/password-cost\.ts$/, replacement: resolve("tests/support/cheap-password-cost.ts") },
          ],
        },
        test: {
          name: "node",
          // Two cores, and no suite changes what modules hold: loading them anew for each file took half of the time.
          maxWorkers: 2,
          isolate: false,
          testTimeout: 60_000,
          environment: "node",
          globalSetup: ["tests/support/database-server.ts"],
          include: ["tests/**/*.test.ts", "tests/**/*.test.tsx"],
          exclude: ["tests/{workers,http,launcher,isolation,faults,browser}/**"],
        },
      },
      {
        plugins: [
          cloudflareTest({ miniflare: { compatibilityDate, compatibilityFlags: ["nodejs_compat"] } }),
        ],
        test: { name: "workers", include: ["tests/workers/**/*.test.ts"] },
      },
      {
        test: { ...onOneApp, name: "app", include: ["tests/http/**/*.test.ts"], testTimeout: 60_000 },
      },
      {
        test: {
          ...onOneApp,
          name: "attacks",
          include: ["tests/{isolation,faults}/**/*.test.ts"],
          testTimeout: 60_000,
        },
      },
      {
        // Each starts a Balai of its own.
        test: {
          name: "launcher",
          environment: "node",
          include: ["tests/launcher/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
        },
      },
      {
        test: { ...onOneApp, name: "browser", include: ["tests/browser/**/*.test.ts"], testTimeout: 120_000 },
      },
    ],
  },
});
