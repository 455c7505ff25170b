import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { provisionSharedDatabases } from "#app/seed/provision-village.ts";
import { countForgottenVillages } from "#db/backup/stored-backups.ts";
import { localHome } from "#db/homes/home.ts";
import { collectGarbage } from "#db/local/garbage.ts";
import type { LocalServer } from "#db/local/server.ts";
import { openPlace } from "#db/place.ts";
import { refuseLostDirectory } from "#scripts/lost-directory.ts";
import { createMemoryFileStore } from "#tests/support/memory-file-store.ts";
import { startNearServer } from "#tests/support/near-server.ts";
import { removeFolder } from "../support/remove-folder.ts";

const dataDir = mkdtempSync(join(tmpdir(), "balai-hilang-"));
let server: LocalServer;
beforeAll(async () => {
  server = await startNearServer({ dataDir: join(dataDir, "dbs"), collect: collectGarbage });
});
afterAll(async () => {
  await server.stop();
  removeFolder(dataDir);
});

it("a first start makes a directory; one beside a file store that holds something waits for its restore", async () => {
  const home = localHome(server);
  const settings = { dataDir, vars: {} };
  await refuseLostDirectory(home, settings);
  const blobs = join(dataDir, "store/r2/balai-berkas/blobs");
  mkdirSync(blobs, { recursive: true });
  await refuseLostDirectory(home, settings);
  writeFileSync(join(blobs, "abc"), "cadangan");
  await expect(refuseLostDirectory(home, settings)).rejects.toThrow("npm run directory:restore");
  await provisionSharedDatabases(home, new Date());
  await refuseLostDirectory(home, settings);
});

it("a directory without villages beside backups of some is known as made anew", async () => {
  const place = openPlace(localHome(server));
  const files = createMemoryFileStore();
  await provisionSharedDatabases(place.home, new Date());
  await files.put("cadangan/direktori/20261124T155001065Z-a/1", new Uint8Array(1), "x");
  expect(await countForgottenVillages({ place, files })).toBe(0);
  await files.put(
    "cadangan/019a4214-0680-7921-b678-147c964a381b/20261124T155001065Z-a/1",
    new Uint8Array(1),
    "x",
  );
  expect(await countForgottenVillages({ place, files })).toBe(1);
});
