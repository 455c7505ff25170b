import type { Page, Request } from "playwright-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { seedHousehold } from "#app/seed/seed-resident.ts";
import { letterPapers } from "#db/village/schema/residents.ts";
import { type AppVillage, seedTestVillage, testApp } from "#tests/support/app.ts";
import { lendCookies, openVisitor } from "#tests/support/browser.ts";
import type { BrowserlessClient } from "#tests/support/client.ts";
import { PHOTO } from "#tests/support/office-stage.ts";
import { signInAsResident } from "#tests/support/resident-client.ts";
import type { Visitor } from "#tests/support/visitor.ts";

const app = testApp();
let village: AppVillage;
let resident: BrowserlessClient;
let neighbour: BrowserlessClient;
let letter: string;
let before: number;

beforeAll(async () => {
  village = await seedTestVillage(app, { positions: ["kasi-pelayanan"] });
  const { residentIds } = await seedHousehold(village.ctx, {
    members: [{ name: "Lalu Suwandi" }, { name: "Baiq Suci", familyRole: 3, sex: 2 }],
  });
  resident = await signInAsResident(app, village, residentIds[0] ?? "");
  neighbour = await signInAsResident(app, village, residentIds[1] ?? "");
});

beforeEach(async () => {
  const asked = await resident.submit("/warga/surat/baru/domisili", { "isian.keperluan": "melamar kerja" });
  letter = String(asked.headers.location);
  before = (await village.ctx.db.select().from(letterPapers)).length;
});

async function openLetter(): Promise<Visitor> {
  const visitor = await openVisitor({ slug: village.slug, script: true, losesSignal: true });
  await lendCookies(visitor, resident);
  await visitor.go(letter);
  return visitor;
}

/** As in a tab that is closed without signal, and opened again with it: nothing but what the phone kept is left. */
async function openAgain(closed: Page, path = letter): Promise<Page> {
  const page = await closed.context().newPage();
  await closed.close();
  await page.context().setOffline(false);
  await page.goto(path);
  return page;
}

const form = (page: Page, requirement: number) =>
  page.locator("balai-waiting-form").filter({ has: page.locator(`#foto-${requirement}`) });
const says = (page: Page, requirement: number, sentence: string) =>
  form(page, requirement).locator("[data-status]", { hasText: sentence }).waitFor({ timeout: 15_000 });
const lands = (page: Page) => page.getByText("Foto dikirim").first().waitFor({ timeout: 15_000 });

async function sendPhoto(page: Page, requirement: number, buffer = PHOTO): Promise<void> {
  await page
    .locator(`#foto-${requirement}`)
    .setInputFiles({ name: "ktp.jpg", mimeType: "image/jpeg", buffer });
  await form(page, requirement).getByRole("button", { name: "Kirim foto" }).click();
}

/** Requirements that photos have come for since the test began. */
async function came(): Promise<number[]> {
  const papers = await village.ctx.db.select().from(letterPapers);
  return papers
    .slice(before)
    .map(({ requirement }) => requirement)
    .sort();
}

/** What the browser keeps for later. */
function keptIn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open("balai-formulir", 1);
        opening.onsuccess = () => {
          const count = opening.result.transaction("formulir").objectStore("formulir").count();
          count.onsuccess = () => resolve(count.result);
        };
      }),
  );
}

describe("photos of requirements where the connection is cut", () => {
  it("wait through a closed tab, and are sent one after another, each once", async () => {
    const visitor = await openLetter();
    const { page } = visitor;
    await page.context().setOffline(true);
    await sendPhoto(page, 0);
    await says(page, 0, "paling lama 24 jam");
    await sendPhoto(page, 2);
    await says(page, 2, "paling lama 24 jam");
    await visitor.expectGoodPage();
    expect(await came()).toEqual([]);
    const home = await openAgain(page, "/warga");
    await home.getByText("belum terkirim dari ponsel ini").waitFor();
    const order: string[] = [];
    home.on("request", (sent) => sent.method() === "POST" && order.push("sent"));
    home.on("response", (answer) => answer.request().method() === "POST" && order.push("answered"));
    await home.getByRole("link", { name: "Buka halamannya" }).click();
    await lands(home);
    expect(await came()).toEqual([0, 2]);
    expect(order).toEqual(["sent", "answered", "sent", "answered"]);
    expect(await keptIn(home)).toBe(0);
  });

  it("go by themselves, once, where only the answer was lost", async () => {
    const { page } = await openLetter();
    let tries = 0;
    await page.route(`**${letter}`, async (route) => {
      if (route.request().method() !== "POST" || ++tries > 1) return route.continue();
      await deliver(route.request());
      await route.abort();
    });
    await sendPhoto(page, 1);
    await says(page, 1, "Sinyal terputus");
    expect(await came()).toEqual([1]);
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
    await lands(page);
    expect([tries, await came()]).toEqual([2, [1]]);
  });

  it("are taken back by whoever sent them", async () => {
    const { page } = await openLetter();
    await page.route(`**${letter}`, (route) => route.fulfill({ status: 503 }), { times: 1 });
    await sendPhoto(page, 0);
    await form(page, 0).getByRole("button", { name: "Batalkan kiriman ini" }).click();
    await says(page, 0, "tidak dikirim lagi");
    expect(await keptIn(page)).toBe(0);
    await sendPhoto(page, 0);
    await lands(page);
    expect(await came()).toEqual([0]);
  });

  it("are forgotten where they are refused, with the reason beside the form", async () => {
    const { page } = await openLetter();
    await sendPhoto(page, 0, Buffer.from("bukan foto"));
    await says(page, 0, "foto");
    expect(await keptIn(page)).toBe(0);
    expect(await came()).toEqual([]);
    await sendPhoto(page, 0);
    await lands(page);
  });

  it("leave alone what is typed elsewhere on the page", async () => {
    const clerk = await village.signInAs("kasi-pelayanan");
    await clerk.submit(`/kantor/surat/${letter.split("/").at(-1)}/warga`, { pertanyaan: "Untuk siapa?" });
    const { page } = await openLetter();
    await page.getByLabel("Jawaban Anda").fill("Untuk PT Maju");
    await sendPhoto(page, 0);
    await says(page, 0, "Sudah terkirim");
    expect(await page.getByLabel("Jawaban Anda").inputValue()).toBe("Untuk PT Maju");
    await sendPhoto(page, 0);
    await says(page, 0, "Sudah terkirim");
    await expect.poll(came).toEqual([0, 0]);
  });
});

describe("a request for a letter where the connection is cut", () => {
  it("keeps what was typed through a closed tab and is sent when opened again; refused, it shows the page", async () => {
    const { page } = await openLetter();
    const ask = "/warga/surat/baru/domisili";
    await page.goto(ask);
    await page.getByRole("button", { name: "Kirim permintaan" }).click();
    await page.getByRole("alert").waitFor();
    await page.getByLabel(/^Keperluan/).fill("membuka rekening");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Kirim permintaan" }).click();
    await page.getByText("Sinyal terputus").waitFor();
    expect(await page.getByLabel(/^Keperluan/).inputValue()).toBe("membuka rekening");
    const again = await openAgain(page, ask);
    await again.waitForURL(/\/warga\/surat\/[\w-]{36}$/);
    expect(await again.textContent("main")).toContain("Permintaan dicatat");
    expect(await keptIn(again)).toBe(0);
  });
});

describe("a phone that is shared", () => {
  it("neither shows nor sends it to the next who signs in, and forgets it after a day", async () => {
    const visitor = await openLetter();
    await visitor.page.context().setOffline(true);
    await sendPhoto(visitor.page, 0);
    await says(visitor.page, 0, "Sinyal terputus");
    await visitor.page.context().clearCookies();
    await lendCookies(visitor, neighbour);
    const page = await openAgain(visitor.page, "/warga");
    expect(await page.getByText("belum terkirim").isVisible()).toBe(false);
    expect(await keptIn(page)).toBe(1);
    await page.clock.setFixedTime(Date.now() + 24 * 3_600_000 + 1);
    await page.goto("/warga");
    await expect.poll(() => keptIn(page)).toBe(0);
    expect(await came()).toEqual([]);
  });

  it("keeps nothing once its owner has signed out", async () => {
    const { page } = await openLetter();
    await page.context().setOffline(true);
    await sendPhoto(page, 0);
    await says(page, 0, "Terhapus bila Anda keluar");
    await page.route(`**${letter}`, (route) => route.abort());
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Keluar", exact: true }).click();
    await page.waitForURL("**/warga/masuk");
    expect(await keptIn(page)).toBe(0);
    expect(await came()).toEqual([]);
  });
});

/** Lets a request reach the server; its answer goes nowhere. */
async function deliver(request: Request): Promise<void> {
  const answer = await app.request(village.host, new URL(request.url()).pathname, {
    method: "POST",
    headers: await request.allHeaders(),
    body: request.postDataBuffer() ?? "",
  });
  expect(answer.status).toBe(303);
}
