import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { R2Bucket } from "@cloudflare/workers-types";
import { sql } from "drizzle-orm";
import { createR2Store } from "#app/platform/files/r2-store.ts";
import { createS3Store, readS3Settings } from "#app/platform/files/s3-store.ts";
import { type DemoAccount, listDemoAccounts, seedDemo } from "#app/seed/demo.ts";
import { provisionSharedDatabases } from "#app/seed/provision-village.ts";
import type { SeedSite } from "#app/seed/seed-village.ts";
import { loadRegions } from "#db/directory/regions-load.ts";
import { villages } from "#db/directory/schema/villages.ts";
import type { NamespaceHome } from "#db/homes/home.ts";
import type { Balai } from "#db/local/launch/balai.ts";
import { DataInUseError } from "#db/local/launch/data-directory.ts";
import { startBalai } from "#db/local/launcher.ts";
import { VILLAGE_SCHEMA_VERSION } from "#db/migrate-village.ts";
import type { ObjectStore } from "#db/object-store.ts";
import { openDirectory } from "#db/open.ts";
import { noteRunningCode } from "#db/running-code.ts";
import { readOfficialRegions } from "./load-regions.ts";
import { refuseLostDirectory } from "./lost-directory.ts";
import { readSettings, type Settings, SettingsError } from "./settings.ts";

/** Runs Balai until it is told to stop: what `npm start` starts once packages and build are there. */
async function main(): Promise<void> {
  const settings = readSettings(process.env);
  let accounts: DemoAccount[] = [];
  const started: { balai?: Balai } = {};
  stopOnSignals(started);
  const balai = await startBalai({
    ...settings,
    firesCrons: true,
    prepare: async (home) => {
      await refuseLostDirectory(home, settings);
      await prepare(home);
    },
    storeOf: (bucket) => storeFor(bucket, settings),
    beforeOpen: async (opening) => {
      if (settings.hasDemo) accounts = await openDemo(opening, settings);
    },
    onLog: (line) => console.log(line),
  });
  started.balai = balai;
  console.log(describeAddresses(balai, accounts, settings));
}

/** The S3-compatible store that the settings name, else the worker's own bucket: the same as the worker's. */
function storeFor(bucket: R2Bucket, { vars }: Settings): ObjectStore {
  const named = readS3Settings(vars);
  return named && named !== "incomplete" ? createS3Store(named, () => new Date()) : createR2Store(bucket);
}

async function prepare(home: NamespaceHome): Promise<void> {
  const now = new Date();
  await provisionSharedDatabases(home, now);
  const directory = openDirectory(home);
  await noteRunningCode(directory, VILLAGE_SCHEMA_VERSION, now);
  const loaded = await directory.get<{ n: number }>(sql`SELECT count(*) AS n FROM regions`);
  if (loaded && loaded.n > 0) return;
  console.log("Memuat daftar wilayah resmi ...");
  await loadRegions(directory, await readOfficialRegions(), { now });
}

/** The first start makes the demo, if the directory has no village yet; one cut off half-way is made again. */
async function openDemo(
  balai: Balai,
  { dataDir, environment, publicScheme }: Settings,
): Promise<DemoAccount[]> {
  const path = join(dataDir, "demo.json");
  const state: string | null = existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).state : null;
  const note = (next: string) => {
    writeFileSync(`${path}.new`, JSON.stringify({ state: next }));
    renameSync(`${path}.new`, path);
  };
  const site: SeedSite = {
    home: balai.home,
    config: { environment, publicScheme, baseHost: balai.baseHost, signupsPerHour: 30 },
    files: createR2Store(balai.bucket),
    signingKey: balai.signingKey,
    masterKeys: balai.masterKeys,
    now: new Date(),
  };
  if (state === "made") return listDemoAccounts(site.config);
  if (state === null && (await openDirectory(balai.home).$count(villages)) > 0) return [];
  note("making");
  console.log("Membuat data contoh ...");
  const accounts = await seedDemo(site);
  note("made");
  return accounts;
}

function describeAddresses(balai: Balai, accounts: DemoAccount[], settings: Settings): string {
  const lines = ["", `Balai berjalan di ${balai.url}`, `Data tersimpan di ${resolve(settings.dataDir)}`];
  let shown = "";
  for (const { alamat, identitas, kata_sandi, jabatan } of accounts) {
    if (alamat !== shown) lines.push("", `Desa contoh: ${alamat}`);
    shown = alamat;
    lines.push(`  ${jabatan.padEnd(24)} nama pengguna ${identitas.padEnd(11)} kata sandi ${kata_sandi}`);
  }
  return [...lines, "", "Tekan Ctrl+C untuk berhenti.", ""].join("\n");
}

/** Ctrl+C reaches this process twice, from the terminal and by way of its parent: that is one wish. */
const ECHO_MS = 1_000;

function stopOnSignals(started: { balai?: Balai }): void {
  let stoppingSince = 0;
  const stop = async () => {
    const now = performance.now();
    if (stoppingSince > 0 && now - stoppingSince < ECHO_MS) return;
    // Half-way through a start, or told again: what is written is safe, and workerd goes with this process.
    if (stoppingSince > 0 || !started.balai) process.exit(130);
    stoppingSince = now;
    await started.balai.stop().catch(fail);
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  process.on("disconnect", stop);
}

/** Ends with a sentence about what the person can do; with the error itself where nobody foresaw it. */
function fail(error: unknown): never {
  console.error(sentenceOf(error));
  process.exit(1);
}

function sentenceOf(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  const port = process.env.PORT ?? "8787";
  if (code === "EADDRINUSE") {
    return `Port ${port} sedang dipakai program lain. Hentikan program itu, atau pilih port lain: PORT=8790 npm start`;
  }
  if (code === "EACCES") return `Port ${port} atau folder data tidak boleh dipakai oleh pengguna ini.`;
  if (error instanceof DataInUseError) {
    return `Balai lain (proses ${error.pid}) sedang memakai folder data ini. Hentikan dahulu, atau pilih folder lain: DATA_DIR=... npm start`;
  }
  return error instanceof SettingsError ? error.message : error;
}

await main().catch(fail);
