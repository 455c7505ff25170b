import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { VillageCtx } from "#app/context.ts";
import { tryPassword } from "#app/modules/accounts/attempts.server.ts";
import { openContact, sealContact } from "#app/modules/accounts/contact.server.ts";
import { hasPhone } from "#app/modules/accounts/identity-taken.server.ts";
import { accountFields } from "#app/modules/accounts/sealed-fields.ts";
import { guessOf } from "#app/modules/accounts/sign-in.server.ts";
import { KeyError } from "#app/platform/keys/cipher.ts";
import { keyIdOf } from "#app/platform/keys/key-rules.ts";
import { keysDue } from "#app/platform/keys/keys-due.ts";
import { startRotation } from "#app/platform/keys/start-rotation.ts";
import { createLog } from "#app/platform/log.ts";
import { hashPassword } from "#app/platform/passwords.ts";
import { sealedFields } from "#app/registry.server.ts";
import { seedAccount } from "#app/seed/seed-account.ts";
import { selectDataKeys } from "#db/directory/data-keys.ts";
import { accounts, invitations } from "#db/village/schema/accounts.ts";
import { dieAfter } from "#tests/support/power-cut.ts";
import { testKeyDeps } from "#tests/support/test-keys.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

const PHONES = ["6281200000001", "6281200000002", "6281200000003"] as const;
const START = Date.parse("2026-11-24T02:00:00.000Z");
const DAY = 24 * 60;
const due = keysDue(sealedFields);
/** Each further field is one more request to be killed at, and says nothing new. */
const dueOfAccounts = keysDue(accountFields);
let village: TestVillage;

beforeEach(async () => {
  village = await createTestVillage();
});
afterEach(() => vi.unstubAllGlobals());

/** A request, or a job, at a moment: it reads the keys as they are then. */
function at(minutes: number): VillageCtx {
  village.setNow(new Date(START + minutes * 60_000).toISOString());
  const ctx = village.anonymous();
  return { ...ctx, keys: ctx.keysOf(village.tenant.villageId) };
}

const keyRows = () => selectDataKeys(village.anonymous().directory, village.tenant.villageId);
const start = (ctx: VillageCtx) =>
  startRotation(testKeyDeps(ctx.directory, ctx.now), village.tenant.villageId);
const inMinutes = (instant: Date | null) => ((instant?.getTime() ?? 0) - START) / 60_000;

async function seedPeople(): Promise<void> {
  const ctx = at(0);
  for (const phone of PHONES) await seedAccount(ctx, { name: `Pemilik ${phone}`, phone, positions: [] });
  await village.db.update(accounts).set({ totpSealed: await ctx.keys.seal("accounts.totp", "rahasia") });
}

/** Each phone finds its one account, and that opens to the very phone. */
async function expectAllFound(ctx: VillageCtx): Promise<void> {
  for (const phone of PHONES) {
    const rows = await ctx.db
      .select()
      .from(accounts)
      .where(await hasPhone(ctx.keys, phone));
    expect(rows.map((row) => row.name)).toEqual([`Pemilik ${phone}`]);
    for (const row of rows) {
      expect(await openContact(ctx.keys, row)).toEqual({ phone, email: null });
      expect(await ctx.keys.open("accounts.totp", row.totpSealed ?? "")).toBe("rahasia");
    }
  }
}

/** Ids of the keys that rows of accounts are sealed and indexed under. */
async function keysInUse(): Promise<string[]> {
  const rows = await village.db.select().from(accounts);
  const values = rows.flatMap((row) => [row.phoneSealed, row.phoneIndex, row.totpSealed]);
  return [...new Set(values.map((value) => keyIdOf(value ?? "") ?? "-"))].sort();
}

async function presentIds(): Promise<string[]> {
  const { seal, index } = await at(0).keys.presentIds();
  return [seal, index].sort();
}

describe("phones in the clear from before", () => {
  const plain = (id: string, phone: string, email: string | null = null) => ({
    id,
    name: "Dari dahulu",
    phone,
    email,
    passwordHash: "",
    createdAt: "2026-01-01T00:00:00.000Z",
  });

  it("are sealed and emptied by the job, and a second run changes nothing", async () => {
    await village.db
      .insert(accounts)
      .values([plain("a", "6281200000001", "satu@contoh.id"), plain("b", "6281200000002")]);
    await village.db.insert(invitations).values({
      id: "u",
      tokenHash: "t",
      name: "Bahar",
      phone: "6281200000009",
      position: "kaur-umum",
      status: "definitif",
      startsOn: "2026-11-24",
      invitedBy: "a",
      createdAt: "2026-01-01T00:00:00.000Z",
      expiresAt: "2026-01-08T00:00:00.000Z",
    });
    expect(inMinutes((await due.run(at(0))).nextDueAt)).toBe(7 * DAY);
    const sealed = [await village.db.select().from(accounts), await village.db.select().from(invitations)];
    expect(JSON.stringify(sealed)).not.toMatch(/812000000|contoh\.id/);
    const [first] = sealed[0] as (typeof accounts.$inferSelect)[];
    if (!first) throw new Error("no account");
    expect(await openContact(at(0).keys, first)).toEqual({ phone: PHONES[0], email: "satu@contoh.id" });
    await due.run(at(5));
    expect([await village.db.select().from(accounts), await village.db.select().from(invitations)]).toEqual(
      sealed,
    );
  });

  it("are carried over whole, however many, also where one row can't be: that one is told without its value", async () => {
    const many = Array.from({ length: 450 }, (_, number) =>
      plain(`p${String(number).padStart(4, "0")}`, `62813${String(1000000 + number)}`),
    );
    for (let from = 0; from < many.length; from += 50)
      await village.db.insert(accounts).values(many.slice(from, from + 50));
    // Old code still ran while this number was sealed already: two rows with the same one.
    const twin = await sealContact(at(0).keys, { phone: "6281399999999", email: null });
    await village.db.insert(accounts).values({ ...plain("z", "-"), ...twin });
    await village.db.insert(accounts).values(plain("y", "6281399999999"));
    const lines: string[] = [];
    const ctx = { ...at(0), log: createLog({}, (line) => lines.push(line)) };
    await expect(due.run(ctx)).rejects.toThrow(KeyError);
    const left = await village.db.select().from(accounts).where(eq(accounts.phone, "6281399999999"));
    expect(left.map((row) => row.id)).toEqual(["y"]);
    const sealed = (await village.db.select().from(accounts)).filter((row) => row.phoneSealed !== null);
    expect(sealed).toHaveLength(451);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('"field":"accounts.phone","id":"y"');
    expect(lines[0]).not.toMatch(/62813/);
  });

  it("give way to what a person writes at the same moment", async () => {
    await village.db.insert(accounts).values([plain("a", PHONES[0]), plain("b", PHONES[1])]);
    const ctx = at(0);
    const changed = await sealContact(ctx.keys, { phone: PHONES[2], email: null });
    const batch = village.db.batch.bind(village.db);
    const late = vi.spyOn(ctx.db, "batch").mockImplementationOnce(async (statements) => {
      await village.db.update(accounts).set(changed).where(eq(accounts.id, "a"));
      return batch(statements);
    });
    await due.run(ctx);
    late.mockRestore();
    const rows = await village.db.select().from(accounts).orderBy(accounts.id);
    expect(rows[0]).toMatchObject(changed);
    expect(await openContact(ctx.keys, rows[1] as (typeof rows)[number])).toMatchObject({ phone: PHONES[1] });
  });
});

describe("a rotation", () => {
  beforeEach(seedPeople);

  it("goes from step to step while people sign in, and ends with old keys that only backups need", async () => {
    const passwordHash = await hashPassword("jagung manis kuning");
    await village.db.update(accounts).set({ passwordHash });
    const signInNow = async (ctx: VillageCtx) => {
      const guess = await guessOf(ctx, { identitas: "081200000002", kata_sandi: "jagung manis kuning" });
      expect((await tryPassword(ctx, guess))?.name).toBe(`Pemilik ${PHONES[1]}`);
    };
    const old = await presentIds();
    expect(await start(at(DAY - 1))).toBe("fresh");
    const began = DAY + 1;
    expect(await start(at(began))).toBe("started");
    expect(await start(at(began))).toBe("running");

    // Every isolate has to know the successors first.
    expect(inMinutes((await due.run(at(began + 9))).nextDueAt)).toBe(began + 10);
    expect(await presentIds()).toEqual(old);
    const ofBefore = at(began + 9);
    await ofBefore.keys.presentIds();

    expect(inMinutes((await due.run(at(began + 10))).nextDueAt)).toBe(began + 20);
    const anew = await presentIds();
    expect(anew.filter((id) => old.includes(id))).toEqual([]);
    expect(await keysInUse()).toEqual(anew);
    await signInNow(ofBefore);
    await signInNow(at(began + 11));

    // An isolate that has not heard yet writes under the old keys: found all the same, and sealed anew.
    const late = await sealContact(ofBefore.keys, { phone: PHONES[0], email: null });
    expect(keyIdOf(late.phoneSealed ?? "")).toSatisfy((id) => old.includes(id));
    await village.db
      .update(accounts)
      .set(late)
      .where(eq(accounts.name, `Pemilik ${PHONES[0]}`));
    await expectAllFound(at(began + 12));
    expect((await keyRows()).map((row) => row.unusedSince)).toEqual([null, null, null, null]);

    expect(inMinutes((await due.run(at(began + 20))).nextDueAt)).toBe(began + 20 + 7 * DAY);
    expect(await keysInUse()).toEqual(anew);
    const rows = await keyRows();
    expect(
      rows
        .filter((row) => row.unusedSince !== null)
        .map((row) => row.id)
        .sort(),
    ).toEqual(old);
    await expectAllFound(at(began + 21));
    await expectAllFound({ ...at(began + 21), keys: ofBefore.keys });
  });

  it("goes on wherever it was killed, and at no moment somebody is not found", async () => {
    for (let request = 1; ; request++) {
      const began = request * 2 * DAY;
      const steps = async () => {
        await start(at(began));
        await dueOfAccounts.run(at(began + 10));
        await dueOfAccounts.run(at(began + 20));
      };
      const death = dieAfter(request);
      await steps().catch(() => null);
      vi.unstubAllGlobals();
      await expectAllFound(at(began + 20));
      if (!death.wasReached()) {
        expect(request).toBeGreaterThan(15);
        break;
      }
      await steps();
      await dueOfAccounts.run(at(began + 30));
      const rows = await keyRows();
      expect(rows).toHaveLength(2 + 2 * request);
      expect(
        rows
          .filter((row) => row.unusedSince === null)
          .map((row) => row.id)
          .sort(),
      ).toEqual(await keysInUse());
    }
  });

  it("seals anew what a restore brings back, and counts the old key as needed until then", async () => {
    const copy = await village.db.select().from(accounts);
    const began = DAY + 1;
    await start(at(began));
    await due.run(at(began + 10));
    await due.run(at(began + 20));
    for (const row of copy) await village.db.update(accounts).set(row).where(eq(accounts.id, row.id));
    await expectAllFound(at(began + 30));
    const restored = at(began + 40);
    const writing = vi.spyOn(restored.db, "batch").mockImplementationOnce(async () => {
      expect((await keyRows()).filter((row) => row.unusedSince !== null)).toEqual([]);
      throw new Error("power cut");
    });
    await due.run(restored);
    writing.mockRestore();
    await due.run(at(began + 50));
    expect(await keysInUse()).toEqual(await presentIds());
    expect((await keyRows()).filter((row) => row.unusedSince !== null)).toHaveLength(2);
    await expectAllFound(at(began + 51));
  });

  it("leaves a row that can't be opened as it is, does all others, fails aloud and clears no key", async () => {
    const [row] = await village.db.select().from(accounts);
    const broken = `${row?.phoneSealed?.slice(0, -4)}AAAA`;
    await village.db
      .update(accounts)
      .set({ phoneSealed: broken })
      .where(eq(accounts.id, row?.id ?? ""));
    const began = DAY + 1;
    await start(at(began));
    await expect(due.run(at(began + 10))).rejects.toThrow("1 rows");
    await expect(due.run(at(began + 20))).rejects.toThrow("1 rows");
    const rows = await village.db.select().from(accounts);
    expect(rows.find((each) => each.id === row?.id)?.phoneSealed).toBe(broken);
    const [seal] = (await keyRows()).filter((key) => key.retiredAt === null && key.purpose === "seal");
    expect(rows.filter((each) => keyIdOf(each.phoneSealed ?? "") === seal?.id)).toHaveLength(2);
    expect((await keyRows()).filter((key) => key.unusedSince !== null)).toEqual([]);
  });

  it("of one village touches no other, and starts where nothing is sealed in none", async () => {
    const other = await createTestVillage();
    const deps = testKeyDeps(other.anonymous().directory, new Date(START));
    expect(await startRotation(deps, other.tenant.villageId)).toBe("none");
    await other.anonymous().keys.presentIds();
    const before = await selectDataKeys(other.anonymous().directory, other.tenant.villageId);
    await start(at(DAY + 1));
    await due.run(at(DAY + 11));
    expect(await selectDataKeys(other.anonymous().directory, other.tenant.villageId)).toEqual(before);
  });
});

it("finds the columns of every declared field in the village's schema", async () => {
  for (const field of sealedFields) {
    const columns = [field.sealed, field.index, field.plain, "id"].filter((name) => name !== undefined);
    const found = await village.db.all<{ name: string }>(
      `SELECT name FROM pragma_table_info('${field.table}')`,
    );
    expect(found.map((row) => row.name)).toEqual(expect.arrayContaining(columns));
  }
});
