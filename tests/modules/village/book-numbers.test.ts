import { beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { selectBookNumbers, versionOf } from "#app/modules/village/book-numbers.server.ts";
import { SaveBookNumbersInput } from "#app/modules/village/input.ts";
import { saveBookNumbers } from "#app/modules/village/save-book-numbers.server.ts";
import { ConflictError, ForbiddenError } from "#app/platform/errors.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import type { TestVillage } from "#tests/support/test-village.ts";
import { createVillage, withKey } from "./support.ts";

describe("saveBookNumbers", () => {
  let village: TestVillage;
  let kaur: OfficeCtx;

  beforeEach(async () => {
    village = await createVillage();
    kaur = await village.ctxAs("kaur-umum");
  });

  const rows = (year = 2026) => selectBookNumbers(village.db, year);
  const form = async (values: Record<string, string>, year = 2026) =>
    SaveBookNumbersInput.parse({ versi: versionOf(await rows(year)), tahun: String(year), ...values });
  const numbers = async (year?: number) =>
    Object.fromEntries((await rows(year)).map(({ book, lastNumber }) => [book, lastNumber]));

  it("saves the numbers that were filled in, each year for itself", async () => {
    await saveBookNumbers(
      kaur,
      await form({ angka_surat_keluar: "1.147", angka_perdes: "3", angka_berita: "0" }),
    );
    await saveBookNumbers(kaur, await form({ angka_surat_keluar: "2" }, 2027));
    expect(await numbers()).toEqual({ "surat-keluar": 1147, "peraturan-desa": 3, "berita-desa": 0 });
    expect(await numbers(2027)).toEqual({ "surat-keluar": 2 });
    const [entry] = await village.db.select().from(auditLog);
    expect(entry?.details).toMatchObject({
      year: 2026,
      changes: expect.arrayContaining(["surat-keluar: - > 1147"]),
    });
  });

  it("lets a number go down or away only as a correction", async () => {
    await saveBookNumbers(kaur, await form({ angka_surat_keluar: "100", angka_ekspedisi: "5" }));
    const lower = { angka_surat_keluar: "99", angka_ekspedisi: "5" };
    await expect(saveBookNumbers(kaur, await form(lower))).rejects.toMatchObject({
      field: "angka_surat_keluar",
    });
    await expect(saveBookNumbers(kaur, await form({ angka_ekspedisi: "5" }))).rejects.toThrow("nomor 100");
    await saveBookNumbers(kaur, await form({ angka_surat_keluar: "99", pembetulan: "on" }));
    expect(await numbers()).toEqual({ "surat-keluar": 99 });
  });

  it("refuses a stale form, a form without a change, and a year out of reach", async () => {
    const [mine, theirs] = [await form({ angka_ekspedisi: "5" }), await form({ angka_ekspedisi: "6" })];
    await saveBookNumbers(kaur, mine);
    await expect(saveBookNumbers(kaur, theirs)).rejects.toThrow(ConflictError);
    await expect(saveBookNumbers(kaur, await form({ angka_ekspedisi: "5" }))).rejects.toThrow(
      "Tidak ada angka",
    );
    for (const year of [2024, 2028])
      await expect(saveBookNumbers(kaur, await form({ angka_ekspedisi: "5" }, year))).rejects.toMatchObject({
        field: "tahun",
      });
  });

  it("saves once for two taps", async () => {
    const input = await form({ angka_ekspedisi: "5" });
    const tap = () => saveBookNumbers(withKey(kaur, "kunci-nomor"), input);
    await Promise.all([tap(), tap()]);
    expect(await village.db.select().from(auditLog)).toHaveLength(1);
  });

  it("refuses what is no number with a sentence at its field", () => {
    for (const text of ["-1", "1,5", "satu", "100000", "1.0000", "1e3", "٣"]) {
      const { error } = SaveBookNumbersInput.safeParse({ tahun: "2026", angka_ekspedisi: text });
      expect(error?.issues[0], text).toMatchObject({ path: ["angka_ekspedisi"] });
    }
    expect(SaveBookNumbersInput.safeParse({ tahun: "dua ribu" }).error?.issues[0]?.path).toEqual(["tahun"]);
  });

  it("refuses positions without settings", async () => {
    const attempt = saveBookNumbers(
      await village.ctxAs("kasi-pelayanan"),
      await form({ angka_ekspedisi: "5" }),
    );
    await expect(attempt).rejects.toThrow(ForbiddenError);
  });
});
