import { eq } from "drizzle-orm";
import type { Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { letters, letterVersions } from "#db/village/schema/letters.ts";
import { type AppVillage, seedTestVillage, testApp } from "#tests/support/app.ts";
import { lendCookies, openVisitor } from "#tests/support/browser.ts";
import { openSidPeople, openSidWorkbook } from "#tests/support/opensid-workbook.ts";
import { readPdf } from "#tests/support/pdf-text.ts";
import type { Visitor } from "#tests/support/visitor.ts";

const app = testApp();
const RESIDENTS = 4_000;
const PAPER_BOOK = 217;
/** Steps that ux.md allows from Meja kerja to print, besides the letter's own fields. */
const MOST_STEPS = 6;
const OWN_FIELDS = {
  "isian.jenis_usaha": "Dagang sayur",
  "isian.alamat_usaha": "Pasar Sesela",
  "isian.sejak": "2019",
  "isian.keperluan": "pengajuan KUR",
};

describe("the counter of a village whose paper book stands at 217", () => {
  it("imports its own residents, loses nothing to a power cut, and hands out letters that a bank can check", {
    timeout: 300_000,
  }, async () => {
    const village = await seedTestVillage(app, {
      positions: ["kepala-desa", "kasi-pemerintahan", "kasi-pelayanan"],
    });
    const [head, kasi] = await Promise.all([
      arrive(village, "kepala-desa"),
      arrive(village, "kasi-pemerintahan"),
    ]);
    await acceptTerms(head);
    await takeOverBook(kasi);
    await importResidents(kasi);

    const clerk = await arrive(village, "kasi-pelayanan");
    const [person, other] = applicants();
    const first = await printLetter(village, clerk, person);
    expect(first.number).toBe(PAPER_BOOK + 1);
    await expectPrinted(village, first.id, person);

    await reserveBlock(clerk);
    const second = await printByKeyboard(village, other);
    expect(second.number).toBe(PAPER_BOOK + 12);
    await registerHandwritten(clerk);

    const clerkOfBank = await openVisitor({ slug: village.slug });
    const token = await tokenOf(village, first.id);
    await clerkOfBank.go(`/v/${token}`);
    expect(await clerkOfBank.page.textContent("main")).toContain("Belum ditandatangani");
    await markSigned(clerk, first.id);
    await clerkOfBank.go(`/v/${token}`);
    const checked = (await clerkOfBank.page.textContent("main")) ?? "";
    expect(checked).toContain("Berlaku");
    expect(checked).toContain("tanda tangan basah");
    expect(checked).toContain(`/${PAPER_BOOK + 1}/`);
    expect(checked).not.toContain(person.nama);
    expect(checked).not.toContain(person.nik);
    await clerkOfBank.expectGoodPage();
  });
});

async function arrive(village: AppVillage, position: string, screen?: "phone" | "desk"): Promise<Visitor> {
  const visitor = await openVisitor({ slug: village.slug, screen });
  await lendCookies(visitor, await village.signInAs(position));
  return visitor;
}

async function acceptTerms(head: Visitor): Promise<void> {
  await head.go("/kantor/data-pribadi/perjanjian");
  await head.page.locator("[name=setuju]").check();
  await head.page.locator("form:has([name=setuju]) button").click();
}

async function takeOverBook(kasi: Visitor): Promise<void> {
  await kasi.go("/kantor/pengaturan/nomor");
  await kasi.page.locator("[name=angka_surat_keluar]").fill(String(PAPER_BOOK));
  await kasi.page.locator("form:has([name=angka_surat_keluar]) button").click();
  await kasi.page.waitForLoadState();
}

async function importResidents(kasi: Visitor): Promise<void> {
  const buffer = Buffer.from(openSidWorkbook(openSidPeople(RESIDENTS)));
  await kasi.go("/kantor/penduduk");
  await kasi.tap(/Impor/);
  await kasi.expectGoodPage();
  await kasi.page.locator("input[type=file]").setInputFiles({
    name: "penduduk.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer,
  });
  await kasi.tap("Kirim dan periksa");
  await follow(kasi, "Pemeriksaan selesai");
  await kasi.expectGoodPage();
  await kasi.tap("Masukkan 4.000 penduduk");
  await follow(kasi, "Sudah dimasukkan");
  await kasi.go("/kantor/penduduk");
  expect(await kasi.page.textContent("main")).toContain("dari 4.000 penduduk");
}

/** Lets the page renew itself, as one does who waits for the job. */
async function follow(visitor: Visitor, words: string): Promise<void> {
  const here = new URL(visitor.page.url()).pathname;
  await visitor.go(`${here}?ikuti=1`);
  await visitor.page.getByText(words).first().waitFor({ timeout: 180_000 });
}

interface Applicant {
  nama: string;
  nik: string;
}

/** Two men who head a family. */
function applicants(): [Applicant, Applicant] {
  const people = openSidPeople(40).filter(
    ({ kk_level }) => kk_level === "KEPALA KELUARGA" || kk_level === "1",
  );
  const [first, second] = people.map(({ nama = "", nik = "" }) => ({ nama, nik }));
  if (!first || !second) throw new Error("the workbook has no two heads");
  return [first, second];
}

interface Printed {
  id: string;
  number: number;
}

/** From Meja kerja to print, on a phone. */
async function printLetter(village: AppVillage, clerk: Visitor, { nama }: Applicant): Promise<Printed> {
  await clerk.go("/kantor");
  clerk.takeSteps();
  await clerk.tap("Surat");
  await clerk.expectGoodPage();
  await clerk.fill(/^Surat untuk siapa/, nama.toLowerCase());
  await clerk.tap("Cari orang");
  await clerk.tap(/^Surat Keterangan Usaha/);
  await clerk.expectGoodPage();
  for (const [name, value] of Object.entries(OWN_FIELDS))
    await clerk.page.locator(`[name="${name}"]`).fill(value);
  const printed = clerk.page.waitForResponse((answer) => answer.url().endsWith("/surat.pdf"));
  await clerk.tap("Simpan dan cetak");
  expect(clerk.takeSteps()).toBeLessThanOrEqual(MOST_STEPS);
  return printedAt(village, (await printed).url());
}

/** The same on the office's PC without a mouse. */
async function printByKeyboard(village: AppVillage, { nik }: Applicant): Promise<Printed> {
  const { page } = await arrive(village, "kasi-pelayanan", "desk");
  const reach = async (target: Locator) => {
    for (let presses = 0; presses < 80; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not lead to ${target}`);
  };
  const follow = async (target: Locator) => {
    const address = page.url();
    await reach(target);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.href !== address);
  };
  await page.goto("/kantor/surat");
  await reach(page.getByLabel(/^Surat untuk siapa/));
  await page.keyboard.type(nik);
  await follow(page.getByRole("button", { name: "Cari orang" }));
  await follow(page.getByRole("link", { name: /^Surat Keterangan Usaha/ }).first());
  for (const [name, value] of Object.entries(OWN_FIELDS)) {
    await reach(page.locator(`[name="${name}"]`));
    await page.keyboard.type(value);
  }
  const printed = page.waitForResponse((answer) => answer.url().endsWith("/surat.pdf"));
  await reach(page.getByRole("button", { name: "Simpan dan cetak" }));
  await page.keyboard.press("Enter");
  return printedAt(village, (await printed).url());
}

async function printedAt(village: AppVillage, url: string): Promise<Printed> {
  const [, id = ""] = /surat\/([\w-]+)\/surat\.pdf/.exec(url) ?? [];
  const [row] = await village.ctx.db
    .select({ number: letters.number })
    .from(letters)
    .where(eq(letters.id, id));
  if (!row?.number) throw new Error(`${url} has no number`);
  return { id, number: row.number };
}

async function expectPrinted(village: AppVillage, id: string, { nama, nik }: Applicant): Promise<void> {
  const counter = await village.signInAs("kasi-pelayanan");
  const answer = await counter.get(`/kantor/surat/${id}/surat.pdf`);
  const [page] = await readPdf(answer.bytes);
  // F4 in points.
  expect([page?.width, page?.height].map((each) => Math.round(each ?? 0))).toEqual([609, 935]);
  const text = page?.text.toLowerCase();
  for (const words of [nama, nik, `/${PAPER_BOOK + 1}/`, "SURAT KETERANGAN USAHA", "Tanda tangan basah"])
    expect(text).toContain(words.toLowerCase());
}

async function reserveBlock(clerk: Visitor): Promise<void> {
  await clerk.go("/kantor/surat");
  await clerk.tap("Nomor cadangan");
  await clerk.expectGoodPage();
  await clerk.fill(/^Berapa nomor/, "10");
  await clerk.fill(/^Sebab/, "Listrik padam");
  await clerk.tap("Cadangkan nomor");
  expect(await clerk.page.textContent("main")).toMatch(/219\D+228/);
}

/** When the power is back: the first letter that was written by hand. */
async function registerHandwritten(clerk: Visitor): Promise<void> {
  await clerk.go("/kantor/surat/nomor");
  await clerk.tap(/219/);
  await clerk.page.locator("[name=nomor]").selectOption("219");
  await clerk.choose(/^Jenis surat/, "Surat Keterangan Domisili");
  await clerk.fill(/^Nama di surat/, "Inaq Rumisah");
  await clerk.page.locator("[name=tanggal]").fill("2026-11-24");
  await clerk.tap("Daftarkan surat");
  await clerk.go("/kantor/buku/agenda");
  const agenda = (await clerk.page.textContent("main")) ?? "";
  expect(agenda).toContain("Inaq Rumisah");
  expect(agenda).toMatch(/\/219\//);
  await clerk.expectGoodPage();
}

async function markSigned(clerk: Visitor, id: string): Promise<void> {
  await clerk.go(`/kantor/surat/${id}`);
  await clerk.expectGoodPage();
  await clerk.tap("Tandai sudah ditandatangani");
  expect(await clerk.page.textContent("main")).toContain("Sudah ditandatangani");
}

async function tokenOf(village: AppVillage, id: string): Promise<string> {
  const [version] = await village.ctx.db.select().from(letterVersions).where(eq(letterVersions.letterId, id));
  return version?.token ?? "";
}
