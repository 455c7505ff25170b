import { sql } from "drizzle-orm";
import { newId } from "#app/platform/ids.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { migrateAllVillages } from "#db/migrate-all.ts";
import { VILLAGE_SCHEMA_VERSION } from "#db/migrate-village.ts";
import { villageDatabaseName } from "#db/names.ts";
import { openPlace } from "#db/place.ts";
import { migrations } from "#db/village/migrations/bundle.ts";
import { BrowserlessClient, sendRequest } from "#tests/support/client.ts";
import { quantile } from "./load.ts";
import type { Scale } from "./measure.ts";
import { BENCH_PASSWORD, type Site } from "./site.ts";
import { markdownTable, short } from "./table.ts";

const SWEEP = "*/5 * * * *";
const MIGRATED_AT_ONCE = 4;

/** Prints how long a sign-up takes and how many villages a minute are migrated. */
export async function printOperations(scale: Scale, site: Site): Promise<void> {
  const signups = await timeSignups(site, scale.signups);
  const last = await migrateMany(site, scale.migrations, VILLAGE_SCHEMA_VERSION - 1);
  const all = await migrateMany(site, scale.migrations, 0);
  const ofMany = `villages a minute (of ${scale.migrations})`;
  const rows = [
    [`sign-up to ready, median of ${scale.signups}, in ms`, short(quantile(signups, 0.5))],
    ["sign-up to ready, slowest, in ms", short(quantile(signups, 1))],
    [`the last migration, ${ofMany}`, short(last)],
    [`all ${VILLAGE_SCHEMA_VERSION} migrations, ${ofMany}`, short(all)],
  ];
  console.log("\n## Work\n");
  console.log(markdownTable(["what", "figure"], rows));
}

/** Milliseconds from `POST /daftar` until the new village's sign-in page answers, one sign-up after the other. */
async function timeSignups({ balai }: Site, count: number): Promise<number[]> {
  const { directory } = openPlace(balai.home);
  const free = await directory.all<{ code: string }>(
    sql`SELECT code FROM regions WHERE level = 4 AND kind = 'desa' ORDER BY number LIMIT ${count}`,
  );
  const times: number[] = [];
  for (const [index, { code }] of free.entries()) {
    const begin = performance.now();
    await signUp(balai, code, index);
    times.push(performance.now() - begin);
  }
  return times;
}

async function signUp({ port, baseHost }: Site["balai"], code: string, index: number): Promise<void> {
  const portal = new BrowserlessClient(port, baseHost);
  const answer = await portal.post("/daftar", {
    kode_desa: code,
    subdomain: `daftar-${index}`,
    nama: "Lalu Ahmad Wirya",
    jabatan: "kasi-pemerintahan",
    telepon: `08120000${String(1000 + index)}`,
    kata_sandi: BENCH_PASSWORD,
  });
  if (answer.status !== 303) throw new Error(`POST /daftar answered ${answer.status}`);
  const ready = await sendRequest(port, `daftar-${index}.${baseHost}`, "/masuk");
  if (ready.status !== 200) throw new Error(`/masuk of a new village answered ${ready.status}`);
}

/** Villages a minute that `npm run migrate` brings from a schema version to the present one. */
async function migrateMany({ balai }: Site, count: number, fromVersion: number): Promise<number> {
  const place = openPlace(balai.home);
  for (let number = 0; number < count; number++) await addLagging(place, number, fromVersion);
  const begin = performance.now();
  const report = await migrateAllVillages(place, () => new Date(), {
    concurrency: MIGRATED_AT_ONCE,
    limit: count,
  });
  const minutes = (performance.now() - begin) / 60_000;
  if (report.migrated !== count) throw new Error(`migrated ${report.migrated} of ${count}`);
  return count / minutes;
}

async function addLagging(
  { home, provisioner, directory }: ReturnType<typeof openPlace>,
  number: number,
  schemaVersion: number,
) {
  const id = newId(new Date());
  const database = villageDatabaseName(id);
  const at = new Date().toISOString();
  await provisioner.createDatabase(database);
  await migrateDatabase(home, database, migrations.slice(0, schemaVersion), at);
  await directory.insert(villages).values({
    id,
    slug: `lama-${schemaVersion}-${number}`,
    name: "Uji",
    regionCode: `98.01.0${schemaVersion}.${2000 + number}`,
    state: "active",
    timeZone: "WITA",
    home: "utama",
    database,
    schemaVersion,
    createdAt: at,
  });
}

/** Milliseconds of each of `times` sweeps. */
export async function timeSweeps({ balai }: Site, times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const begin = performance.now();
    await balai.fireCron(SWEEP);
    taken.push(performance.now() - begin);
  }
  return taken;
}
