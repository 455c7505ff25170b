import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { type OwnedRoute, siteOf } from "#app/platform/http/route-spec.ts";
import { routeTable } from "#app/route-table.ts";
import { seedTestVillage, testApp } from "#tests/support/app.ts";
import { lendCookies, openVisitor } from "#tests/support/browser.ts";
import type { BrowserlessClient, ClientAnswer } from "#tests/support/client.ts";
import { accountIdOf, type OfficeStage, PHOTO, seedUpdate, YEARS } from "#tests/support/office-stage.ts";
import { visitOf } from "#tests/support/page-table.ts";
import { sharedStage } from "#tests/support/shared-stages.ts";
import { seedRunningProgramme } from "../modules/programme/progress/running-programme.ts";

const app = testApp();
/** Budgets of ux.md, over the wire. */
const PUBLIC_BYTES = 60_000;
const OFFICE_BYTES = 100_000;
/** Round trips; this run does not cache which village a host names, which costs each page of a village one more. */
const PUBLIC_TRIPS = 1;
const OFFICE_TRIPS = 2;
/**
 * A link counts only while whoever made it may still make one, which can be asked once the link has named him. Which
 * addresses are free can only be asked once the village's names are known: a page opened once in its life. Nor does
 * this run cache the directory's keys, which a secret on offer is derived under and a claim's phone is sealed under. What one village can be restored from is
 * asked of its row, its backups, its past and its orders, on a page that is opened in an emergency.
 */
const MORE_TRIPS: Record<string, number> = {
  "/daftar": 2,
  "/undangan/:token": 2,
  "/undangan/:token/masuk": 2,
  "/masuk/kata-sandi-baru/:token": 2,
  "/operator/verifikasi/:id": 3,
  "/kabupaten/verifikasi/:id": 3,
  "/operator/desa/:id/pemulihan-data": 5,
  "/operator/masuk/pasang": 3,
  "/operator/akun/kode": 3,
  "/kabupaten/masuk/pasang": 3,
  "/kabupaten/akun/kode": 3,
  "/kantor/data-desa": 3,
  // The NIK lies sealed in the registration: whom the register knows by it can be asked once it is opened.
  "/kantor/akun-warga/pendaftaran/:id": 4,
  // Guesses at codes are counted before a letter is looked for.
  "/v/:token": 2,
};

let stage: OfficeStage;
beforeAll(async () => {
  stage = await sharedStage(app);
}, 60_000);

interface Cost {
  address: string;
  isOffice: boolean;
  /** Its opening is written to the access log: one round trip more. */
  isLogged: boolean;
  bytes: number;
  scriptBytes: number;
  hasIsland: boolean;
  trips: number;
}

/** Opens every page once to warm it, then once more as a browser does that has nothing in its cache. */
async function costs(): Promise<Cost[]> {
  const found: Cost[] = [];
  for (const route of routeTable) {
    const visit = visitOf(route, stage.ids);
    if (visit.answers !== "page" || route.developmentOnly) continue;
    const client = await clientFor(route, visit.as);
    await client.get(visit.path);
    const isOffice = route.permission !== "public";
    const isLogged = route.logsAccess;
    found.push({ address: route.address, isOffice, isLogged, ...(await costOf(client, visit.path, route)) });
  }
  return found;
}

async function clientFor(route: OwnedRoute, as: string | null): Promise<BrowserlessClient> {
  if (as) return stage.as(as);
  return app.createBrowserlessClient(siteOf(route) === "portal" ? undefined : stage.village.slug);
}

async function costOf(client: BrowserlessClient, path: string, route: OwnedRoute) {
  // A query of its own keeps the page out of the edge cache, which would hide what it costs.
  const answer = await getPacked(client, path + (path.includes("?") ? "&" : "?") + crypto.randomUUID());
  const html = unpack(answer);
  const ends = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, address = ""]) => address);
  const styles = ends(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g);
  const images = ends(/<(?:img|link[^>]*rel="(?:icon|preload)")[^>]*(?:src|href)="(\/[^"]+)"/g);
  const scripts = ends(/<(?:script[^>]*src|link[^>]*rel="modulepreload"[^>]*href)="([^"]+)"/g);
  const scriptBytes = await weightOf(client, scripts);
  const rest = await weightOf(client, [...styles, ...images]);
  const trips = Number(/db;desc="(\d+)"/.exec(String(answer.headers["server-timing"]))?.[1]);
  return {
    bytes: wireBytes(answer) + scriptBytes + rest,
    scriptBytes,
    hasIsland: html.includes("<balai-"),
    trips: trips - (siteOf(route) === "portal" ? 0 : 1),
  };
}

async function weightOf(client: BrowserlessClient, addresses: string[]): Promise<number> {
  let sum = 0;
  for (const address of addresses) sum += wireBytes(await getPacked(client, address));
  return sum;
}

async function getPacked(client: BrowserlessClient, path: string): Promise<ClientAnswer> {
  const answer = await client.get(path, { "accept-encoding": "gzip, deflate, br" });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return answer;
}

function unpack({ headers, bytes }: ClientAnswer): string {
  if (headers["content-encoding"] === "br") return brotliDecompressSync(bytes).toString("utf8");
  return (headers["content-encoding"] === "gzip" ? gunzipSync(bytes) : bytes).toString("utf8");
}

function wireBytes({ headers, bytes }: ClientAnswer): number {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`.length);
  return bytes.byteLength + lines.reduce((sum, length) => sum + length, 0);
}

describe("the budgets of every page", () => {
  let pages: Cost[];
  beforeAll(async () => {
    pages = await costs();
  }, 120_000);

  it("hold for bytes on a first view", () => {
    const heavy = pages.filter(({ isOffice, bytes }) => bytes > (isOffice ? OFFICE_BYTES : PUBLIC_BYTES));
    expect(heavy.map(({ address, bytes }) => [address, bytes])).toEqual([]);
    expect(Math.min(...pages.map(({ bytes }) => bytes))).toBeGreaterThan(5_000);
  });

  it("hold for script: none, unless the page has an island", () => {
    const wrong = pages.filter(({ scriptBytes, hasIsland }) => scriptBytes > 0 !== hasIsland);
    expect(wrong.map(({ address, scriptBytes }) => [address, scriptBytes])).toEqual([]);
    expect(pages.some(({ hasIsland }) => hasIsland)).toBe(true);
  });

  it("hold for round trips to the databases", () => {
    const allowed = ({ address, isOffice, isLogged }: Cost) =>
      MORE_TRIPS[address] ?? (isOffice ? OFFICE_TRIPS : PUBLIC_TRIPS) + (isLogged ? 1 : 0);
    const slow = pages.filter((page) => !(page.trips <= allowed(page)));
    expect(slow.map(({ address, trips }) => [address, trips])).toEqual([]);
  });
});

describe("a browser's own count of bytes", () => {
  it.each([
    ["/program-kerja/:tahun", PUBLIC_BYTES],
    ["/kantor", OFFICE_BYTES],
    ["/kantor/program-kerja/kegiatan/:id/pembaruan/baru", OFFICE_BYTES],
  ])("agrees for %s", async (address, budget) => {
    const route = routeTable.find((each) => each.address === address);
    if (!route) throw new Error(`no ${address}`);
    const { as, path } = visitOf(route, stage.ids);
    const visitor = await openVisitor({ slug: stage.village.slug, script: true });
    if (as) await lendCookies(visitor, await stage.as(as));
    const weight = await visitor.weigh(path);
    expect(weight.total).toBeLessThanOrEqual(budget);
    expect(weight.document).toBeGreaterThan(1_000);
    const cost = await costOf(await clientFor(route, as), path, route);
    expect(Math.abs(weight.total - cost.bytes)).toBeLessThan(0.1 * cost.bytes);
  });
});

describe("steps from Meja kerja, on a phone without script", () => {
  it("a progress report with a photo takes at most 5", async () => {
    const village = await seedTestVillage(app);
    const own = accountIdOf(village, "kasi-pemerintahan");
    await seedRunningProgramme(builderOf(village), {
      year: YEARS.running,
      activities: [
        { name: "Pelayanan surat", responsibleAccountId: own, indicators: [{ targets: [1, 1, 1, 1] }] },
      ],
    });
    const kasi = await openVisitor({ slug: village.slug });
    await lendCookies(kasi, await village.signInAs("kasi-pemerintahan"));
    await kasi.go("/kantor");
    await kasi.tap(/Laporkan.*Pelayanan surat/);
    await kasi.fill(/Surat terbit/, "12");
    await kasi.attach(/Foto/, { name: "loket.jpg", mimeType: "image/jpeg", buffer: PHOTO });
    await kasi.tap("Kirim untuk disetujui");
    expect(await kasi.page.textContent("main")).toContain("Menunggu persetujuan");
    expect(kasi.takeSteps()).toBeLessThanOrEqual(5);
  });

  it("the Kepala Desa approves ten reports in at most 12", async () => {
    const village = await seedTestVillage(app);
    const { activities } = await seedRunningProgramme(builderOf(village), {
      year: YEARS.running,
      activities: Array.from({ length: 10 }, (_, index) => ({
        name: `Kegiatan ${index + 1}`,
        indicators: [{ targets: [1, 1, 1, 1] as [number, number, number, number] }],
      })),
    });
    for (const activity of activities) await seedUpdate(village, activity, 3, "submitted");
    const head = await openVisitor({ slug: village.slug });
    await lendCookies(head, await village.signInAs("kepala-desa"));
    await head.go("/kantor");
    await head.tap(/laporan menunggu|menunggu persetujuan/i);
    const boxes = head.page.locator("[name=laporan]");
    expect(await boxes.count()).toBe(10);
    for (let index = 0; index < 10; index++) await head.check(boxes.nth(index));
    await head.tap("Setujui yang dicentang");
    expect(await head.page.textContent("body")).toMatch(/10 laporan/);
    expect(await boxes.count()).toBe(0);
    expect(head.takeSteps()).toBeLessThanOrEqual(12);
  });
});

function builderOf(village: Awaited<ReturnType<typeof seedTestVillage>>) {
  return { db: village.ctx.db, now: () => village.ctx.now };
}
