import { beforeAll, describe, expect, it } from "vitest";
import { type AppVillage, seedTestVillage, TEST_PASSWORD, testApp } from "#tests/support/app.ts";
import { openVisitor } from "#tests/support/browser.ts";

const app = testApp();
let village: AppVillage;

beforeAll(async () => {
  village = await seedTestVillage(app);
});

describe("sign-in in a browser", () => {
  it.each(["phone", "desk"] as const)("works without script and reads well on a %s", async (screen) => {
    const kasi = await openVisitor({ slug: village.slug, screen });
    await kasi.go("/kantor");
    expect(new URL(kasi.page.url()).pathname).toBe("/masuk");
    await kasi.expectGoodPage();
    await kasi.fill(/Nomor telepon/, "kasi-pemerintahan");
    await kasi.fill("Kata sandi", TEST_PASSWORD);
    await kasi.tap("Masuk");
    expect(new URL(kasi.page.url()).pathname).toBe("/kantor");
    expect(kasi.takeSteps()).toBe(3);
  });

  it("keeps the typed name and tells at the field what is wrong", async () => {
    const kasi = await openVisitor({ slug: village.slug });
    await kasi.go("/masuk");
    await kasi.fill(/Nomor telepon/, "kasi-pemerintahan");
    await kasi.fill("Kata sandi", "bukan ini");
    await kasi.tap("Masuk");
    expect(await kasi.page.locator("[name=identitas]").inputValue()).toBe("kasi-pemerintahan");
    expect(await kasi.page.locator("[name=kata_sandi]").inputValue()).toBe("");
    await kasi.expectGoodPage();
  });

  it("weighs less than a public page may; its one script signs in by passkey and is small", async () => {
    const visitor = await openVisitor({ slug: village.slug, script: true });
    const weight = await visitor.weigh("/masuk");
    expect(weight.script).toBeGreaterThan(0);
    expect(weight.script).toBeLessThan(3_000);
    expect(weight.total).toBeGreaterThan(1_000);
    expect(weight.total).toBeLessThan(60_000);
  });
});
