import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import type { VillageCtx } from "#app/context.ts";
import { openContact, sealContact } from "#app/modules/accounts/contact.server.ts";
import { hasPhone } from "#app/modules/accounts/identity-taken.server.ts";
import { keyIdOf } from "#app/platform/keys/key-rules.ts";
import { keysDue } from "#app/platform/keys/keys-due.ts";
import { startRotation } from "#app/platform/keys/start-rotation.ts";
import { sealedFields } from "#app/registry.server.ts";
import { selectDataKeys } from "#db/directory/data-keys.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { testKeyDeps } from "#tests/support/test-keys.ts";
import { createTestVillage } from "#tests/support/test-village.ts";

const PEOPLE = 500;
const WRITERS = 4;
const WRITES_EACH = 90;
const START = Date.parse("2026-11-24T02:00:00.000Z");
const due = keysDue(sealedFields);
const idOf = (person: number) => `p${String(person).padStart(4, "0")}`;
const phoneOf = (person: number, version: number) =>
  `6281${String(person).padStart(4, "0")}${String(version).padStart(4, "0")}`;

/** Every number 0 to PEOPLE - 1 once, in an order that jumps: writers and the job meet in every chunk. */
const jumping = (writer: number, step: number) => ((writer + step * WRITERS) * 211) % PEOPLE;

it("loses no phone that somebody writes while rows are sealed anew, whichever keys he knows", async () => {
  const village = await createTestVillage();
  const at = (minutes: number): VillageCtx => {
    village.setNow(new Date(START + minutes * 60_000).toISOString());
    const ctx = village.anonymous();
    return { ...ctx, keys: ctx.keysOf(village.tenant.villageId) };
  };
  const ctx = at(0);
  const rows = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, person) => ({
      id: idOf(person),
      name: idOf(person),
      passwordHash: "",
      createdAt: "2026-01-01T00:00:00.000Z",
      totpSealed: await ctx.keys.seal("accounts.totp", `rahasia ${person}`),
      ...(await sealContact(ctx.keys, { phone: phoneOf(person, 0), email: null })),
    })),
  );
  for (let from = 0; from < PEOPLE; from += 100)
    await village.db.insert(accounts).values(rows.slice(from, from + 100));
  const old = await ctx.keys.presentIds();

  const began = 24 * 60 + 1;
  await startRotation(testKeyDeps(ctx.directory, at(began).now), village.tenant.villageId);
  // Isolates that have not heard of the successor, and those that have.
  const stale = at(began + 9);
  await stale.keys.presentIds();
  const latest = new Map<number, string>();
  const work = async (writer: number, keysOf: () => VillageCtx["keys"]) => {
    for (let step = 0; step < WRITES_EACH; step++) {
      const person = jumping(writer, step);
      const phone = phoneOf(person, step + 1);
      const sealed = await sealContact(keysOf(), { phone, email: null });
      await village.db
        .update(accounts)
        .set(sealed)
        .where(eq(accounts.id, idOf(person)));
      latest.set(person, phone);
    }
  };
  const running = at(began + 10);
  const fresh = running.keysOf(village.tenant.villageId);
  await Promise.all([
    due.run(running),
    ...[0, 1, 2, 3].map((writer) => work(writer, () => (writer % 2 ? fresh : stale.keys))),
  ]);
  expect(latest.size).toBe(WRITERS * WRITES_EACH);

  const settled = at(began + 20);
  await due.run(settled);
  const present = await settled.keys.presentIds();
  expect([present.seal === old.seal, present.index === old.index]).toEqual([false, false]);
  for (const row of await village.db.select().from(accounts)) {
    const person = Number(row.id.slice(1));
    const phone = latest.get(person) ?? phoneOf(person, 0);
    expect([row.id, (await openContact(settled.keys, row)).phone]).toEqual([row.id, phone]);
    expect(await settled.keys.open("accounts.totp", row.totpSealed ?? "")).toBe(`rahasia ${person}`);
    expect([
      keyIdOf(row.phoneSealed ?? ""),
      keyIdOf(row.phoneIndex ?? ""),
      keyIdOf(row.totpSealed ?? ""),
    ]).toEqual([present.seal, present.index, present.seal]);
  }
  for (const person of [0, 1, 211, PEOPLE - 1]) {
    const phone = latest.get(person) ?? phoneOf(person, 0);
    const found = await village.db
      .select()
      .from(accounts)
      .where(await hasPhone(settled.keys, phone));
    expect(found.map(({ id }) => id)).toEqual([idOf(person)]);
  }
  // What a backup from before the rotation holds still opens: retired keys stay, wrapped.
  const kept = await selectDataKeys(ctx.directory, village.tenant.villageId);
  expect(
    kept
      .filter(({ unusedSince }) => unusedSince !== null)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([old.seal, old.index].sort());
  for (const row of rows.slice(0, 20))
    expect((await openContact(settled.keys, row)).phone).toBe(phoneOf(Number(row.id.slice(1)), 0));
}, 60_000);
