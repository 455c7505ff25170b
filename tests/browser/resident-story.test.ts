import { describe, expect, it } from "vitest";
import { seedHousehold } from "#app/seed/seed-resident.ts";
import { type AppVillage, seedTestVillage, testApp } from "#tests/support/app.ts";
import { openVisitor } from "#tests/support/browser.ts";
import type { BrowserlessClient } from "#tests/support/client.ts";
import { PHOTO } from "#tests/support/office-stage.ts";
import { readPdf } from "#tests/support/pdf-text.ts";
import { TEST_PIN } from "#tests/support/resident-client.ts";
import type { Visitor } from "#tests/support/visitor.ts";

const app = testApp();
const NIK = "5201091206850001";
const CODE = /\b[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}\b/;

describe("a resident with a phone of 360 px and no script", () => {
  it("opens his account by the slip, asks with a photo, sees each step, answers the office, and rates it", {
    timeout: 120_000,
  }, async () => {
    const village = await seedTestVillage(app, { positions: ["kepala-desa", "kasi-pelayanan"] });
    const clerk = await village.signInAs("kasi-pelayanan");
    const visitor = await openVisitor({ slug: village.slug });

    await activate(visitor, await printSlip(village, clerk));
    const letter = await askWithPhoto(visitor);
    await answerOffice(visitor, clerk, letter);

    await work(clerk, letter, { maksud: "lengkap", ada: ["0", "1", "2"] });
    await work(clerk, letter, { maksud: "ajukan" });
    await work(clerk, letter, { maksud: "tandai" });
    await visitor.go(`/warga/surat/${letter}`);
    const steps = await textOf(visitor);
    for (const step of [
      "Permintaan dicatat",
      "Foto syarat dikirim",
      "Syarat lengkap",
      "Surat ditandatangani",
    ])
      expect(steps).toContain(step);
    expect(steps).toContain("Ambil di kantor desa");
    expect(steps).not.toContain("Unduh surat");

    await work(clerk, letter, { maksud: "serahkan", kepada: "Lalu Suwandi" });
    await visitor.go(`/warga/surat/${letter}`);
    await visitor.check("Sangat baik");
    await visitor.tap("Kirim penilaian");
    expect(await textOf(visitor)).toContain("Penilaian Anda dicatat");

    await visitor.tap("Keluar");
    await visitor.go(`/warga/surat/${letter}`);
    expect(new URL(visitor.page.url()).pathname).toBe("/warga/masuk");
  });
});

/** The code as it stands on the printed slip. */
async function printSlip(village: AppVillage, clerk: BrowserlessClient): Promise<string> {
  const { residentIds } = await seedHousehold(village.ctx, {
    number: "5201091206150001",
    members: [{ name: "Lalu Suwandi", nik: NIK }],
  });
  const home = `/kantor/akun-warga/${residentIds[0]}`;
  const made = await clerk.submit(home, { maksud: "slip" });
  expect(made.headers.location).toBe(`${home}/slip.pdf`);
  const pages = await readPdf((await clerk.get(`${home}/slip.pdf`)).bytes);
  const text = pages.map((page) => page.text).join("\n");
  expect(text).not.toContain(NIK);
  const [code] = CODE.exec(text) ?? [];
  if (!code) throw new Error(`no code on the slip: ${text}`);
  return code;
}

async function activate(visitor: Visitor, code: string): Promise<void> {
  await visitor.go(`/warga/aktifkan?kode=${code}`);
  await visitor.expectGoodPage();
  await visitor.fill("NIK", NIK);
  await visitor.fill(/^PIN baru \(/, TEST_PIN);
  await visitor.fill(/^PIN baru sekali lagi/, TEST_PIN);
  await visitor.tap("Aktifkan");
  expect(await textOf(visitor)).toContain("Akun Anda aktif");
}

async function askWithPhoto(visitor: Visitor): Promise<string> {
  await visitor.tap("Minta surat");
  await visitor.tap("Surat Keterangan Domisili");
  await visitor.fill(/^Keperluan/, "melamar pekerjaan");
  await visitor.tap("Kirim permintaan");
  const [, letter = ""] = /\/warga\/surat\/([\w-]+)$/.exec(new URL(visitor.page.url()).pathname) ?? [];
  expect(letter).not.toBe("");
  const photo = { name: "ktp.jpg", mimeType: "image/jpeg", buffer: PHOTO };
  await visitor.attach(visitor.page.locator("#foto-0"), photo);
  await visitor.tap(visitor.page.locator("form:has(#foto-0) button"));
  expect(await textOf(visitor)).toContain("Foto dikirim");
  await visitor.expectGoodPage();
  return letter;
}

async function answerOffice(visitor: Visitor, clerk: BrowserlessClient, letter: string): Promise<void> {
  await clerk.submit(`/kantor/surat/${letter}/warga`, { pertanyaan: "Untuk perusahaan mana?" });
  await visitor.go("/warga");
  expect(await textOf(visitor)).toContain("Perlu jawaban Anda");
  await visitor.expectGoodPage();
  await visitor.tap("Surat Keterangan Domisili");
  await visitor.fill(/^Jawaban Anda/, "PT Maju Bersama");
  await visitor.tap("Kirim jawaban");
  const seen = await clerk.get(`/kantor/surat/${letter}/warga`);
  expect(seen.text).toContain("PT Maju Bersama");
  expect(seen.text).toContain("foto 1");
}

async function work(
  clerk: BrowserlessClient,
  letter: string,
  fields: Record<string, string | string[]>,
): Promise<void> {
  const answer = await clerk.submit(`/kantor/surat/${letter}`, fields);
  if (answer.status !== 303)
    throw new Error(`${fields.maksud}: ${answer.status} ${answer.text.slice(0, 3000)}`);
}

async function textOf(visitor: Visitor): Promise<string> {
  return (await visitor.page.textContent("main")) ?? "";
}
