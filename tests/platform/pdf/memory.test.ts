import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";

/** A third of what 2,000 rows took while every stroke of every page was kept until the end. */
const HEAP_MB = 32;

it("draws a table of many pages in little memory", async () => {
  const worker = new Worker(new URL("./long-table.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  const size = await new Promise<number>((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  expect(size).toBeGreaterThan(100_000);
}, 60_000);
