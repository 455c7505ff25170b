import { expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { openBsre } from "#app/modules/letters/bsre-access.server.ts";
import { getLetterSettings } from "#app/modules/letters/letter-settings.server.ts";
import { saveBsre } from "#app/modules/letters/save-letter-settings.server.ts";
import { letterFields } from "#app/modules/letters/sealed-fields.ts";
import { keyIdOf } from "#app/platform/keys/key-rules.ts";
import { keysDue } from "#app/platform/keys/keys-due.ts";
import { startRotation } from "#app/platform/keys/start-rotation.ts";
import { selectDataKeys } from "#db/directory/data-keys.ts";
import { migrations } from "#db/village/migrations/bundle.ts";
import { signingServices } from "#db/village/schema/letters.ts";
import { settings } from "#db/village/schema/village.ts";
import { testKeyDeps } from "#tests/support/test-keys.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

const ADDRESS = "https://esign.lombokbaratkab.go.id";
const ACCESS = { address: ADDRESS, user: "desa", password: "sandi-layanan" };
const START = Date.parse("2026-11-24T02:00:00.000Z");
const DAY = 24 * 60;

/** A request at a moment: it reads the keys as they are then. */
async function headAt(village: TestVillage, minutes: number): Promise<OfficeCtx> {
  village.setNow(new Date(START + minutes * 60_000).toISOString());
  const ctx = await village.ctxAs("kepala-desa");
  return { ...ctx, keys: ctx.keysOf(village.tenant.villageId) };
}

const stored = async (village: TestVillage) =>
  (await village.db.select().from(signingServices))[0]?.accessSealed ?? "";

it("access to BSrE comes under the new key with everything else, and opens as before", async () => {
  const village = await createTestVillage();
  const head = await headAt(village, 0);
  await saveBsre(head, { alamat: ADDRESS, pengguna: "desa", kata_sandi: "sandi-layanan" });
  const before = keyIdOf(await stored(village));
  const due = keysDue(letterFields);
  await startRotation(
    testKeyDeps(head.directory, (await headAt(village, DAY)).now),
    village.tenant.villageId,
  );
  for (const minutes of [10, 20, 30]) await due.run(await headAt(village, DAY + minutes));
  const present = keyIdOf(await stored(village));
  expect(present).not.toBe(before);
  const rows = await selectDataKeys(head.directory, village.tenant.villageId);
  expect(rows.find(({ id }) => id === before)?.unusedSince).not.toBeNull();
  const later = await headAt(village, DAY + 40);
  expect(await openBsre(later, (await getLetterSettings(later.db)).bsre)).toEqual(ACCESS);
  await saveBsre(later, { alamat: "", pengguna: "", kata_sandi: "" });
  expect((await getLetterSettings(later.db)).bsre).toBeNull();
});

it("what a village had set before has moved to where rotation finds it", async () => {
  const village = await createTestVillage();
  const head = await headAt(village, 0);
  const sealed = await head.keys.seal(
    "settings.bsre",
    JSON.stringify({ user: "desa", password: "sandi-layanan" }),
  );
  const updatedAt = head.now.toISOString();
  await village.db
    .insert(settings)
    .values({ key: "letters.bsre", value: { address: ADDRESS, sealed }, updatedAt });
  const [, ...moving] = migrations.find(({ tag }) => tag === "0012_signing_services")?.statements ?? [];
  expect(moving).toHaveLength(2);
  for (const statement of moving) await village.db.run(statement);
  expect(await openBsre(head, (await getLetterSettings(head.db)).bsre)).toEqual(ACCESS);
  expect(await village.db.select().from(settings)).toEqual([]);
});
