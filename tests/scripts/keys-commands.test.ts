import { execFile } from "node:child_process";
import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createKeys } from "#app/platform/keys/keys.ts";
import { readMasterKeys } from "#app/platform/keys/master-keys.ts";
import { provisionSharedDatabases } from "#app/seed/provision-village.ts";
import { selectDataKeys } from "#db/directory/data-keys.ts";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { localHome } from "#db/homes/home.ts";
import { collectGarbage } from "#db/local/garbage.ts";
import { openSecrets } from "#db/local/launch/secrets.ts";
import { type DirectoryDb, openDirectory } from "#db/open.ts";
import { startNearServer } from "#tests/support/near-server.ts";
import { removeFolder } from "../support/remove-folder.ts";

const LONG_AGO = new Date("2026-01-01T00:00:00.000Z");
const dataDir = mkdtempSync(join(tmpdir(), "balai-kunci-"));
let sealed: string;

beforeAll(async () => {
  await withDirectory(async (directory) => {
    const village = {
      slug: "sesela",
      name: "Sesela",
      regionCode: "52.01.09.2003",
      timeZone: "WITA",
    } as const;
    await directory.insert(villages).values({
      ...village,
      id: "v",
      state: "active",
      home: "utama",
      database: "desa-v",
      createdAt: LONG_AGO.toISOString(),
    });
    sealed = await keysOf(directory).seal("accounts.phone", "6281234567890");
  });
});
afterAll(() => removeFolder(dataDir));

/** The directory of the data directory, while no command is at it. */
async function withDirectory<Result>(work: (directory: DirectoryDb) => Promise<Result>): Promise<Result> {
  const server = await startNearServer({ dataDir: join(dataDir, "dbs"), collect: collectGarbage });
  try {
    const home = localHome(server);
    await provisionSharedDatabases(home, LONG_AGO);
    return await work(openDirectory(home));
  } finally {
    await server.stop();
  }
}

function keysOf(directory: DirectoryDb) {
  const masterKeys = readMasterKeys(openSecrets(dataDir).masterKeys);
  return createKeys({ masterKeys, directory, now: LONG_AGO }, "v");
}

async function run(script: string, ...words: string[]): Promise<string> {
  const { LIBSQL_URL, MASTER_KEYS, ...rest } = process.env;
  const env = { ...rest, DATA_DIR: dataDir };
  const command = promisify(execFile)(process.execPath, [`scripts/${script}.ts`, ...words], { env });
  const { stdout, stderr } = await command.catch((failed: { stdout: string; stderr: string }) => failed);
  return stdout + stderr;
}

describe("the commands of keys", () => {
  it("start the rotation of all villages once, and put it on their calendar", async () => {
    expect(await run("rotate-keys", "--semua")).toContain("Dimulai: 1 desa.");
    await withDirectory(async (directory) => {
      expect(await selectDataKeys(directory, "v")).toHaveLength(4);
      expect(await directory.select().from(dueJobs).where(eq(dueJobs.villageId, "v"))).toMatchObject([
        { kind: "keys" },
      ]);
    });
  });

  it("make a new master key, wrap all keys with it, and drop the old one once nothing needs it", async () => {
    const [old] = openSecrets(dataDir).masterKeys.split(":");
    expect(await run("rotate-master-key", "--baru")).toMatch(
      /Dibungkus ulang dengan kunci induk \w+: 4\. Gagal: 0\./,
    );
    expect(statSync(join(dataDir, "secrets.json")).mode & 0o777).toBe(0o600);
    expect(openSecrets(dataDir).masterKeys.split(",")).toHaveLength(2);
    expect(await run("rotate-master-key", "--buang", old ?? "")).toContain("dibuang");
    expect(openSecrets(dataDir).masterKeys).not.toContain(old);
    await withDirectory(async (directory) => {
      expect(await keysOf(directory).open("accounts.phone", sealed)).toBe("6281234567890");
    });
  });
});
