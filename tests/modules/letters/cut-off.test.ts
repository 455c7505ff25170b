import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { askLetter } from "#app/modules/letters/ask-letter.server.ts";
import { completeVersion, readLetterFile } from "#app/modules/letters/complete-version.server.ts";
import { getKind } from "#app/modules/letters/kinds.server.ts";
import { letterInput } from "#app/modules/letters/letter-input.ts";
import { provisionSharedDatabases } from "#app/seed/provision-village.ts";
import { seedResident } from "#app/seed/seed-resident.ts";
import { localHome } from "#db/homes/home.ts";
import type { LocalServer } from "#db/local/server.ts";
import { letterNumbers, letters, letterVersions } from "#db/village/schema/letters.ts";
import { files, villageProfile } from "#db/village/schema/village.ts";
import { startNearServer } from "#tests/support/near-server.ts";
import { dieAfter } from "#tests/support/power-cut.ts";
import { removeFolder } from "#tests/support/remove-folder.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

vi.setConfig({ testTimeout: 120_000 });

let server: LocalServer;
let dataDir: string;
let village: TestVillage;
let resident: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "balai-cut-"));
  // A transaction that nobody goes on with gives way at once.
  server = await startNearServer({ dataDir, transactionTimeoutMs: 50 });
  const home = localHome(server);
  await provisionSharedDatabases(home, new Date());
  village = await createTestVillage({}, home);
  await village.db.insert(villageProfile).values({
    id: 1,
    name: "Sesela",
    regionCode: "52.01.09.2003",
    districtName: "Gunungsari",
    regencyName: "Kabupaten Lombok Barat",
    provinceName: "Nusa Tenggara Barat",
    timeZone: "WITA",
    updatedAt: "2026-11-24T01:00:00.000Z",
  });
  await village.ctxAs("kepala-desa", { name: "Asmuni" });
  await village.ctxAs("operator", { name: "Udin" });
  resident = await seedResident(village.anonymous(), { name: "Lalu Sahrul" });
});
afterEach(() => vi.unstubAllGlobals());
afterAll(async () => {
  await server.stop();
  removeFolder(dataDir);
});

async function printLetter(ctx: OfficeCtx): Promise<string> {
  const schema = letterInput(await getKind(ctx, ctx.db, "domisili"));
  const input = schema.parse({ maksud: "cetak", isian: { keperluan: "melamar pekerjaan" } });
  const { id } = await askLetter(ctx, "domisili", { residentId: resident, subjectId: null }, input);
  await completeVersion(ctx, id);
  return id;
}

it("leaves, cut off at whichever request, no letter with a number whose file does not come by trying again", async () => {
  for (let request = 1, isOver = false; !isOver; request++) {
    const ctx = await village.ctxAs("operator", { name: "Udin", submitKey: `kunci-${request}` });
    const before = new Set((await village.db.select().from(letters)).map(({ id }) => id));
    const cut = dieAfter(request);
    isOver = await printLetter(ctx).then(
      () => !cut.wasReached(),
      () => false,
    );
    vi.unstubAllGlobals();
    const id = await printLetter(ctx);
    const made = (await village.db.select().from(letters)).filter((each) => !before.has(each.id));
    expect([request, made.map((each) => each.id)]).toEqual([request, [id]]);
    const versions = await village.db.select().from(letterVersions).where(eq(letterVersions.letterId, id));
    expect([request, versions.length]).toEqual([request, 1]);
    const [file] = await village.db
      .select()
      .from(files)
      .where(eq(files.id, versions[0]?.fileId ?? ""));
    expect([request, file?.attachedAt]).toEqual([request, expect.any(String)]);
    expect((await readLetterFile(ctx, id)).byteLength).toBe(file?.sizeBytes);
    if (request > 100) throw new Error("it never came to its end");
  }
  const numbers = (await village.db.select().from(letterNumbers)).map(({ number }) => number);
  expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1));
});
