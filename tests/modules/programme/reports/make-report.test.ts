import { eq } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { loadReport } from "#app/modules/programme/load-report.server.ts";
import { makeReport } from "#app/modules/programme/make-report.server.ts";
import { parseReportFile } from "#app/modules/programme/report-file-rules.ts";
import { saveReportColumns } from "#app/modules/programme/save-report-columns.server.ts";
import { ConflictError, FieldError, ForbiddenError, NotFoundError } from "#app/platform/errors.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { budgetChanges, indicatorTargets, spending } from "#db/village/schema/programme.ts";
import { readPicture } from "#tests/platform/image/pictures.ts";
import { readPdf } from "#tests/support/pdf-text.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import {
  type SeededProgramme,
  seedDeviation,
  seedEvidence,
  seedFirstQuarter,
  seedProfile,
  seedProgramme,
  seedUpdate,
  spent,
} from "./seeded-programme.ts";

const MM = 72 / 25.4;
let village: TestVillage;
let programme: SeededProgramme;

beforeAll(async () => {
  village = await createTestVillage();
  programme = await seedProgramme(village);
  await seedFirstQuarter(village, programme);
  await seedDeviation(village, programme.b);
  await seedProfile(village);
  await seedEvidence(village, "u-a", {
    id: "foto-1",
    bytes: readPicture("sawah.jpg"),
    mediaType: "image/jpeg",
  });
  await seedEvidence(village, "u-a", {
    id: "foto-2",
    bytes: readPicture("sawah.webp"),
    mediaType: "image/webp",
  });
  village.setNow("2026-12-01T02:00:00.000Z");
  await village.ctxAs("kepala-desa", { name: "Lalu Ahmad Wirya" });
  await village.ctxAs("kasi-pemerintahan", { name: "Muhammad Zaini" });
  village.setNow("2027-04-02T05:00:00.000Z");
});

function fileOf(name: string) {
  const file = parseReportFile(name);
  if (!file) throw new Error(name);
  return file;
}

async function make(name: string, more: { chosenDate?: string; knownAt?: string } = {}) {
  const ctx = await village.ctxAs("kasi-pemerintahan", { name: "Muhammad Zaini" });
  const chosenDate = more.chosenDate ?? null;
  return makeReport(ctx, { year: 2027, file: fileOf(name), chosenDate, knownAt: more.knownAt });
}

async function pdfText(name: string, more?: { chosenDate?: string; knownAt?: string }) {
  const pages = await readPdf((await make(name, more)).bytes);
  return pages.map(({ text }) => text).join("\n");
}

describe("the quarterly report", () => {
  test("stands on F4, on its side", async () => {
    const [page] = await readPdf((await make("triwulan-1.pdf")).bytes);
    expect(page?.width).toBeCloseTo(330 * MM, 1);
    expect(page?.height).toBeCloseTo(215 * MM, 1);
  });

  test("shows the three percentages of a calculation by hand", async () => {
    const [page] = await readPdf((await make("triwulan-1.pdf")).bytes);
    const text = page?.text ?? "";
    // A: 130 of 400 letters = 32.5 %. B: (10 - 8) / (10 - 5) = 40 %. C has no indicator and no budget: weight 0.
    // Physical: (32.5 x 30 + 40 x 10) / 40 = 34.375. Financial: (6 + 1) / (30 + 10) = 17.5.
    // Elapsed on 31 March: A 90 of 365 days, B 31 of March's and April's 61:
    // (24.6575 x 30 + 50.8197 x 10) / 40 = 18.4932 + 12.7049 = 31.198.
    expect(text).toMatch(
      /Fisik Keuangan Waktu Anggaran Belanja\n34,4% 17,5% 31,2% Rp40\.000\.000 Rp7\.000\.000/,
    );
    expect(text).toContain("TRIWULAN I TAHUN 2027");
    expect(text).toContain("(keadaan per 31 Maret 2027)");
  });

  test("sums each section and all of them", async () => {
    const text = await pdfText("triwulan-1.pdf");
    expect(text).toMatch(/Jumlah program A 34,4% Rp40\.000\.000 Rp7\.000\.000 17,5% 31,2%/);
    // C: no budget, so plain means over one activity; June has not begun.
    expect(text).toMatch(/Jumlah program B 0% Rp0 Rp0 – 0%/);
    expect(text).toMatch(/Jumlah seluruhnya 34,4% Rp40\.000\.000 Rp7\.000\.000 17,5% 31,2%/);
  });

  test("explains what lags by more than ten points: 50,8 - 40 = 10,8", async () => {
    const text = await pdfText("triwulan-1.pdf");
    expect(text).toMatch(
      /Penyelesaian sengketa 40% 50,8% 10,8 poin Mediator sakit Menunjuk mediator pengganti/,
    );
  });

  test("shows the pictures that paper can hold and counts the others", async () => {
    const text = await pdfText("triwulan-1.pdf");
    expect(text).toContain("Pelayanan surat (31 Maret 2027)");
    expect(text).toContain("Masih ada 1 berkas bukti lain");
    expect(await pdfText("triwulan-2.pdf")).not.toContain("Foto bukti kegiatan");
  });

  test("is signed by who holds the positions today, with his status", async () => {
    const text = await pdfText("triwulan-1.pdf");
    expect(text).toMatch(/Mengetahui, Sesela, 2 April 2027\nKepala Desa Sesela Kasi Pemerintahan/);
    expect(text).toContain("Lalu Ahmad Wirya Muhammad Zaini");
  });

  test("says the same in DOCX", async () => {
    const parts = unzipSync((await make("triwulan-1.docx")).bytes);
    const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    for (const words of ["34,4%", "17,5%", "31,2%", "Mediator sakit", "Kepala Desa Sesela", "TRIWULAN I"]) {
      expect(xml).toContain(words);
    }
    expect(xml).toMatch(/w:orient="landscape"/);
  });

  test("of a year that goes on tells today's situation and says so; a quarter stands for its last day", async () => {
    expect(await pdfText("tahunan.pdf")).toContain("(keadaan per 2 April 2027, tahun belum berakhir)");
    expect(await pdfText("tahunan.pdf", { chosenDate: "2027-03-31" })).toContain(
      "keadaan per 31 Maret 2027,",
    );
    expect(await pdfText("ippd.pdf")).toContain("Keadaan sampai 2 April 2027 (tahun belum berakhir)");
    expect(await pdfText("triwulan-2.pdf")).toContain("(keadaan per 30 Juni 2027)");
  });

  test("is the same bytes for the same data and clock", async () => {
    expect((await make("triwulan-1.pdf")).bytes).toEqual((await make("triwulan-1.pdf")).bytes);
    expect((await make("triwulan-1.docx")).bytes).toEqual((await make("triwulan-1.docx")).bytes);
  });

  test("is as of another day where one is chosen: on 15 February only Rp6 million were spent, nothing was reported", async () => {
    const text = await pdfText("triwulan-1.pdf", { chosenDate: "2027-02-15" });
    expect(text).toContain("(keadaan per 15 Februari 2027)");
    // 6 / 40 = 15 %. Elapsed: A 46 of 365 days = 12.6027, B none: x 30 / 40 = 9.452.
    expect(text).toMatch(/\n0% 15% 9,5% Rp40\.000\.000 Rp6\.000\.000/);
  });

  test("leaves a trace of who made it", async () => {
    await make("tahunan.docx");
    const rows = await village.db.select().from(auditLog).where(eq(auditLog.action, "report.make"));
    expect(rows.at(-1)).toMatchObject({
      actorName: "Muhammad Zaini",
      entityId: programme.programmeId,
      details: { berkas: "tahunan.docx", per: "2027-04-02", menurut: null },
    });
  });

  test("reads everything in one round trip", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan", { name: "Muhammad Zaini" });
    village.takeRoundTrips();
    await loadReport(ctx, { year: 2027, period: { kind: "quarter", quarter: 1 }, chosenDate: null });
    expect(village.takeRoundTrips()).toBe(1);
  });
});

describe("the village's columns", () => {
  test("are on the paper in their order", async () => {
    const ctx = await village.ctxAs("kasi-pemerintahan", { name: "Muhammad Zaini" });
    await saveReportColumns(ctx, {
      kolom: ["name", "physical", "evidence"],
      urutan: { evidence: 1, name: 2, physical: 3 },
    });
    expect(await pdfText("triwulan-1.pdf")).toMatch(/No\. Bukti Kegiatan Fisik\n/);
    await saveReportColumns(ctx, { kolom: ["physical", "name"], urutan: { physical: 1, name: 2 } });
    const text = await pdfText("triwulan-1.pdf");
    expect(text).toMatch(/No\. Fisik Kegiatan\n/);
    expect(text).toMatch(/34,4% Jumlah seluruhnya/);
    const all = ["code", "name", "physical", "budget", "spending", "financial", "elapsed"] as const;
    await saveReportColumns(ctx, { kolom: [...all], urutan: {} });
  });

  test("are chosen by who plans, and always hold the activity's name", async () => {
    const treasurer = await village.ctxAs("kaur-keuangan");
    await expect(saveReportColumns(treasurer, { kolom: ["name"], urutan: {} })).rejects.toThrow(
      ForbiddenError,
    );
    const kasi = await village.ctxAs("kasi-pemerintahan", { name: "Muhammad Zaini" });
    await expect(saveReportColumns(kasi, { kolom: ["code"], urutan: {} })).rejects.toThrow(FieldError);
  });
});

describe("a report made again later", () => {
  test("equals the one made then, whatever was approved, spent, budgeted, retargeted and explained since", async () => {
    const knownAt = "2027-04-02T05:00:00.000Z";
    const before = await pdfText("triwulan-1.pdf");
    village.setNow("2027-08-20T02:00:00.000Z");
    const later = "2027-08-01T02:00:00.000Z";
    await seedUpdate(village, {
      id: "u-late",
      activityId: programme.a,
      values: { [programme.letters]: 150 },
      decidedAt: later,
    });
    await seedEvidence(village, "u-late", {
      id: "foto-3",
      bytes: readPicture("sawah.jpg"),
      mediaType: "image/jpeg",
    });
    await village.db.insert(spending).values(spent("sp-late", programme.a, 2_000_000, "2027-03-01", later));
    await village.db.insert(budgetChanges).values({
      id: "bud-late",
      activityId: programme.b,
      amount: 20_000_000,
      validFrom: "2027-03-01",
      reason: "Perubahan APBDes",
      createdBy: "kaur",
      createdAt: later,
    });
    await village.db.insert(indicatorTargets).values({
      id: "t-late",
      indicatorId: programme.cases,
      version: 2,
      q1: 9,
      q2: 8,
      q3: 4,
      q4: 2,
      reason: "Mediator bertambah",
      validFrom: "2027-03-01",
      createdBy: "kasi",
      createdAt: later,
    });
    await seedDeviation(village, programme.a, later);
    const now = await pdfText("triwulan-1.pdf");
    // 150 of 400 = 37.5 %; B (10 - 8) / (10 - 2) = 25 %: (37.5 x 30 + 25 x 20) / 50 = 32.5. 9 of 50 million = 18 %.
    expect(now).toMatch(/\n32,5% 18% /);
    const then = await pdfText("triwulan-1.pdf", { knownAt });
    const withoutDay = (text: string) => text.replaceAll(/Dibuat dengan Balai.*|Sesela, \d+ \w+ \d+/g, "");
    expect(withoutDay(then)).toBe(withoutDay(before));
    village.setNow("2027-04-02T05:00:00.000Z");
  });
});

describe("LPPD and IPPD from the same rows", () => {
  test("the LPPD's skeleton has its chapters, tables by bidang, problems and solutions", async () => {
    const { bytes, fileName } = await make("lppd.docx", {
      chosenDate: "2027-03-31",
      knownAt: "2027-04-02T05:00:00.000Z",
    });
    const xml = strFromU8(unzipSync(bytes)["word/document.xml"] ?? new Uint8Array());
    for (const words of [
      "BAB I PENDAHULUAN",
      "Bidang Penyelenggaraan Pemerintahan Desa",
      "34,4%",
      "Mediator sakit",
    ]) {
      expect(xml).toContain(words);
    }
    expect(xml).toContain("Kegiatan tanpa kode APB Desa");
    expect(fileName).toBe(`lppd-2027-${village.tenant.slug}.docx`);
  });

  test("the poster is one upright F4 page with the three numbers and the money", async () => {
    const options = { chosenDate: "2027-03-31", knownAt: "2027-04-02T05:00:00.000Z" };
    const pages = await readPdf((await make("ippd.pdf", options)).bytes);
    expect(pages).toHaveLength(1);
    expect(pages[0]?.width).toBeCloseTo(215 * MM, 1);
    expect(pages[0]?.text).toMatch(/34,4% 17,5% 31,2%/);
    expect(pages[0]?.text).toMatch(/Rp40\.000\.000 Rp7\.000\.000/);
    expect(pages[0]?.text).toContain("Musyawarah dusun");
  });
});

describe("makeReport refuses", () => {
  const input = { year: 2027, file: fileOf("triwulan-1.pdf"), chosenDate: null };

  test("somebody without a position", async () => {
    const nobody = await village.ctxAs([], { name: "Tanpa jabatan" });
    await expect(makeReport(nobody, input)).rejects.toThrow(ForbiddenError);
  });

  test("a year without a programme, and another village's", async () => {
    const ctx = await village.ctxAs("kepala-desa", { name: "Lalu Ahmad Wirya" });
    await expect(makeReport(ctx, { ...input, year: 2030 })).rejects.toThrow(NotFoundError);
    const other = await createTestVillage();
    await expect(makeReport(await other.ctxAs("kepala-desa"), input)).rejects.toThrow(NotFoundError);
  });

  test("a programme that was not approved", async () => {
    await seedProgramme(village, "submitted", 2028);
    const ctx = await village.ctxAs("kepala-desa", { name: "Lalu Ahmad Wirya" });
    await expect(makeReport(ctx, { ...input, year: 2028 })).rejects.toThrow(ConflictError);
  });

  test("a day that does not exist or lies outside the year", async () => {
    await expect(make("triwulan-1.pdf", { chosenDate: "2027-02-30" })).rejects.toThrow(
      "Tanggal ini tidak ada",
    );
    await expect(make("triwulan-1.pdf", { chosenDate: "2028-01-01" })).rejects.toThrow("di dalam tahun 2027");
  });
});
