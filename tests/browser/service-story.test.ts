import { describe, expect, it } from "vitest";
import { type AppVillage, seedTestVillage, testApp } from "#tests/support/app.ts";
import { openVisitor } from "#tests/support/browser.ts";
import type { BrowserlessClient } from "#tests/support/client.ts";
import { PHOTO } from "#tests/support/office-stage.ts";
import { readPdf } from "#tests/support/pdf-text.ts";
import { acceptTerms } from "#tests/support/service-stage.ts";
import type { Visitor } from "#tests/support/visitor.ts";
import { activate, mustSend, printSlip, textOf, work } from "./resident-steps.ts";

const app = testApp();
const YEAR = 2026;

describe("a village's service to its people", () => {
  it("reaches a weak phone whose connection is cut, Dukcapil, the register of last March and a stranger", {
    timeout: 120_000,
  }, async () => {
    const village = await seedTestVillage(app, {
      positions: ["kepala-desa", "sekretaris-desa", "kasi-pelayanan"],
    });
    await acceptTerms(village);
    const clerk = await village.signInAs("kasi-pelayanan");
    const head = await village.signInAs("kepala-desa");
    const system = { maksud: "sistem", nyala: "on", perkades: "12/2026", tanggal: "2026-10-02" };
    await mustSend(head, "/kantor/surat/pengaturan", system);

    const { residentId, code } = await printSlip(village, clerk);
    const phone = await openVisitor({ slug: village.slug, script: true, losesSignal: true });
    const lose = await weaken(phone);
    await activate(phone, code);
    const letter = await askWithPhoto(phone, lose);
    await work(clerk, letter, { maksud: "lengkap", ada: ["0", "1", "2"] });
    await tellByWhatsApp(village, clerk, letter);
    await work(clerk, letter, { maksud: "ajukan", tanda_tangan: "system" });
    await work(head, letter, { maksud: "sistem" });
    await download(phone, letter);
    await work(clerk, letter, { maksud: "serahkan", kepada: "Lalu Suwandi" });
    await phone.go(`/warga/surat/${letter}`);
    await phone.check("Baik");
    await phone.tap("Kirim penilaian");
    expect(await textOf(phone)).toContain("Penilaian Anda dicatat");

    await reportBirth(clerk, residentId);
    await printLastMarch(await village.signInAs("sekretaris-desa"));
    await openVillage(head);
    await visitAsStranger(await openVisitor({ slug: village.slug }));
  });
});

/** The signal at the end of a valley: 400 milliseconds away, 50 kilobytes a second, and sometimes none. */
async function weaken({ page }: Visitor): Promise<(offline: boolean) => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const speed = { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
  const set = async (offline: boolean) =>
    void (await session.send("Network.emulateNetworkConditions", { offline, ...speed }));
  await set(false);
  return set;
}

async function askWithPhoto(phone: Visitor, lose: (offline: boolean) => Promise<void>): Promise<string> {
  const { page } = phone;
  await phone.tap("Minta surat");
  await phone.tap("Surat Keterangan Domisili");
  await phone.fill(/^Keperluan/, "melamar pekerjaan");
  await phone.tap("Kirim permintaan");
  await page.waitForURL(/\/warga\/surat\/[\w-]{36}/);
  const [, letter = ""] = /\/warga\/surat\/([\w-]+)$/.exec(new URL(page.url()).pathname) ?? [];
  await page.waitForFunction(() => customElements.get("balai-waiting-form"));
  await lose(true);
  await phone.attach(page.locator("#foto-0"), { name: "ktp.jpg", mimeType: "image/jpeg", buffer: PHOTO });
  await page.locator("form:has(#foto-0) button").click();
  await page.getByText("paling lama 24 jam").first().waitFor();
  await phone.expectGoodPage();
  await lose(false);
  await page.getByText("Foto dikirim").first().waitFor();
  expect(await textOf(phone)).toContain("Foto syarat dikirim");
  return letter;
}

async function tellByWhatsApp(village: AppVillage, clerk: BrowserlessClient, letter: string): Promise<void> {
  const page = await clerk.get(`/kantor/surat/${letter}/warga`);
  const [, text = ""] = /href="https:\/\/wa\.me\/\?text=([^"]+)"/.exec(page.text) ?? [];
  expect(decodeURIComponent(text)).toContain(`${village.slug}.`);
  expect(decodeURIComponent(text)).not.toMatch(/\d{16}/);
  expect(page.text).toContain("foto 1");
}

async function download(phone: Visitor, letter: string): Promise<void> {
  await phone.go(`/warga/surat/${letter}`);
  await phone.expectGoodPage();
  const coming = phone.page.waitForEvent("download");
  await phone.page.getByRole("link", { name: "Unduh surat" }).click();
  const stream = await (await coming).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const [page] = await readPdf(Buffer.concat(chunks));
  expect(page?.text).toContain("Disetujui dalam sistem desa");
}

/** From the act in the register to the number in the akta that Dukcapil gave. */
async function reportBirth(clerk: BrowserlessClient, father: string): Promise<void> {
  const born = await mustSend(clerk, `/kantor/penduduk/${father}/peristiwa/lahir`, {
    ...{ tanggal: "2026-11-10", nama: "Baiq Sahara", jk: "2", tempatLahir: "Mataram" },
    ...{ ayah: father, pelapor: "Lalu Suwandi" },
  });
  const child = await clerk.get(born);
  const [, tindakan = ""] = /name="tindakan" value="([\w-]+)"/.exec(child.text) ?? [];
  const filling = await mustSend(clerk, "/kantor/dukcapil/baru", { tindakan });
  const sheet = await mustSend(clerk, filling, { maksud: "siap", "isian.ibu[0].nama": "Baiq Suci" });
  const lembar = sheet.split("/").at(-1) ?? "";
  const batch = await mustSend(clerk, "/kantor/dukcapil/berkas", { lembar: [lembar] });
  const sending = { maksud: "kirim", tanggal: "2026-11-20", pembawa: "Lalu Gede", nomor: "TT-8" };
  await mustSend(clerk, batch, sending);
  const akta = "5201-LT-24112026-0007";
  await mustSend(clerk, sheet, { maksud: "selesai", tanggal: "2026-11-24", akta_lahir: akta });
  expect((await clerk.get(sheet)).text).toContain("Selesai");
}

/** B.3 as the annex has it, on F4 lying. */
async function printLastMarch(secretary: BrowserlessClient): Promise<void> {
  const answer = await secretary.get("/kantor/register/unduh/rekapitulasi.pdf?bulan=2026-03");
  expect(answer.headers["content-type"]).toBe("application/pdf");
  const [page] = await readPdf(answer.bytes);
  expect(page?.text).toContain("REKAPITULASI JUMLAH PENDUDUK");
  expect(page?.text).toContain("Maret 2026");
  expect([page?.width, page?.height].map((each) => Math.round(each ?? 0))).toEqual([935, 609]);
}

/** What the office sets for its public face. */
async function openVillage(head: BrowserlessClient): Promise<void> {
  await mustSend(head, "/kantor/pengaturan/identitas", { jam_pelayanan: "Senin sampai Jumat, 08.00-15.00" });
  for (const [sisi, nama, anggaran] of [
    ["income", "Dana Desa", "1.012.000.000"],
    ["expense", "Bidang Pembangunan", "640.500.000"],
  ] as const)
    await mustSend(head, `/kantor/halaman-desa/anggaran/${YEAR}`, {
      ...{ sisi, nama, anggaran, realisasi: "450.000.000", realisasi_per: `${YEAR}-09-30` },
    });
}

async function visitAsStranger(stranger: Visitor): Promise<void> {
  await stranger.go("/");
  await stranger.expectGoodPage();
  expect(await textOf(stranger)).toContain("Senin sampai Jumat, 08.00-15.00");
  await stranger.tap(/^Anggaran|^APB ?Desa/);
  expect(await textOf(stranger)).toContain("1.012.000.000");
  await stranger.go("/");
  await stranger.tap(/^Informasi publik/i);
  await stranger.expectGoodPage();
  expect(await textOf(stranger)).toContain("10 hari kerja");
}
