import { and, asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { takeBlock, takeNumber, useReserved, voidNumber } from "#app/modules/letters/take-number.server.ts";
import { newId } from "#app/platform/ids.ts";
import { restoreRules } from "#app/registry.server.ts";
import { letterNumbers, letterSeries } from "#db/village/schema/letters.ts";
import { bookNumbers } from "#db/village/schema/village.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

let village: TestVillage;
beforeAll(async () => {
  village = await createTestVillage();
});

const now = new Date("2026-11-24T02:00:00.000Z");
const letter = (series: string, year = 2026) => ({ series, year, letterId: newId(now), now });
const take = (series: string, year?: number) =>
  village.db.transaction((tx) => takeNumber(tx, letter(series, year)));
const block = (series: string, count: number) =>
  village.db.transaction((tx) => takeBlock(tx, { series, year: 2026, count, blockId: newId(now), now }));
const rowsOf = (series: string, year = 2026) =>
  village.db
    .select()
    .from(letterNumbers)
    .where(and(eq(letterNumbers.series, series), eq(letterNumbers.year, year)))
    .orderBy(asc(letterNumbers.number));
const paperBook = (lastNumber: number, year = 2026) =>
  village.db
    .insert(bookNumbers)
    .values({ book: "surat-keluar", year, lastNumber, updatedAt: now.toISOString() })
    .onConflictDoUpdate({ target: [bookNumbers.book, bookNumbers.year], set: { lastNumber } });

describe("takeNumber", () => {
  it("goes on where the paper book stands, whose numbers are of the time before", async () => {
    await paperBook(217);
    expect([await take("buku"), await take("buku")]).toEqual([218, 219]);
    const rows = await rowsOf("buku");
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 219 }, (_, index) => index + 1));
    expect(rows.slice(0, 217).every(({ state }) => state === "before")).toBe(true);
    // Written on paper meanwhile and noted in the settings afterwards; then a correction downwards.
    await paperBook(222);
    expect(await take("buku")).toBe(223);
    await paperBook(10);
    expect(await take("buku")).toBe(224);
    expect((await rowsOf("buku")).slice(217).map(({ state }) => state)).toEqual([
      ...["given", "given", "before", "before", "before", "given", "given"],
    ]);
    expect(await take("buku", 2027)).toBe(1);
    expect(await take("jenis:sku")).toBe(1);
  });

  it("gives fifty at once fifty numbers that follow each other", async () => {
    const numbers = await Promise.all(Array.from({ length: 50 }, () => take("kode:470")));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  it("gives a number back where the transaction fails", async () => {
    const failing = village.db.transaction(async (tx) => {
      await takeNumber(tx, letter("kode:471"));
      throw new Error("refused");
    });
    await expect(failing).rejects.toThrow("refused");
    expect(await take("kode:471")).toBe(1);
  });

  it("accounts for numbers that a restore lost, which its rules keep from being given again", async () => {
    expect(restoreRules.numbers).toContainEqual(expect.objectContaining({ table: "letter_series" }));
    await take("kode:472");
    await village.db.update(letterSeries).set({ lastNumber: 4 }).where(eq(letterSeries.series, "kode:472"));
    expect(await take("kode:472")).toBe(5);
    expect((await rowsOf("kode:472")).map(({ state }) => state)).toEqual([
      ...["given", "void", "void", "void", "given"],
    ]);
  });
});

describe("numbers set aside", () => {
  it("are used later, each once, while others were given", async () => {
    await take("kode:480");
    expect(await block("kode:480", 10)).toEqual({ from: 2, to: 11 });
    expect(await take("kode:480")).toBe(12);
    const use = (number: number) =>
      village.db.transaction((tx) => useReserved(tx, number, letter("kode:480")));
    await use(5);
    for (const number of [5, 12, 13]) await expect(use(number)).rejects.toThrow(`Nomor ${number} tidak`);
    expect(await take("kode:480")).toBe(13);
  });
});

it("never gives a number twice and leaves no gap, whatever happens in whatever order", async () => {
  let run = 0;
  const step = fc.constantFrom("take", "block", "fail", "paper", "restore", "void");
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const year = 2100 + ++run;
      const given: number[] = [];
      for (const each of steps) {
        const last = given.at(-1) ?? 0;
        if (each === "take") given.push(await take("buku", year));
        if (each === "paper") await paperBook(last + 3, year);
        if (each === "void" && last > 0)
          await village.db.transaction((tx) =>
            voidNumber(tx, { series: "buku", year, number: last }, "Batal"),
          );
        if (each === "restore")
          await village.db
            .update(letterSeries)
            .set({ lastNumber: last + 2 })
            .where(and(eq(letterSeries.year, year), eq(letterSeries.lastNumber, last)));
        if (each === "block")
          await village.db.transaction(async (tx) => {
            const taken = await takeBlock(tx, { series: "buku", year, count: 3, blockId: newId(now), now });
            given.push(taken.from, taken.from + 1, taken.to);
          });
        if (each === "fail")
          await village.db
            .transaction(async (tx) => {
              await takeNumber(tx, letter("buku", year));
              throw new Error("refused");
            })
            .catch(() => null);
      }
      given.push(await take("buku", year));
      expect(new Set(given).size).toBe(given.length);
      const rows = await rowsOf("buku", year);
      expect(rows.map(({ number }) => number)).toEqual(
        Array.from({ length: Math.max(...given) }, (_, index) => index + 1),
      );
    }),
    { numRuns: 25 },
  );
});
