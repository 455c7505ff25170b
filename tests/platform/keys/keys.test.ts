import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KeyError } from "#app/platform/keys/cipher.ts";
import { keyIdOf } from "#app/platform/keys/key-rules.ts";
import { createKeys, type Keys, newKeyRing } from "#app/platform/keys/keys.ts";
import { readMasterKeys } from "#app/platform/keys/master-keys.ts";
import { newDataKeys } from "#app/platform/keys/new-data-keys.ts";
import { addDataKeys, type DataKeyRow, selectDataKeys } from "#db/directory/data-keys.ts";
import { dataKeys } from "#db/directory/schema/keys.ts";
import { openDirectory } from "#db/open.ts";
import { databaseHome } from "#tests/support/database-home.ts";
import { TEST_MASTER_KEYS } from "#tests/support/test-keys.ts";

const home = databaseHome;
const masterKeys = readMasterKeys(TEST_MASTER_KEYS);
const now = new Date("2026-11-24T02:00:00.000Z");
const field = fc.constantFrom("accounts.phone", "accounts.email", "residents.nik");
const text = fc.string({ unit: "binary", maxLength: 200 });

function depsOf(counted?: { onRoundTrip: () => void }) {
  return { masterKeys, directory: openDirectory(home, counted), now };
}

async function rowsOf(owner: string, at = now): Promise<DataKeyRow[]> {
  const keys = await newDataKeys(masterKeys, owner, ["seal", "index"]);
  return keys.map((key) => ({ ...key, createdAt: at.toISOString(), retiredAt: null, unusedSince: null }));
}

/** Keys of an owner of its own, two of each purpose: the later one waits to follow. */
async function keysOf(owner: string): Promise<{ keys: Keys; successor: string }> {
  const keys = createKeys(depsOf(), owner);
  await keys.index("accounts.phone", "");
  const later = { mostLive: 2, now: new Date(now.getTime() + 1000) };
  const [successor] = await newDataKeys(masterKeys, owner, ["seal"]);
  if (!successor) throw new Error("no key");
  await addDataKeys(openDirectory(home), owner, [successor], later);
  return { keys: createKeys(depsOf(), owner), successor: successor.id };
}

describe("a sealed value", async () => {
  const { keys: ours, successor } = await keysOf("desa-segel");
  const { keys: theirs } = await keysOf("desa-segel-lain");

  it("opens to what was sealed, is never the same twice and shows nothing of it", async () => {
    await fc.assert(
      fc.asyncProperty(field, text, async (name, plain) => {
        const [first, second] = await Promise.all([ours.seal(name, plain), ours.seal(name, plain)]);
        expect(first).not.toBe(second);
        expect(await ours.open(name, first)).toBe(plain);
        expect(await ours.open(name, second)).toBe(plain);
        expect(keyIdOf(first)).toBe(keyIdOf(second));
        if (plain.length > 8) expect(first).not.toContain(plain);
      }),
    );
  });

  it("refuses to open after any change of a single letter", async () => {
    await fc.assert(
      fc.asyncProperty(
        field,
        text,
        fc.nat(),
        fc.constantFrom(..."AZaz09_-"),
        async (name, plain, at, letter) => {
          const sealed = await ours.seal(name, plain);
          const place = at % sealed.length;
          const changed = sealed.slice(0, place) + letter + sealed.slice(place + 1);
          // The last letter may hold bits beyond the last byte: another text, the same bytes.
          fc.pre(changed !== sealed && place < sealed.length - 1);
          await expect(ours.open(name, changed)).rejects.toThrow(KeyError);
        },
      ),
    );
  });

  it("refuses to open in another field, for another owner, and under another key of the same owner", async () => {
    await fc.assert(
      fc.asyncProperty(field, field, text, async (name, other, plain) => {
        const sealed = await ours.seal(name, plain);
        if (name !== other) await expect(ours.open(other, sealed)).rejects.toThrow(KeyError);
        await expect(theirs.open(name, sealed)).rejects.toThrow(KeyError);
        const underAnother = sealed.replace(/^\w+/, successor);
        await expect(ours.open(name, underAnother)).rejects.toThrow(KeyError);
      }),
      { numRuns: 20 },
    );
  });

  it("refuses to open for another owner also where his row claims the very key", async () => {
    const [row] = await rowsOf("desa-a");
    if (!row) throw new Error("no key");
    const sealed = await createKeys(depsOf(), "desa-a", newKeyRing([row])).seal("accounts.phone", "6281");
    const thief = createKeys(depsOf(), "desa-b", newKeyRing([{ ...row, owner: "desa-b" }]));
    await expect(thief.open("accounts.phone", sealed)).rejects.toThrow(KeyError);
  });

  it.each(["", "6281234567890", "abc.def", "aaaaaaaaaaaa.", "aaaaaaaaaaaa.AA"])(
    "is not taken for one where it is %o",
    async (plain) => {
      await expect(ours.open("accounts.phone", plain)).rejects.toThrow(KeyError);
    },
  );
});

describe("a blind index", async () => {
  const { keys: ours } = await keysOf("desa-indeks");
  const sameAgain = createKeys(depsOf(), "desa-indeks");
  const { keys: theirs } = await keysOf("desa-indeks-lain");

  it("is the same for the same text, and another for another text, field or owner", async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (one, two) => {
        const index = await ours.index("accounts.phone", one);
        expect(await sameAgain.index("accounts.phone", one)).toBe(index);
        expect(await ours.indexes("accounts.phone", one)).toEqual([index]);
        if (one !== two) expect(await ours.index("accounts.phone", two)).not.toBe(index);
        expect((await ours.index("accounts.email", one)).split(".")[1]).not.toBe(index.split(".")[1]);
        expect((await theirs.index("accounts.phone", one)).split(".")[1]).not.toBe(index.split(".")[1]);
      }),
    );
  });

  it("holds 128 bits under a key that seals nothing", async () => {
    const index = await ours.index("accounts.phone", "6281234567890");
    expect(index).toMatch(/^[a-z0-9]{12}\.[\w-]{22}$/);
    expect(keyIdOf(index)).not.toBe(keyIdOf(await ours.seal("accounts.phone", "6281234567890")));
  });
});

describe("keys of an owner", () => {
  it("are made at their first use, once, however many come at the same moment", async () => {
    const makers = Array.from({ length: 6 }, () => createKeys(depsOf(), "desa-serentak"));
    const sealed = await Promise.all(makers.map((keys) => keys.seal("accounts.phone", "6281234567890")));
    expect(new Set(sealed.map(keyIdOf)).size).toBe(1);
    for (const [at, keys] of makers.entries())
      expect(await keys.open("accounts.phone", sealed[(at + 1) % 6] ?? "")).toBe("6281234567890");
    const kept = await selectDataKeys(openDirectory(home), "desa-serentak");
    expect(kept.map((row) => row.purpose).sort()).toEqual(["index", "seal"]);
    expect(JSON.stringify(kept)).not.toContain("6281234567890");
  });

  it("cost nothing where the look-up has brought them, one round trip where not", async () => {
    let trips = 0;
    const deps = depsOf({ onRoundTrip: () => void trips++ });
    const ring = newKeyRing();
    const first = createKeys(deps, "desa-hemat", ring);
    await first.index("accounts.phone", "1");
    expect(trips).toBe(2);
    const known = createKeys(deps, "desa-hemat", ring);
    await known.open("accounts.phone", await known.seal("accounts.phone", "1"));
    expect(trips).toBe(2);
    const fresh = createKeys(deps, "desa-hemat");
    await Promise.all([fresh.seal("accounts.phone", "1"), fresh.index("accounts.phone", "1")]);
    expect(trips).toBe(3);
  });

  it("are read anew where a value names one that came later, and only then", async () => {
    const early = newKeyRing();
    await createKeys(depsOf(), "desa-susul", early).index("accounts.phone", "1");
    const later = new Date(now.getTime() + 60_000);
    const successors = await newDataKeys(masterKeys, "desa-susul", ["seal"]);
    const rows = await addDataKeys(openDirectory(home), "desa-susul", successors, {
      mostLive: 2,
      now: later,
    });
    expect(rows).toHaveLength(3);
    const [old] = rows.filter((row) => row.purpose === "seal");
    await openDirectory(home)
      .update(dataKeys)
      .set({ retiredAt: later.toISOString() })
      .where(eq(dataKeys.id, old?.id ?? ""));
    const sealed = await createKeys(depsOf(), "desa-susul").seal("accounts.phone", "nanti");
    expect(keyIdOf(sealed)).toBe(successors[0]?.id);
    expect(await createKeys(depsOf(), "desa-susul", early).open("accounts.phone", sealed)).toBe("nanti");
  });

  it("stay unreadable under another master key, and where a row was moved to another owner", async () => {
    const [row] = await rowsOf("desa-a");
    if (!row) throw new Error("no key");
    const other = readMasterKeys(`uji:${btoa("x".repeat(32))}`);
    await expect(other.unwrap(row)).rejects.toThrow(KeyError);
    await expect(readMasterKeys(`lain:${btoa("x".repeat(32))}`).unwrap(row)).rejects.toThrow(
      "lacks the key uji",
    );
    await expect(masterKeys.unwrap({ ...row, owner: "desa-b" })).rejects.toThrow(KeyError);
    await expect(masterKeys.unwrap({ ...row, purpose: "index" })).rejects.toThrow(KeyError);
  });

  it("are wrapped by the first master key and unwrapped by any", async () => {
    const both = readMasterKeys(`baru:${btoa("y".repeat(32))}, ${TEST_MASTER_KEYS}`);
    const [old] = await rowsOf("desa-a");
    if (!old) throw new Error("no key");
    const raw = await both.unwrap(old);
    const anew = await both.wrap(old, raw);
    expect(anew.masterKeyId).toBe("baru");
    expect(await both.unwrap({ ...old, ...anew })).toEqual(raw);
  });
});
