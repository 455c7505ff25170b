import { expect } from "vitest";
import { TEST_PASSWORD, testApp } from "#tests/support/app.ts";
import { openVisitor } from "#tests/support/browser.ts";
import type { Visitor } from "#tests/support/visitor.ts";

/** The Kasi Pemerintahan of Senggigi (52.01.14.2006) signs his village up on the portal; returns him on its host. */
export async function signVillageUp(slug: string): Promise<Visitor> {
  const portal = await openVisitor();
  await portal.go("/daftar?kode=52.01.14.2006");
  expect(await portal.page.textContent("main")).toContain("Senggigi");
  await portal.expectGoodPage();
  await portal.page.locator("[name=subdomain]").fill(slug);
  await portal.page.locator("[name=nama]").fill("Baiq Kasi");
  await portal.page.locator("[name=jabatan]").selectOption("kasi-pemerintahan");
  await portal.page.locator("[name=telepon]").fill("0812 3456 7890");
  await portal.page.locator("[name=kata_sandi]").fill(TEST_PASSWORD);
  await portal.page.locator("form:has([name=kata_sandi]) [type=submit]").click();
  await portal.page.waitForURL((url) => url.hostname === `${slug}.localhost` && url.pathname === "/masuk");
  const kasi = await openVisitor({ slug });
  await kasi.signIn("0812 3456 7890", TEST_PASSWORD);
  expect(new URL(kasi.page.url()).origin).toBe(testApp().villageUrl(slug));
  await kasi.expectGoodPage();
  return kasi;
}

/** Invites somebody to a position and returns the link that the page shows for WhatsApp. */
export async function inviteByLink(by: Visitor, name: string, position: string): Promise<string> {
  await by.go("/kantor/perangkat/undang");
  await by.page.locator("[name=nama]").fill(name);
  await by.page.locator("[name=jabatan]").selectOption(position);
  await by.page.locator("form:has([name=jabatan]) [type=submit]").click();
  const text = await by.page.locator("[name=tautan]").inputValue();
  const [link] = /http:\/\/\S+\/undangan\/\S+/.exec(text) ?? [];
  expect(await by.page.locator("a[href*='wa.me']").count()).toBe(1);
  return link ?? "";
}

/** Opens an invitation and makes the account that it offers. */
export async function acceptInvitation(guest: Visitor, link: string, username: string): Promise<void> {
  await guest.go(new URL(link).pathname);
  await guest.page.locator("[name=nama_pengguna]").fill(username);
  await guest.page.locator("[name=kata_sandi]").fill(TEST_PASSWORD);
  await guest.tap("Buat akun dan masuk");
  expect(new URL(guest.page.url()).pathname).toBe("/kantor");
}

/** Months, people, budget, code and targets of one activity, as story.test.ts reckons with them. */
export async function planActivity(kasi: Visitor, href: string, kind: "reported" | "other"): Promise<void> {
  await kasi.go(href);
  const { page } = kasi;
  for (let month = 1; month <= 12; month++) {
    await page.locator(`[name=bulan][value="${month}"]`).setChecked(kind === "reported" || month <= 4);
  }
  await page.locator("[name=pelaksana]").first().check();
  await page.locator("[name=anggaran]").fill(kind === "reported" ? "10.000.000" : "5.000.000");
  await page.locator("[name=sumber_dana]").selectOption("dds");
  await page.locator("[name=kode]").fill("01.03.01");
  await fillTargets(kasi, kind);
  await kasi.tap("Simpan rencana");
  expect(new URL(page.url()).pathname).toMatch(/^\/kantor\/program-kerja\/\d{4}$/);
}

/** The reported activity: 400 letters a year, 90 percent in time; the others 10 a quarter from 100 or from nothing. */
async function fillTargets(kasi: Visitor, kind: "reported" | "other"): Promise<void> {
  const baselines = kasi.page.locator("input[name$='.awal']");
  for (let index = 0; index < (await baselines.count()); index++) {
    const field = (name: string) => kasi.page.locator(`[name="indikator[${index}].${name}"]`);
    const isFalling = (
      await kasi.page
        .locator("fieldset")
        .filter({ has: field("awal") })
        .textContent()
    )?.includes("Makin rendah");
    if (isFalling) await field("awal").fill("100");
    const target = kind === "other" ? "10" : index === 0 ? "100" : "90";
    for (const quarter of ["t1", "t2", "t3", "t4"]) await field(quarter).fill(target);
  }
}
