import { describe, expect, it } from "vitest";
import { seedTestVillage, testApp } from "#tests/support/app.ts";
import { openVisitor } from "#tests/support/browser.ts";
import type { BrowserlessClient } from "#tests/support/client.ts";
import { PHOTO } from "#tests/support/office-stage.ts";
import type { Visitor } from "#tests/support/visitor.ts";
import { activate, printSlip, textOf, work } from "./resident-steps.ts";

const app = testApp();

describe("a resident with a phone of 360 px and no script", () => {
  it("opens his account by the slip, asks with a photo, sees each step, answers the office, and rates it", {
    timeout: 120_000,
  }, async () => {
    const village = await seedTestVillage(app, { positions: ["kepala-desa", "kasi-pelayanan"] });
    const clerk = await village.signInAs("kasi-pelayanan");
    const visitor = await openVisitor({ slug: village.slug });

    await activate(visitor, (await printSlip(village, clerk)).code);
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
