import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { seedTestVillage, TEST_PASSWORD, testApp } from "#tests/support/app.ts";
import { openVisitor } from "#tests/support/browser.ts";

const app = testApp();

/** A phone's own authenticator, which takes its owner for the right one. */
async function giveAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

it("a passkey is set up on a phone, asked for after the password, and signs in without it", async () => {
  const village = await seedTestVillage(app);
  const kasi = await openVisitor({ slug: village.slug, script: true });
  const { page } = kasi;
  await giveAuthenticator(page);

  await kasi.signIn("kasi-pemerintahan", TEST_PASSWORD);
  await kasi.go("/kantor/akun/kunci-sandi");
  await kasi.fill(/Nama untuk kunci sandi/, "Ponsel saya");
  await kasi.fill(/Kata sandi Anda/, TEST_PASSWORD);
  await kasi.tap("Pasang kunci sandi");
  await kasi.tap("Buat kunci sandi sekarang");
  await page.getByRole("link", { name: "Ponsel saya" }).waitFor();

  const signOut = async () => {
    await page.context().clearCookies({ name: "sesi" });
    await kasi.go("/masuk");
  };
  await signOut();
  await kasi.signIn("kasi-pemerintahan", TEST_PASSWORD);
  expect(new URL(page.url()).pathname).toBe("/masuk/kode");
  await kasi.expectGoodPage();
  await kasi.tap("Pakai kunci sandi");
  await page.waitForURL((url) => url.pathname === "/kantor");

  await signOut();
  await kasi.tap("Masuk dengan kunci sandi");
  await page.waitForURL((url) => url.pathname === "/kantor");
  expect(await page.textContent("body")).toContain("Meja kerja");
});
