import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs, promisify } from "node:util";
import { eq, ne } from "drizzle-orm";
import { hashDatabase } from "#db/backup/content-hash.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { localHome } from "#db/homes/home.ts";
import { findRunningDatabases } from "#db/local/launch/data-directory.ts";
import { openSecrets } from "#db/local/launch/secrets.ts";
import { startLocalServer } from "#db/local/server.ts";
import { VILLAGE_SCHEMA_VERSION } from "#db/migrate-village.ts";
import { connect, openVillage } from "#db/open.ts";
import { openPlace, type Place } from "#db/place.ts";
import { activityComments } from "#db/village/schema/programme.ts";
import { BrowserlessClient, hiddenFields } from "../support/client.ts";
import { addLaggingVillage } from "../support/lagging-village.ts";
import { removeFolder } from "../support/remove-folder.ts";
import { BENCH_PASSWORD, type BenchVillage, startSite } from "./site.ts";
import { short } from "./table.ts";

const { values } = parseArgs({ options: { desa: { type: "string", default: "1000" } } });
const COUNT = Number(values.desa);
const COMPARED = 25;
/** Logs are shipped each minute; a restore names a whole one. */
const SHIPPED_AFTER_MS = 75_000;

/**
 * `npm run bench:story`: an operator's day on one machine, by the commands of the docs while Balai runs. He migrates all
 * villages, is killed half-way and goes on; restores one to a minute; moves one to another home; the others stay as they
 * were. Throws where anything is not so.
 */
async function main(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), "balai-story-"));
  process.once("exit", () => removeFolder(root));
  const dataDir = join(root, "data");
  const second = await startLocalServer({ dataDir: join(root, "kedua") });
  const home = { name: "kedua", kind: "sqld", region: "Mataram", country: "ID" };
  const HOMES = JSON.stringify([{ ...home, url: second.url, adminUrl: second.adminUrl }]);
  const env = { ...process.env, DATA_DIR: dataDir, HOMES, PORT: "0", DEMO: "0" };
  const { working, moving } = await prepare(dataDir);
  const server = await serve(env);
  try {
    const place = placeIn(dataDir, second);
    await migrateAndBeKilled(env, place);
    await restoreToAMinute(env, place, working, server.port);
    await moveOne(env, place, moving.host.split(".")[0] ?? "");
  } finally {
    const gone = once(server.child, "exit");
    server.child.kill("SIGTERM");
    await gone;
    await second.stop();
  }
}

async function timed<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const begin = performance.now();
  const result = await work();
  console.log(`${what}: ${short((performance.now() - begin) / 1000)} s`);
  return result;
}

function hold(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`not so: ${what}`);
  console.log(`  holds: ${what}`);
}

async function prepare(dataDir: string): Promise<{ working: BenchVillage; moving: BenchVillage }> {
  const site = await startSite(dataDir);
  const working = await site.addWorkingVillage("kerja", 14, 1);
  const moving = await site.addWorkingVillage("pindah", 14, 2);
  const place = openPlace(site.balai.home);
  await timed(`${COUNT} villages one schema behind`, async () => {
    for (let made = 0; made < COUNT; made++) await addLaggingVillage(place, VILLAGE_SCHEMA_VERSION - 1);
  });
  await site.stop();
  return { working, moving };
}

async function serve(env: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "scripts/serve.ts"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  return new Promise((resolve, reject) => {
    lines.on("line", (line) => {
      const port = /http:\/\/localhost:(\d+)/.exec(line)?.[1];
      if (port) resolve({ child, port: Number(port) });
    });
    lines.on("close", () => reject(new Error("Balai did not start")));
  });
}

function placeIn(dataDir: string, second: Parameters<typeof localHome>[0]): Place {
  const running = findRunningDatabases(dataDir);
  if (!running) throw new Error("Balai does not run");
  const home = localHome(running, openSecrets(dataDir).databaseToken);
  return openPlace(home, [{ ...localHome(second), kind: "sqld", name: "kedua" }]);
}

async function command(env: NodeJS.ProcessEnv, script: string, ...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [`scripts/${script}.ts`, ...words], { env });
  return stdout;
}

async function migrateAndBeKilled(env: NodeJS.ProcessEnv, place: Place): Promise<void> {
  const lagging = () => place.directory.$count(villages, ne(villages.schemaVersion, VILLAGE_SCHEMA_VERSION));
  const child = spawn(process.execPath, ["scripts/migrate.ts", "--tanpa-cadangan"], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const gone = once(child, "exit");
  child.stdout.resume();
  while ((await lagging()) > COUNT / 2) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill("SIGKILL");
  await gone;
  const left = await lagging();
  hold(left > 0 && left <= COUNT / 2, `killed with ${left} of ${COUNT} villages left`);
  await timed(`the rest, ${left} villages`, () => command(env, "migrate", "--tanpa-cadangan"));
  hold((await lagging()) === 0, "every village is at the present schema");
}

async function restoreToAMinute(env: NodeJS.ProcessEnv, place: Place, village: BenchVillage, port: number) {
  const slug = village.host.split(".")[0] ?? "";
  const host = `${slug}.localhost:${port}`;
  const client = new BrowserlessClient(port, host);
  await client.signIn("kasi-pemerintahan", BENCH_PASSWORD);
  const page = `/kantor/program-kerja/kegiatan/${village.activityId}`;
  const say = async (isi: string) => {
    const form = hiddenFields((await client.get(page)).text);
    const { status } = await client.post(page, { ...form, isi });
    if (status !== 303) throw new Error(`a comment was answered ${status}`);
  };
  await say("Sebelum menit itu");
  await new Promise((resolve) => setTimeout(resolve, SHIPPED_AFTER_MS));
  const minute = new Date(Math.floor(Date.now() / 60_000) * 60_000);
  await say("Sesudah menit itu");
  await new Promise((resolve) => setTimeout(resolve, SHIPPED_AFTER_MS));
  const others = await hashesOfOthers(place, slug);
  // The village's own clock: WITA is UTC+8.
  const local = new Date(minute.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
  console.log(
    (await timed(`restore to ${local}`, () => command(env, "restore-village", slug, "--pada", local))).trim(),
  );
  const [row] = await place.directory.select().from(villages).where(eq(villages.slug, slug));
  if (!row) throw new Error("no village");
  const said = await openVillage(place.home, row).select().from(activityComments);
  const texts = said.map(({ body }) => body);
  hold(texts.includes("Sebelum menit itu"), "what was said before the minute is there");
  hold(!texts.includes("Sesudah menit itu"), "what was said after it is not");
  hold(others === (await hashesOfOthers(place, slug)), `${COMPARED} other villages are the same to the byte`);
}

async function hashesOfOthers(place: Place, slug: string): Promise<string> {
  const rows = await place.directory.select().from(villages).where(ne(villages.slug, slug)).limit(COMPARED);
  const hashes = await Promise.all(
    rows.map(async ({ database }) => hashDatabase(connect(place.home, database))),
  );
  return hashes.join();
}

async function moveOne(env: NodeJS.ProcessEnv, place: Place, slug: string): Promise<void> {
  const told = await timed("move to another home", () => command(env, "move-village", slug, "--ke", "kedua"));
  console.log(told.trim());
  const [row] = await place.directory.select().from(villages).where(eq(villages.slug, slug));
  hold(row?.home === "kedua" && row.movingTo === null, "the directory points to the other home");
}

await main();
