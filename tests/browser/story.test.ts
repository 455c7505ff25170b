import { readFileSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { findVillage, verifyVillage } from "#db/directory/villages.ts";
import { openDirectory } from "#db/open.ts";
import { seedTestVillage, TEST_PASSWORD, testApp } from "#tests/support/app.ts";
import { openVisitor } from "#tests/support/browser.ts";
import { sendRequest } from "#tests/support/client.ts";
import { readPdf } from "#tests/support/pdf-text.ts";
import type { Visitor } from "#tests/support/visitor.ts";
import { acceptInvitation, inviteByLink, planActivity, signVillageUp } from "./story-steps.ts";

const app = testApp();
const PHOTO = readFileSync(new URL("../platform/image/fixtures/sawah.jpg", import.meta.url));
const YEAR = 2027;
const OFFICE = `/kantor/program-kerja/${YEAR}`;

/*
 * The hand calculation. Thirteen activities stand in the end (14 of the template - 2 + 1).
 *   the reported one: all year, Rp10.000.000; indicators 150 of 400 letters = 37,5 % and 45 of 90 percent = 50 %
 *     -> physical (37,5 + 50) / 2 = 43,75 %; elapsed on 31 March 90 / 365 days = 24,6575... %
 *   the twelve others: January to April, Rp5.000.000 each; nothing reported; elapsed 90 / 120 days = 75 %
 * Weighted by budget (70 million in all):
 *   physical (43,75 x 10 + 0 x 60) / 70 = 6,25 %          -> 6,3%
 *   money     Rp3.500.000 / Rp70.000.000 = 5 %            -> 5%
 *   time     (24,6575 x 10 + 75 x 60) / 70 = 67,808... %  -> 67,8%
 */
const EXPECTED = { physical: "6,3%", financial: "5%", elapsed: "67,8%" };

describe("one village, one year", () => {
  it("runs from sign-up to the quarter's report on a phone without script", {
    timeout: 240_000,
  }, async () => {
    onTestFinished(() => app.setClock("2026-11-24T02:00:00.000Z"));
    const slug = `senggigi-${crypto.randomUUID().slice(0, 8)}`;
    const kasi = await signVillageUp(slug);
    const kades = await openVisitor({ slug });
    const kaur = await openVisitor({ slug });
    await acceptInvitation(kades, await inviteByLink(kasi, "Haji Kades", "kepala-desa"), "kades");
    // Once a Kepala Desa has joined, he gives positions: the administrator may no longer.
    await acceptInvitation(kaur, await inviteByLink(kades, "Sri Kaur", "kaur-keuangan"), "kaur");

    await openYear(kasi);
    const reported = await planYear(kasi);
    await submitYear(kasi);
    await returnOneThenApprove(kades, kasi);

    await app.setClock("2027-01-20T02:00:00.000Z");
    await reportWithPhoto(kasi, reported);
    await approveReport(kades);
    await recordSpending(kaur, reported);

    await app.setClock("2027-04-02T02:00:00.000Z");
    await expectReport(kasi, slug);
    await expectNothingElsewhere(slug, reported);
  });
});

async function openYear(kasi: Visitor): Promise<void> {
  await kasi.signIn("0812 3456 7890", TEST_PASSWORD);
  await kasi.tap("Program kerja");
  await kasi.page.locator("[name=tahun]").selectOption(String(YEAR));
  await kasi.tap("Susun program kerja");
  expect(await kasi.page.locator("main a[href$='/rencana']").count()).toBe(14);
  await kasi.expectGoodPage();
}

/** Drops two, adds one, plans all thirteen; returns the address of the activity that is reported later. */
async function planYear(kasi: Visitor): Promise<string> {
  for (const name of ["Studi banding", "literasi"]) {
    const card = kasi.page.locator("main section section").filter({ hasText: new RegExp(name, "i") });
    await kasi.tap(card.getByRole("link", { name: "Coret" }).first());
    await kasi.fill(/^Alasan/, "Belum ada dana tahun ini");
    await kasi.tap("Coret kegiatan");
  }
  await kasi.tap("Tambah kegiatan");
  await kasi.page.locator("[name=program]").selectOption({ index: 1 });
  await kasi.fill(/Nama kegiatan/, "Ronda malam bersama warga");
  await kasi.tap("Tambahkan");
  await kasi.fill(/^Tujuan/, "Warga merasa aman pada malam hari.");
  await addFirstIndicator(kasi);
  await kasi.go(OFFICE);
  const plans = await kasi.page
    .locator("main a[href$='/rencana']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(plans).toHaveLength(13);
  for (const [index, href] of plans.entries())
    await planActivity(kasi, href, index === 0 ? "reported" : "other");
  return (plans[0] ?? "").replace("/rencana", "");
}

async function addFirstIndicator(kasi: Visitor): Promise<void> {
  await kasi.tap("Simpan dan tambah indikator");
  await kasi.fill(/Nama indikator/, "Malam ronda yang berjalan");
  await kasi.fill(/^Satuan/, "malam");
  await kasi.fill(/Target Triwulan I(?!I|V)/, "10");
  await kasi.tap("Simpan indikator");
}

async function submitYear(kasi: Visitor): Promise<void> {
  await kasi.go(OFFICE);
  await kasi.tap("Ajukan");
  await kasi.expectGoodPage();
  await kasi.tap("Ajukan kepada Kepala Desa");
  expect(await kasi.page.textContent("main")).toContain("diajukan");
}

async function returnOneThenApprove(kades: Visitor, kasi: Visitor): Promise<void> {
  await kades.go("/kantor");
  await kades.tap(new RegExp(`program kerja ${YEAR}`, "i"));
  if (!kades.page.url().endsWith("/pemeriksaan")) await kades.tap("Periksa program kerja");
  const card = kades.page.locator("main section section").filter({ hasText: "Ronda malam" }).first();
  await kades.tap(card.locator("summary"));
  await kades.fill(card.locator("[name=alasan]"), "Tulis jadwal dan pos ronda");
  await kades.tap(card.getByRole("button", { name: "Kembalikan kegiatan" }));
  await kades.expectGoodPage();
  expect(await kades.page.getByRole("button", { name: "Setujui program kerja" }).count()).toBe(0);

  await kasi.go("/kantor");
  expect(await kasi.page.textContent("main")).toContain("Ronda malam");
  await mendReturned(kasi);

  await kades.go(`${OFFICE}/pemeriksaan`);
  await kades.tap("Setujui program kerja");
  expect(await kades.page.textContent("main")).toContain("Disetujui");
}

async function mendReturned(kasi: Visitor): Promise<void> {
  await kasi.go(OFFICE);
  const card = kasi.page.locator("main section section").filter({ hasText: "Ronda malam" }).first();
  expect(await card.textContent()).toContain("Tulis jadwal dan pos ronda");
  await kasi.tap(card.getByRole("link", { name: "Atur rencana" }));
  await kasi.fill(/^Lokasi/, "Pos ronda dusun");
  await kasi.tap("Simpan rencana");
  const again = kasi.page.locator("main section section").filter({ hasText: "Ronda malam" }).first();
  await kasi.tap(again.getByRole("button", { name: "Ajukan lagi" }));
}

async function reportWithPhoto(kasi: Visitor, activity: string): Promise<void> {
  await kasi.signIn("0812 3456 7890", TEST_PASSWORD);
  await kasi.go(activity);
  await kasi.tap("Laporkan kemajuan");
  const values = kasi.page.locator("input[name^='capaian['][name$='.nilai']");
  await kasi.fill(values.nth(0), "150");
  await kasi.fill(values.nth(1), "45");
  await kasi.attach(kasi.page.locator("[name=berkas]"), {
    name: "layanan.jpg",
    mimeType: "image/jpeg",
    buffer: PHOTO,
  });
  await kasi.expectGoodPage();
  await kasi.tap("Kirim untuk disetujui");
  expect(await kasi.page.textContent("main")).toContain("Menunggu persetujuan");
}

async function approveReport(kades: Visitor): Promise<void> {
  await kades.signIn("kades", TEST_PASSWORD);
  await kades.go("/kantor/program-kerja/pembaruan");
  await kades.expectGoodPage();
  await kades.check(kades.page.locator("[name=laporan]").first());
  await kades.tap(/^Setujui/);
  expect(await kades.page.locator("[name=laporan]").count()).toBe(0);
}

async function recordSpending(kaur: Visitor, activity: string): Promise<void> {
  await kaur.signIn("kaur", TEST_PASSWORD);
  await kaur.go(`${activity}/belanja`);
  await kaur.fill(/^Jumlah/, "3.500.000");
  await kaur.fill(/^Keterangan/, "Perangkat komputer layanan");
  await kaur.tap("Simpan belanja");
  expect(await kaur.page.textContent("main")).toContain("Rp3.500.000");
}

async function expectReport(kasi: Visitor, slug: string): Promise<void> {
  await kasi.signIn("0812 3456 7890", TEST_PASSWORD);
  await kasi.go(`${OFFICE}/laporan?periode=triwulan-1`);
  await kasi.expectGoodPage();
  const cookie = (await kasi.page.context().cookies())
    .map(({ name, value }) => `${name}=${value}`)
    .join("; ");
  const answer = await sendRequest(app.port, `${slug}.${app.baseHost}`, `${OFFICE}/laporan/triwulan-1.pdf`, {
    headers: { cookie },
  });
  expect(answer.headers["content-type"]).toBe("application/pdf");
  const pages = await readPdf(answer.bytes);
  const [short, long] = [pages[0]?.width ?? 0, pages[0]?.height ?? 0].sort((a, b) => a - b);
  expect(short).toBeCloseTo((215 / 25.4) * 72, 0);
  expect(long).toBeCloseTo((330 / 25.4) * 72, 0);
  const text = pages.map((page) => page.text).join("\n");
  for (const percent of Object.values(EXPECTED)) expect(text).toContain(percent);
  expect(text).toContain("TRIWULAN I");
}

async function expectNothingElsewhere(slug: string, activity: string): Promise<void> {
  const other = await seedTestVillage(app);
  const stranger = await other.signInAs("kepala-desa");
  expect((await stranger.get(activity)).status).toBe(404);
  expect((await stranger.get(OFFICE)).status).toBe(404);
  const cookie = [...stranger.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const onOtherHost = await sendRequest(app.port, `${slug}.${app.baseHost}`, OFFICE, { headers: { cookie } });
  expect(onOtherHost.status).toBe(303);
  expect(onOtherHost.headers.location).toContain("/masuk");

  const unverified = await sendRequest(app.port, `${slug}.${app.baseHost}`, "/program-kerja");
  expect(unverified.text).toContain("belum terverifikasi");
  expect(unverified.text).not.toContain("Ronda malam");
  const directory = openDirectory(app.home);
  await verifyVillage(directory, (await findVillage(directory, slug))?.id ?? "", new Date());
  const resident = await openVisitor({ slug });
  await resident.go("/program-kerja");
  expect(await resident.page.textContent("main")).toContain("Ronda malam");
  await resident.expectGoodPage();
}
