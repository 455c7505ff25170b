import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { provisionSharedDatabases } from "#app/seed/provision-village.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { localHome } from "#db/homes/home.ts";
import { collectGarbage } from "#db/local/garbage.ts";
import type { LocalServer } from "#db/local/server.ts";
import { VILLAGE_SCHEMA_VERSION } from "#db/migrate-village.ts";
import { openPlace, type Place } from "#db/place.ts";
import { addLaggingVillage } from "#tests/support/lagging-village.ts";
import { startNearServer } from "#tests/support/near-server.ts";
import { removeFolder } from "../support/remove-folder.ts";

const dataDir = mkdtempSync(join(tmpdir(), "balai-pindah-"));
let second: LocalServer;
beforeAll(async () => {
  second = await startNearServer({ dataDir: join(dataDir, "kedua"), collect: collectGarbage });
  await whileStopped(async (place) => {
    await provisionSharedDatabases(place.home, new Date());
    await addLaggingVillage(place, VILLAGE_SCHEMA_VERSION, { slug: "sesela", name: "Sesela" });
  });
});
afterAll(async () => {
  await second.stop();
  removeFolder(dataDir);
});

async function whileStopped<Result>(work: (place: Place) => Promise<Result>): Promise<Result> {
  const server = await startNearServer({ dataDir: join(dataDir, "dbs"), collect: collectGarbage });
  try {
    return await work(openPlace(localHome(server)));
  } finally {
    await server.stop();
  }
}

const rowOf = () =>
  whileStopped(async ({ directory }) => {
    const [row] = await directory.select().from(villages).where(eq(villages.slug, "sesela"));
    return row;
  });

async function run(...words: string[]): Promise<string> {
  const { LIBSQL_URL, ...rest } = process.env;
  const where = { region: "Mataram, NTB", country: "ID", url: second.url, adminUrl: second.adminUrl };
  const HOMES = JSON.stringify([{ name: "kedua", kind: "sqld", ...where }]);
  const command = promisify(execFile)(process.execPath, ["scripts/move-village.ts", ...words], {
    env: { ...rest, DATA_DIR: dataDir, HOMES },
  });
  const { stdout, stderr } = await command.catch((failed: { stdout: string; stderr: string }) => failed);
  return stdout + stderr;
}

it("the command moves a village, says how long it was read only, and knows the homes", async () => {
  expect(await run("--daftar")).toContain("kedua  sqld  Mataram, NTB, ID");
  expect(await run("sesela", "--ke", "ketiga")).toContain("rumah data ketiga tidak ada dalam konfigurasi");
  const told = await run("sesela", "--ke", "kedua");
  expect(told).toMatch(/Sesela \(.+, sesela\) sekarang di kedua: \d+ baris, sama dengan asalnya\./);
  expect(told).toMatch(/hanya dapat dibaca selama \d+,\d detik/);
  expect(await rowOf()).toMatchObject({ home: "kedua", movingTo: null });
  expect(await run("sesela", "--ke", "kedua")).toContain("sudah berada di kedua");
});

it("calls off a move that was cut off, and none where there is none", async () => {
  expect(await run("sesela", "--batal")).toContain("tidak sedang dipindahkan");
  await whileStopped(({ directory }) =>
    directory
      .update(villages)
      .set({ movingTo: "utama", movingSince: new Date().toISOString() })
      .where(eq(villages.slug, "sesela")),
  );
  expect(await run("sesela", "--batal")).toContain("dapat diubah lagi");
  expect(await rowOf()).toMatchObject({ home: "kedua", movingTo: null, movingSince: null });
});
