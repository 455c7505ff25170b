import { eq } from "drizzle-orm";
import { strToU8, zipSync } from "fflate";
import { beforeEach, describe, expect, test } from "vitest";
import { applyBudgetImport } from "#app/modules/programme/apply-budget-import.server.ts";
import { loadBudgetImport } from "#app/modules/programme/load-budget-import.server.ts";
import { mapBudgetColumns } from "#app/modules/programme/map-budget-columns.server.ts";
import { fileNameOf, readBudgetSheet } from "#app/modules/programme/read-budget-sheet.server.ts";
import { ConflictError, FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { writeXlsx } from "#app/platform/sheet/write-xlsx.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { activities, budgetChanges, budgetImports, spending } from "#db/village/schema/programme.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { type SeededProgramme, seedFirstQuarter, seedProgramme, spent } from "../reports/seeded-programme.ts";

const CSV = [
  "Kode Kegiatan;Nama Kegiatan;Anggaran;Realisasi",
  "01.03.01;Pelayanan administrasi;32.500.000,00;9.250.000,00",
  "01.05.04;Mediasi konflik;10.000.000,00;500.000,00",
  "02.01.01;Gedung PAUD;99.000.000,00;12.000.000,00",
].join("\r\n");
const DAY = { tanggal: "2027-04-10", pilihan: {} };

let village: TestVillage;
let programme: SeededProgramme;

beforeEach(async () => {
  village = await createTestVillage();
  programme = await seedProgramme(village);
  await seedFirstQuarter(village, programme);
  village.setNow("2027-04-10T02:00:00.000Z");
});

const treasurer = () => village.ctxAs("kaur-keuangan");
const file = (content: string | Uint8Array, name = "realisasi.csv") => new File([content as BlobPart], name);

async function read(content: string | Uint8Array = CSV, name?: string) {
  return readBudgetSheet(await treasurer(), 2027, { berkas: file(content, name) });
}

async function spentOn(activityId: string) {
  const rows = await village.db.select().from(spending).where(eq(spending.activityId, activityId));
  return rows.reduce((sum, row) => sum + row.amount, 0);
}

describe("importing budget and realisation", () => {
  test("brings both to what the sheet says, with a version of the budget and one entry of the difference", async () => {
    const { id, isMapped } = await read();
    expect(isMapped).toBe(true);
    expect(await applyBudgetImport(await treasurer(), 2027, id, DAY)).toEqual({ changedCount: 2 });
    expect(await spentOn(programme.a)).toBe(9_250_000);
    expect(await spentOn(programme.b)).toBe(500_000);
    const entries = await village.db.select().from(spending).where(eq(spending.importId, id));
    expect(entries.map(({ amount, spentOn: day }) => [amount, day]).toSorted()).toEqual([
      [-500_000, "2027-04-10"],
      [3_250_000, "2027-04-10"],
    ]);
    const budgets = await village.db
      .select()
      .from(budgetChanges)
      .where(eq(budgetChanges.activityId, programme.a));
    expect(budgets.at(-1)).toMatchObject({
      amount: 32_500_000,
      validFrom: "2027-04-10",
      reason: "Impor realisasi.csv, keadaan 10 April 2027",
    });
    const [row] = await village.db.select().from(activities).where(eq(activities.id, programme.a));
    expect(row).toMatchObject({ budget: 32_500_000, version: 2 });
    const traces = await village.db.select().from(auditLog).where(eq(auditLog.parentId, programme.a));
    expect(traces.map(({ action }) => action)).toEqual(["activity.import-money"]);
  });

  test("takes a sheet with a title above its table, and refuses a year that isn't there before it reads", async () => {
    const titled = `LAPORAN REALISASI APBDES 2027\r\n\r\n${CSV}`;
    expect(await read(titled)).toMatchObject({ isMapped: true });
    const berkas = file("bukan lembar", "catatan.csv");
    await expect(readBudgetSheet(await treasurer(), 2031, { berkas })).rejects.toThrow(NotFoundError);
  });

  test("cuts a long file name between characters", () => {
    const name = fileNameOf(file("x", `${"📊".repeat(90)}.csv`));
    expect(name).toBe(`${"📊".repeat(76)}.csv`);
    expect(fileNameOf(file("x", "C:\\desa\\ra.csv"))).toBe("ra.csv");
  });

  test("the same sheet again adds nothing", async () => {
    const first = await read();
    await applyBudgetImport(await treasurer(), 2027, first.id, DAY);
    village.setNow("2027-04-10T03:00:00.000Z");
    const again = await read();
    expect(await applyBudgetImport(await treasurer(), 2027, again.id, DAY)).toEqual({ changedCount: 0 });
    expect(await spentOn(programme.a)).toBe(9_250_000);
    expect(await village.db.select().from(budgetChanges)).toHaveLength(3);
  });

  test("counts what was spent until the sheet's day: a later entry stays", async () => {
    await village.db.insert(spending).values(spent("sp-april", programme.a, 400_000, "2027-04-09"));
    const { id } = await read();
    await applyBudgetImport(await treasurer(), 2027, id, { tanggal: "2027-03-31", pilihan: {} });
    expect(await spentOn(programme.a)).toBe(9_650_000);
  });

  test("reads XLSX, and a code on several rows only where somebody chose", async () => {
    const columns = ["Kode", "Uraian", "Pagu", "Realisasi"].map((header) => ({ header }));
    const bytes = await writeXlsx(
      [
        {
          name: "RA",
          columns,
          rows: [
            ["1.3.1", "Surat", 31_000_000, 1],
            ["1.3.1", "Surat lain", 33_000_000, 2],
          ],
        },
      ],
      village.tenant,
    );
    const { id } = await read(bytes, "ra.xlsx");
    const ctx = await treasurer();
    await expect(applyBudgetImport(ctx, 2027, id, DAY)).rejects.toThrow("Tidak ada baris yang cocok");
    const both = { b2: programme.a, b3: programme.a };
    await expect(applyBudgetImport(ctx, 2027, id, { ...DAY, pilihan: both })).rejects.toThrow(
      "Baris 3 menuju kegiatan",
    );
    await applyBudgetImport(ctx, 2027, id, { ...DAY, pilihan: { b3: programme.a } });
    const [row] = await village.db.select().from(activities).where(eq(activities.id, programme.a));
    expect(row?.budget).toBe(33_000_000);
    expect(await spentOn(programme.a)).toBe(2);
  });

  test("remembers the columns for the next sheet", async () => {
    const odd = "Nomor;Dana desa ini;Terpakai\r\n01.03.01;31000000;7000000";
    const { id, isMapped } = await read(odd);
    expect(isMapped).toBe(false);
    const columns = { kode: 0, nama: null, anggaran: 1, realisasi: 2, baris_judul: 0 };
    await mapBudgetColumns(await treasurer(), 2027, id, columns);
    expect((await read(odd)).isMapped).toBe(true);
    await applyBudgetImport(await treasurer(), 2027, id, DAY);
    expect(await spentOn(programme.a)).toBe(7_000_000);
  });

  test("is looked at in one round trip", async () => {
    const { id } = await read();
    const ctx = await treasurer();
    village.takeRoundTrips();
    await loadBudgetImport(ctx, 2027, id, "2027-04-10");
    expect(village.takeRoundTrips()).toBe(1);
  });
});

describe("an import is applied at most once", () => {
  test("a second time is refused and changes nothing", async () => {
    const { id } = await read();
    await applyBudgetImport(await treasurer(), 2027, id, DAY);
    await expect(applyBudgetImport(await treasurer(), 2027, id, DAY)).rejects.toThrow(ConflictError);
    const columns = { kode: 0, nama: 1, anggaran: 2, realisasi: 3, baris_judul: 0 };
    await expect(mapBudgetColumns(await treasurer(), 2027, id, columns)).rejects.toThrow(ConflictError);
    expect(await spentOn(programme.a)).toBe(9_250_000);
  });

  test("two at once: one goes through, one is told", async () => {
    const { id } = await read();
    const ctx = await treasurer();
    const results = await Promise.allSettled([1, 2].map(() => applyBudgetImport(ctx, 2027, id, DAY)));
    expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await spentOn(programme.a)).toBe(9_250_000);
  });

  test("a refused one leaves nothing half written and may be tried again", async () => {
    const { id } = await read();
    const tomorrow = { tanggal: "2027-04-11", pilihan: {} };
    await expect(applyBudgetImport(await treasurer(), 2027, id, tomorrow)).rejects.toThrow(
      "setelah hari ini",
    );
    const [row] = await village.db.select().from(budgetImports).where(eq(budgetImports.id, id));
    expect(row).toMatchObject({ state: "read", appliedAt: null });
    expect(await spentOn(programme.a)).toBe(6_000_000);
    expect(await applyBudgetImport(await treasurer(), 2027, id, DAY)).toEqual({ changedCount: 2 });
  });
});

describe("hostile and broken sheets get a sentence at the file field", () => {
  const workbook = (sheet: string) =>
    zipSync({
      "[Content_Types].xml": strToU8("<Types/>"),
      "xl/workbook.xml": strToU8("<workbook/>"),
      "xl/worksheets/sheet1.xml": strToU8(sheet),
    });
  const crowd = zipSync({
    "xl/workbook.xml": strToU8("<workbook/>"),
    ...Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`xl/media/${index}.png`, strToU8("x")])),
  });
  const cases: [string, string | Uint8Array, RegExp][] = [
    ["a picture", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70]), /Jenis berkas ini tidak diterima/],
    ["a script", "<script>alert(1)</script>", /Jenis berkas ini tidak diterima/],
    ["a bomb of three hundred parts", crowd, /tidak dapat dibuka dengan aman/],
    [
      "a million empty rows",
      workbook(`<worksheet><sheetData><row r="1048576"/></sheetData></worksheet>`),
      /terlalu panjang/,
    ],
    ["a million empty lines", ";;;\n".repeat(1_000_000), /terlalu panjang|kosong/],
    ["a cut file", workbook("<worksheet/>").slice(0, 200), /rusak|tidak diterima/],
    ["no sheet at all", workbook("not xml"), /rusak/],
    ["a cell of a novel", `01.03.01;${"x".repeat(600)}\n01.03.02;y`, /terlalu panjang di baris 1/],
  ];
  test.each(cases)("%s", async (_, content, sentence) => {
    const failure = await read(content).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(FieldError);
    expect(failure).toMatchObject({ field: "berkas", message: expect.stringMatching(sentence) });
    expect(await village.db.select().from(budgetImports)).toHaveLength(0);
  });

  test("a formula is no amount", async () => {
    const { id } = await read("Kode;Anggaran;Realisasi\n01.03.01;=1+1;=CMD()\n01.05.04;5;5");
    await applyBudgetImport(await treasurer(), 2027, id, DAY);
    expect(await spentOn(programme.a)).toBe(6_000_000);
  });
});

describe("importing refuses", () => {
  test("who may not spend", async () => {
    const { id } = await read();
    for (const position of ["kasi-pemerintahan", "kepala-desa", "ketua-bpd"]) {
      const ctx = await village.ctxAs(position);
      await expect(readBudgetSheet(ctx, 2027, { berkas: file(CSV) })).rejects.toThrow(ForbiddenError);
      await expect(applyBudgetImport(ctx, 2027, id, DAY)).rejects.toThrow(ForbiddenError);
    }
  });

  test("a programme that does not run", async () => {
    await seedProgramme(village, "draft", 2028);
    await seedProgramme(village, "closed", 2026);
    const ctx = await treasurer();
    await expect(readBudgetSheet(ctx, 2028, { berkas: file(CSV) })).rejects.toThrow(ConflictError);
    await expect(readBudgetSheet(ctx, 2026, { berkas: file(CSV) })).rejects.toThrow(ConflictError);
    await expect(readBudgetSheet(ctx, 2035, { berkas: file(CSV) })).rejects.toThrow(NotFoundError);
  });

  test("another village's import, and one under another year", async () => {
    const { id } = await read();
    const other = await createTestVillage();
    await seedProgramme(other);
    other.setNow("2027-04-10T02:00:00.000Z");
    await expect(applyBudgetImport(await other.ctxAs("kaur-keuangan"), 2027, id, DAY)).rejects.toThrow(
      NotFoundError,
    );
    await expect(applyBudgetImport(await treasurer(), 2026, id, DAY)).rejects.toThrow(NotFoundError);
  });

  test("columns that are not there or are used twice", async () => {
    const { id } = await read();
    const columns = { kode: 0, nama: 1, anggaran: 2, realisasi: 3, baris_judul: 0 };
    const ctx = await treasurer();
    const wrong = (more: Partial<typeof columns>) => mapBudgetColumns(ctx, 2027, id, { ...columns, ...more });
    await expect(wrong({ realisasi: 2 })).rejects.toThrow("sudah dipakai");
    await expect(wrong({ realisasi: 40 })).rejects.toThrow("Pilih kolom dari daftar");
    await expect(wrong({ baris_judul: 900 })).rejects.toThrow("nomor baris judul");
  });
});
