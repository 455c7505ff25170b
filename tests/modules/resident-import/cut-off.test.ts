import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { residentImportDue } from "#app/modules/resident-import/due.ts";
import { startApplying } from "#app/modules/resident-import/start-applying.server.ts";
import { startImport } from "#app/modules/resident-import/start-import.server.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { provisionSharedDatabases } from "#app/seed/provision-village.ts";
import { localHome } from "#db/homes/home.ts";
import type { LocalServer } from "#db/local/server.ts";
import { residents } from "#db/village/schema/population.ts";
import { startNearServer } from "#tests/support/near-server.ts";
import { openSidWorkbook } from "#tests/support/opensid-workbook.ts";
import { dieAfter } from "#tests/support/power-cut.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createImportVillage, fileOf, importOf, runImport } from "./import-stage.ts";

const dataDir = mkdtempSync(join(tmpdir(), "balai-import-"));
let server: LocalServer;
let village: TestVillage;
beforeAll(async () => {
  // A transaction that nobody goes on with gives way at once.
  server = await startNearServer({ dataDir, transactionTimeoutMs: 50 });
  const home = localHome(server);
  await provisionSharedDatabases(home, new Date());
  village = await createImportVillage(home);
});
afterEach(() => vi.unstubAllGlobals());
afterAll(async () => {
  await server.stop();
  removeFolder(dataDir);
});

/** Brings an import from where it stands into the register. */
async function bringIn(id: string): Promise<void> {
  const ctx = await village.ctxAs("operator");
  await runImport(village);
  const { state } = await importOf(village, id);
  if (state === "checked") await startApplying(ctx, id, {});
  await runImport(village);
}

it("an import goes on where the power went out, at whichever request, and does no row twice", {
  timeout: 120_000,
}, async () => {
  const ctx = await village.ctxAs("operator");
  for (let cut = 1, isOver = false; !isOver; cut += 5) {
    const number = (serial: number) => `520109120685${String(cut * 10 + serial).padStart(4, "0")}`;
    const people = [1, 2].map((serial) => {
      const nik = number(serial);
      return { nama: `Orang ${cut} ${serial}`, sex: "L", nik, no_kk: nik, kk_level: "1" };
    });
    const berkas = fileOf(openSidWorkbook(people));
    const { id } = await startImport(ctx, { tanggal: "2026-11-24", berkas });
    const power = dieAfter(cut);
    await bringIn(id).catch(() => undefined);
    isOver = !power.wasReached();
    vi.unstubAllGlobals();
    await bringIn(id).catch((error) => {
      if (!(error instanceof ConflictError)) throw error;
    });
    await Promise.all([1, 2].map(() => residentImportDue.run(village.anonymous())));
    expect([cut, await importOf(village, id)]).toMatchObject([cut, { state: "applied", counts: { new: 2 } }]);
    const made = await village.db.select().from(residents).where(eq(residents.importId, id));
    expect([cut, made.length]).toEqual([cut, 2]);
  }
});

it("two runs at once bring each row in once", async () => {
  const ctx = await village.ctxAs("operator");
  const people = Array.from({ length: 30 }, (_, at) => ({ nama: `Berdua ${at}`, sex: "P" }));
  const { id } = await startImport(ctx, { tanggal: "2026-11-24", berkas: fileOf(openSidWorkbook(people)) });
  await runImport(village);
  await startApplying(ctx, id, {});
  await Promise.allSettled([1, 2, 3].map(() => residentImportDue.run(village.anonymous())));
  await runImport(village);
  const made = await village.db.select().from(residents).where(eq(residents.importId, id));
  expect(made.length).toBe(30);
});
