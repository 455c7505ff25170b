import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { asc } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { provisionSharedDatabases } from "#app/seed/provision-village.ts";
import { backups } from "#db/directory/schema/backups.ts";
import { migrationRuns } from "#db/directory/schema/operations.ts";
import { villages } from "#db/directory/schema/villages.ts";
import type { VillageRow } from "#db/directory/villages.ts";
import { localHome } from "#db/homes/home.ts";
import { collectGarbage } from "#db/local/garbage.ts";
import { VILLAGE_SCHEMA_VERSION } from "#db/migrate-village.ts";
import { connect } from "#db/open.ts";
import { openPlace, type Place } from "#db/place.ts";
import { migrations } from "#db/village/migrations/bundle.ts";
import { type S3Double, startS3Double } from "#tests/platform/files/s3-double.ts";
import { addLaggingVillage } from "#tests/support/lagging-village.ts";
import { startNearServer } from "#tests/support/near-server.ts";
import { removeFolder } from "../../support/remove-folder.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const COUNT = 20;
const dataDir = mkdtempSync(join(tmpdir(), "balai-migrasi-"));
let store: S3Double;
beforeAll(async () => {
  const now = () => new Date();
  store = await startS3Double({ keyId: "KUNCI", secret: "rahasia", bucket: "berkas", now });
  await whileStopped(async (place) => {
    await provisionSharedDatabases(place.home, new Date());
    for (let made = 0; made < COUNT; made++) await addLaggingVillage(place, VILLAGE_SCHEMA_VERSION - 1);
  });
});
afterAll(async () => {
  await store.stop();
  removeFolder(dataDir);
});

/** Looks into the data directory while no command is at it. */
async function whileStopped<Result>(work: (place: Place) => Promise<Result>): Promise<Result> {
  const server = await startNearServer({ dataDir: join(dataDir, "dbs"), collect: collectGarbage });
  try {
    return await work(openPlace(localHome(server)));
  } finally {
    await server.stop();
  }
}

function environment(): NodeJS.ProcessEnv {
  const { LIBSQL_URL, BACKUP_KEY, ...rest } = process.env;
  return {
    ...rest,
    DATA_DIR: dataDir,
    FILES_S3_ENDPOINT: store.endpoint,
    FILES_S3_REGION: "id-jkt",
    FILES_S3_BUCKET: "berkas",
    FILES_S3_KEY_ID: "KUNCI",
    FILES_S3_SECRET: "rahasia",
  };
}

/** Starts the command and kills it without warning once it has said that ten villages are done. */
async function killHalfWay(): Promise<string[]> {
  const child: ChildProcess = spawn(process.execPath, ["scripts/migrate.ts", "--serentak", "3"], {
    env: environment(),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exit = once(child, "exit");
  const lines: string[] = [];
  if (child.stdout)
    for await (const line of createInterface({ input: child.stdout })) {
      lines.push(line);
      if (line.includes("10 desa selesai")) child.kill("SIGKILL");
    }
  expect(await exit).toEqual([null, "SIGKILL"]);
  return lines;
}

async function runCommand(...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, ["scripts/migrate.ts", ...words], {
    env: environment(),
  });
  return stdout;
}

async function appliedIn(place: Place, village: VillageRow) {
  const found = await connect(place.home, village.database).execute(
    "SELECT position, tag, applied_at AS at FROM _migrations ORDER BY position",
  );
  return found.rows.map((row) => ({ tag: row.tag, at: String(row.at) }));
}

const listAll = (place: Place) => place.directory.select().from(villages).orderBy(asc(villages.id));

it("a run that is killed half-way is finished by the next: no village twice, none half, each backed up", async () => {
  await killHalfWay();
  const left = await whileStopped(async (place) => {
    const rows = await listAll(place);
    const first = new Map<string, string>();
    for (const row of rows) {
      const applied = await appliedIn(place, row);
      expect([VILLAGE_SCHEMA_VERSION - 1, VILLAGE_SCHEMA_VERSION]).toContain(applied.length);
      if (applied.length === VILLAGE_SCHEMA_VERSION) first.set(row.id, applied.at(-1)?.at ?? "");
    }
    expect(first.size).toBeGreaterThanOrEqual(10);
    expect(first.size).toBeLessThan(COUNT);
    expect(await place.directory.select().from(migrationRuns)).toMatchObject([{ finishedAt: null }]);
    // A minute passes: the leases of the dead process are over.
    await place.directory.update(villages).set({ migrationLeasedUntil: null });
    return { first, behind: rows.filter((row) => row.schemaVersion < VILLAGE_SCHEMA_VERSION).length };
  });

  const told = await runCommand();
  expect(told).toContain(`Diperbarui: ${left.behind} desa. Sedang dikerjakan proses lain: 0. Gagal: 0.`);

  await whileStopped(async (place) => {
    for (const row of await listAll(place)) {
      expect(row).toMatchObject({
        schemaVersion: VILLAGE_SCHEMA_VERSION,
        migrationLeasedUntil: null,
        migrationError: null,
      });
      const applied = await appliedIn(place, row);
      expect(applied.map(({ tag }) => tag)).toEqual(migrations.map(({ tag }) => tag));
      const before = left.first.get(row.id);
      if (before) expect(applied.at(-1)?.at).toBe(before);
    }
    const runs = await place.directory.select().from(migrationRuns).orderBy(asc(migrationRuns.id));
    expect(runs.map((run) => [run.finishedAt !== null, run.migrated])).toEqual([
      [false, expect.any(Number)],
      [true, left.behind],
    ]);
    const kept = await place.directory.select().from(backups);
    const owners = kept.filter(({ state }) => state === "stored").map(({ owner }) => owner);
    expect(new Set(owners).size).toBe(COUNT);
    for (const { state, storageKey } of kept.filter((row) => row.state === "stored"))
      expect([state, [...store.held.keys()].some((key) => key.startsWith(storageKey))]).toEqual([
        "stored",
        true,
      ]);
  });
  const report = await runCommand("--laporan");
  expect(report).toContain(`skema ${VILLAGE_SCHEMA_VERSION}: ${COUNT} desa`);
  expect(report).toContain("terputus");
});
