import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { readBook } from "#app/modules/correspondence/read-book.server.ts";
import { askLetter } from "#app/modules/letters/ask-letter.server.ts";
import { getKind } from "#app/modules/letters/kinds.server.ts";
import { letterInput } from "#app/modules/letters/letter-input.ts";
import { loadLetterSettings } from "#app/modules/letters/load-letter-settings.server.ts";
import { getLetter } from "#app/modules/letters/queries.server.ts";
import { saveNumbering } from "#app/modules/letters/save-letter-settings.server.ts";
import { saveSeriesStart } from "#app/modules/letters/save-series-start.server.ts";
import { SeriesStartInput } from "#app/modules/letters/settings-input.ts";
import { ForbiddenError } from "#app/platform/errors.ts";
import { seedResident } from "#app/seed/seed-resident.ts";
import { letterNumbers } from "#db/village/schema/letters.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createVillage } from "../village/support.ts";

const SERIES = "jenis:domisili";
let village: TestVillage;
let head: OfficeCtx;
let counter: OfficeCtx;
let residentId: string;

beforeAll(async () => {
  village = await createVillage();
  head = await village.ctxAs("kepala-desa");
  counter = await village.ctxAs("kasi-kesejahteraan");
  residentId = await seedResident(village.anonymous(), { name: "Lalu Sahrul" });
});

const start = (angka: string, more: Record<string, string> = {}, ctx = head) =>
  saveSeriesStart(ctx, SeriesStartInput.parse({ seri_awal: SERIES, tahun: "2026", angka, ...more }));

async function issued(): Promise<number | null> {
  const schema = letterInput(await getKind(counter, village.db, "domisili"));
  const input = schema.parse({ maksud: "cetak", isian: { keperluan: "melamar pekerjaan" } });
  const { id } = await askLetter(counter, "domisili", { residentId, subjectId: null }, input);
  return (await getLetter(village.db, id)).number;
}

const statesOf = async (series: string) =>
  (
    await village.db
      .select()
      .from(letterNumbers)
      .where(and(eq(letterNumbers.series, series), eq(letterNumbers.year, 2026)))
      .orderBy(letterNumbers.number)
  ).map(({ state }) => state);

describe("the paper book of a series", () => {
  it("is for villages whose kinds or codes have numbers of their own, and for who sets letters up", async () => {
    await expect(start("41")).rejects.toMatchObject({ field: "seri_awal" });
    await saveNumbering(head, { seri: "kind", format: "{kode_jenis}/{urut}/{tahun}" });
    await expect(start("41", {}, counter)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(start("41", { seri_awal: "jenis:tidak-ada" })).rejects.toMatchObject({ field: "seri_awal" });
    await expect(start("41", { tahun: "2025" })).rejects.toMatchObject({ field: "tahun" });
    expect(SeriesStartInput.safeParse({ seri_awal: SERIES, tahun: "2026", angka: "-1" }).success).toBe(false);
    expect(await statesOf(SERIES)).toEqual([]);
  });

  it("may be set again until Balai goes on from it; down only as a correction", async () => {
    await start("41");
    await start("1.045");
    await expect(start("40")).rejects.toMatchObject({ field: "angka" });
    await start("40", { pembetulan: "on" });
    expect((await loadLetterSettings(head)).starts).toEqual([
      { series: SERIES, name: expect.stringContaining("Domisili"), year: 2026, last: 40 },
    ]);
  });

  it("is gone on from; its numbers stand in the agenda as before Balai, and those that Balai gave stay", async () => {
    expect([await issued(), await issued()]).toEqual([41, 42]);
    expect(await statesOf(SERIES)).toEqual([...Array(40).fill("before"), "given", "given"]);
    await expect(start("40", { pembetulan: "on" })).rejects.toMatchObject({ field: "angka" });
    await expect(start("42")).rejects.toMatchObject({ field: "angka" });
    const { table } = await readBook(
      head,
      { book: "agenda", part: "keluar" },
      { year: 2026, from: "2026-01-01", to: "2026-12-31" },
    );
    expect(JSON.stringify(table)).toMatch(/jenis domisili 1-40: [^"]*sebelum Balai/i);
    await start("50");
    await start("48", { pembetulan: "on" });
    expect(await issued()).toBe(49);
    expect((await statesOf(SERIES)).filter((state) => state === "given")).toHaveLength(3);
  });
});
