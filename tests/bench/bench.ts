import { existsSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { printMoreData, printMoreVillages } from "./growth.ts";
import { printHotPages } from "./hot-pages.ts";
import { printImport } from "./import-residents.ts";
import { startLoadMaker } from "./load.ts";
import { type Bench, FULL, SHORT, warmUpFloor } from "./measure.ts";
import { printMigrations } from "./migrations.ts";
import { printOperations } from "./operations.ts";
import { printRegister } from "./register.ts";
import { type BenchVillage, type Site, startSite } from "./site.ts";

/** `npm run bench [-- --singkat] [--bagian migrasi | impor | register]`: what pages cost beside the least that one can cost, on the present build. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { singkat: { type: "boolean" }, bagian: { type: "string" } } });
  if (!existsSync("build/server/index.js")) throw new Error("no build: npm run build");
  const begin = performance.now();
  console.log(describeMachine());
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (let last = stops.pop(); last; last = stops.pop()) await last();
  };
  // Not `once`: a package of the launcher ends the process at once where it finds itself the only listener.
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => void stop().finally(() => process.exit(130)));
  try {
    const site = await startSite();
    stops.push(site.stop);
    if (values.bagian === "migrasi") {
      await printMigrations(values.singkat ? SHORT : FULL, site);
      return;
    }
    if (values.bagian === "impor") {
      const register = await site.addWorkingVillage("satu", 14, 1);
      await printImport(site, register, values.singkat ? SHORT.residents : FULL.residents);
      return;
    }
    const load = startLoadMaker();
    stops.push(load.stop);
    const scale = values.singkat ? SHORT : FULL;
    const village = await site.addWorkingVillage("satu", 14, 1);
    const floor = { host: village.host, path: "/__lantai" };
    const bench = { load, port: site.balai.port, scale, floor };
    if (values.bagian === "register") {
      await warmUpFloor(bench);
      await printRegister(bench, site);
      return;
    }
    await runAll(bench, site, village);
  } finally {
    await stop();
  }
  console.log(`\nTook ${Math.round((performance.now() - begin) / 1000)} s.`);
}

function describeMachine(): string {
  const [{ model = "unknown" } = {}] = cpus();
  return `${model}, ${cpus().length} cores, Node ${process.version}, ${process.platform} ${process.arch}`;
}

async function runAll(bench: Bench, site: Site, village: BenchVillage): Promise<void> {
  await warmUpFloor(bench);
  const hot = await printHotPages(bench, site, village);
  await printMoreData(bench, site, hot);
  await printMoreVillages(bench, site, village);
  await printRegister(bench, site);
  await printOperations(bench.scale, site);
  await printImport(site, village, bench.scale.residents);
  await printMigrations(bench.scale, site);
}

await main();
