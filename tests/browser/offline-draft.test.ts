import type { Page, Request } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { activityUpdates, updateEvidence } from "#db/village/schema/programme.ts";
import { files } from "#db/village/schema/village.ts";
import { type AppVillage, seedTestVillage, testApp } from "#tests/support/app.ts";
import { lendCookies, openVisitor } from "#tests/support/browser.ts";
import { accountIdOf, PHOTO, YEARS } from "#tests/support/office-stage.ts";
import type { Visitor } from "#tests/support/visitor.ts";
import { seedRunningProgramme } from "../modules/programme/progress/running-programme.ts";

const app = testApp();
const NOTE = "Ditulis di dusun tanpa sinyal.";
let village: AppVillage;
let activity: string;

beforeEach(async () => {
  village = await seedTestVillage(app, { positions: ["kasi-pemerintahan", "sekretaris-desa"] });
  const { db, now } = village.ctx;
  const programme = await seedRunningProgramme(
    { db, now: () => now },
    {
      year: YEARS.running,
      activities: [
        {
          responsibleAccountId: accountIdOf(village, "kasi-pemerintahan"),
          indicators: [{ targets: [10, 10, 10, 10] }],
        },
      ],
    },
  );
  activity = `/kantor/program-kerja/kegiatan/${programme.activities[0]?.id}`;
});

async function openForm(position = "kasi-pemerintahan", prepare?: (visitor: Visitor) => Promise<void>) {
  const visitor = await openVisitor({ slug: village.slug, script: true, losesSignal: true });
  await lendCookies(visitor, await village.signInAs(position));
  await prepare?.(visitor);
  await visitor.go(`${activity}/pembaruan/baru`);
  return visitor;
}

const value = (page: Page) => page.locator("[name='capaian[0].nilai']");
const note = (page: Page) => page.locator("[name=catatan]");
const send = (page: Page) => page.getByRole("button", { name: "Kirim untuk disetujui" }).click();
const sent = () => village.ctx.db.select().from(activityUpdates);
const says = (page: Page, sentence: string) =>
  page.locator("[data-status]", { hasText: sentence }).waitFor({ timeout: 15_000 });
const lands = (page: Page) => page.waitForURL((url) => url.pathname === activity, { timeout: 15_000 });

async function fillIn(page: Page): Promise<void> {
  await value(page).fill("12");
  await note(page).fill(NOTE);
  await says(page, "Isian tersimpan");
}

describe("a report written where there is no signal", () => {
  it("keeps what was typed when the page is closed", async () => {
    const kasi = await openForm();
    await fillIn(kasi.page);
    const second = await kasi.page.context().newPage();
    await kasi.page.close();
    await second.goto(`${activity}/pembaruan/baru`);
    await says(second, "dipulihkan");
    expect([await value(second).inputValue(), await note(second).inputValue()]).toEqual(["12", NOTE]);
    expect(await sent()).toEqual([]);
  });

  it("waits with its photo, and is sent once by itself when the signal is back", async () => {
    const { page } = await openForm();
    await fillIn(page);
    await page
      .locator("[name=berkas]")
      .setInputFiles({ name: "a.jpg", mimeType: "image/jpeg", buffer: PHOTO });
    await page.context().setOffline(true);
    await send(page);
    await says(page, "Belum ada sinyal");
    expect(await note(page).inputValue()).toBe(NOTE);
    expect(
      await page.locator("[name=berkas]").evaluate((input: HTMLInputElement) => input.files?.length),
    ).toBe(1);
    expect(await sent()).toEqual([]);
    await page.context().setOffline(false);
    await lands(page);
    expect((await sent()).map(({ state, note: text }) => [state, text])).toEqual([["submitted", NOTE]]);
    expect(await village.ctx.db.select().from(updateEvidence)).toHaveLength(1);
    expect(await page.locator("main").textContent()).toContain("Menunggu persetujuan");
    expect(await page.getByRole("status").first().textContent()).toContain("Laporan terkirim");
  });

  it("is sent once where two pages are open", async () => {
    const { page } = await openForm();
    const second = await page.context().newPage();
    await second.goto(`${activity}/pembaruan/baru`);
    await fillIn(page);
    await page.context().setOffline(true);
    await send(page);
    await says(page, "Belum ada sinyal");
    await page.context().setOffline(false);
    await Promise.any([lands(page), lands(second)]);
    await second.goto(`${activity}/pembaruan/baru`);
    expect(await sent()).toHaveLength(1);
    expect(await note(second).inputValue()).toBe("");
  });

  it("is sent once where the first answer got lost, without anybody's doing", async () => {
    const { page } = await openForm("kasi-pemerintahan", (visitor) => visitor.page.clock.install());
    await fillInWithClock(page);
    let tries = 0;
    await page.route(`**${activity}/pembaruan/baru`, async (route) => {
      tries++;
      if (tries > 1) return route.continue();
      await deliver(route.request());
      await route.abort();
    });
    await send(page);
    await says(page, "Belum ada sinyal");
    expect(await sent()).toHaveLength(1);
    await page.clock.runFor(11_000);
    await lands(page);
    expect(tries).toBe(2);
    expect(await sent()).toHaveLength(1);
  });

  it("is tried again where the server was not well", async () => {
    const { page } = await openForm("kasi-pemerintahan", (visitor) => visitor.page.clock.install());
    await fillInWithClock(page);
    await page.route(`**${activity}/pembaruan/baru`, (route) => route.fulfill({ status: 503 }), { times: 1 });
    await send(page);
    await says(page, "Belum ada sinyal");
    await page.clock.runFor(11_000);
    await lands(page);
    expect(await sent()).toHaveLength(1);
  });

  it("is sent also by a browser that keeps nothing", async () => {
    const { page } = await openForm("kasi-pemerintahan", (visitor) => breakStore(visitor.page));
    await value(page).fill("12");
    await says(page, "belum dapat disimpan");
    await send(page);
    await lands(page);
    expect(await sent()).toHaveLength(1);
  });
});

/** As in a private window, or where the device is full. */
async function breakStore(page: Page): Promise<void> {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("no store", "SecurityError");
    };
  });
}

/** Lets a request reach the server; its answer goes nowhere. */
async function deliver(request: Request): Promise<void> {
  const answer = await app.request(village.host, new URL(request.url()).pathname, {
    method: "POST",
    headers: await request.allHeaders(),
    body: request.postDataBuffer() ?? "",
  });
  expect(answer.status).toBe(303);
}

/** With the page's clock in hand, nothing is saved until it is moved on. */
async function fillInWithClock(page: Page): Promise<void> {
  await value(page).fill("12");
  await note(page).fill(NOTE);
  await page.clock.runFor(500);
  await says(page, "Isian tersimpan");
}

describe("a report that is refused", () => {
  it("says why, stays as typed, and stays kept", async () => {
    const { page } = await openForm();
    await fillIn(page);
    await value(page).fill("banyak");
    await send(page);
    await says(page, "angka");
    expect(await value(page).inputValue()).toBe("banyak");
    await page.reload();
    await says(page, "dipulihkan");
    expect(await value(page).inputValue()).toBe("banyak");
    await value(page).fill("12,5");
    await send(page);
    await lands(page);
    expect(await sent()).toHaveLength(1);
  });
});

describe("a shared phone", () => {
  it("shows nobody else's draft, and sends it for nobody else", async () => {
    const { page } = await openForm();
    await fillIn(page);
    await page.context().setOffline(true);
    await send(page);
    await says(page, "Belum ada sinyal");
    const colleague = await village.signInAs("sekretaris-desa");
    await page.context().clearCookies();
    await page.context().addCookies(
      [...colleague.cookies].map(([name, text]) => ({
        name,
        value: text,
        url: `http://${colleague.host}`,
      })),
    );
    await page.context().setOffline(false);
    await says(page, "ditulis oleh orang lain");
    expect(await sent()).toEqual([]);
    await page.reload();
    expect(await note(page).inputValue()).toBe("");
    expect(await value(page).inputValue()).toBe("");
  });
});

describe("a photo of a phone", () => {
  it("is sent small and without EXIF", async () => {
    const { page } = await openForm();
    await value(page).fill("12");
    const photo = withExif(Buffer.from(await page.evaluate(noisyPhoto), "base64"));
    expect(photo.byteLength).toBeGreaterThan(3_000_000);
    await page
      .locator("[name=berkas]")
      .setInputFiles({ name: "IMG_1.jpeg", mimeType: "image/jpeg", buffer: photo });
    await send(page);
    await lands(page);
    const [file] = await village.ctx.db.select().from(files);
    expect(file).toMatchObject({ name: "IMG_1.jpg", mediaType: "image/jpeg" });
    expect(file?.sizeBytes).toBeLessThanOrEqual(400 * 1024);
  });

  it("loses its EXIF before it leaves the phone, however small it is", async () => {
    const { page } = await openForm();
    const input = page.locator("[name=berkas]");
    const buffer = withExif(PHOTO);
    expect(buffer.includes("Exif")).toBe(true);
    await input.setInputFiles({ name: "kecil.jpg", mimeType: "image/jpeg", buffer });
    await says(page, "Isian tersimpan");
    const kept = await input.evaluate(
      async (field: HTMLInputElement) => (await field.files?.[0]?.text()) ?? "",
    );
    expect(kept.length).toBeGreaterThan(1_000);
    expect(kept).not.toContain("Exif");
  });
});

/** A picture that no compression makes small, as base64. */
async function noisyPhoto(): Promise<string> {
  const canvas = document.createElement("canvas");
  canvas.width = 3000;
  canvas.height = 2250;
  const context = canvas.getContext("2d");
  const image = context?.createImageData(canvas.width, canvas.height);
  if (!context || !image) return "";
  let seed = 1;
  for (let index = 0; index < image.data.length; index++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    image.data[index] = index % 4 === 3 ? 255 : (seed >> 16) & 255;
  }
  context.putImageData(image, 0, 0);
  return canvas.toDataURL("image/jpeg", 0.9).split(",")[1] ?? "";
}

/** Puts an EXIF part right behind the start of a JPEG, as cameras do. */
function withExif(jpeg: Buffer): Buffer {
  const body = Buffer.from("Exif\0\0MM\0*\0\0\0\b\0\0\0\0\0\0", "latin1");
  const length = Buffer.from([0xff, 0xe1, 0, body.byteLength + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), length, body, jpeg.subarray(2)]);
}
