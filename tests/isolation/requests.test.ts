import { connect } from "node:net";
import { beforeAll, describe, expect, it } from "vitest";
import { signFileAddress } from "#app/platform/files/addresses.ts";
import { testApp } from "#tests/support/app.ts";
import { type OfficeStage, PHOTO, YEARS } from "#tests/support/office-stage.ts";
import { sharedStage } from "#tests/support/shared-stages.ts";

const app = testApp();
let own: OfficeStage;
let foreign: OfficeStage;

beforeAll(async () => {
  own = await sharedStage(app);
  foreign = await sharedStage(app, "neighbour");
}, 120_000);

/** What marks the neighbour's pages. */
const marks = () => [foreign.village.slug, foreign.village.tenant.villageId];
const tellsOfNeighbour = (text: string) => marks().some((mark) => text.includes(mark));

describe("a forged name of the host", () => {
  it.each([
    ["x-forwarded-host", () => foreign.village.host],
    ["x-original-url", () => `http://${foreign.village.host}/`],
    ["x-host", () => foreign.village.host],
    ["forwarded", () => `host=${foreign.village.host}`],
    ["mf-original-url", () => `http://${foreign.village.host}/`],
    ["mf-original-hostname", () => foreign.village.host],
    ["x-namespace", () => foreign.village.tenant.database],
  ])("in %s opens the village of the Host header, and nobody's else", async (name, forge) => {
    const answer = await app.request(own.village.host, "/masuk", { headers: { [name]: forge() } });
    expect(answer.status).toBe(200);
    expect(tellsOfNeighbour(answer.text)).toBe(false);
  });

  it.each([
    ["two of them", (path: string) => `GET ${path} HTTP/1.1\r\nHost: A\r\nHost: B\r\n`],
    ["a whole address in the first line", (path: string) => `GET http://B${path} HTTP/1.1\r\nHost: A\r\n`],
    ["none", (path: string) => `GET ${path} HTTP/1.1\r\n`],
    ["a name with a tail", (path: string) => `GET ${path} HTTP/1.1\r\nHost: B@A\r\n`],
    ["a line folded into it", (path: string) => `GET ${path} HTTP/1.1\r\nHost: A\r\n Host: B\r\n`],
    [
      "lengths that disagree",
      (path: string) =>
        `POST ${path} HTTP/1.1\r\nHost: A\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n`,
    ],
  ])("on the wire, %s, opens neither the neighbour nor an error page of the server", async (_what, build) => {
    const head = build("/masuk").replaceAll("A", own.village.host).replaceAll("B", foreign.village.host);
    const answer = await speak(`${head}Connection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 (200|4\d\d) /);
    expect(tellsOfNeighbour(answer)).toBe(false);
  });
});

/** Bytes as they are: no client library mends them on the way. */
function speak(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(app.port, "127.0.0.1");
    let text = "";
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => {
      text += chunk;
    });
    socket.on("close", () => resolve(text));
    socket.on("error", reject);
    // Not ended: a front takes a closed half for a visitor who has gone.
    socket.write(bytes);
  });
}

describe("what one visitor was shown", () => {
  it("is not shown to another: neither across villages nor out of the office", async () => {
    const path = `/program-kerja/${YEARS.running}`;
    const warm = await app.request(foreign.village.host, path);
    expect(warm.status).toBe(200);
    for (const host of [own.village.host, own.village.host.toUpperCase(), `${own.village.host}:8787`]) {
      const answer = await app.request(host, path);
      expect([host, tellsOfNeighbour(answer.text)]).toEqual([host, false]);
    }
    const kasi = await own.as("kasi-pemerintahan");
    await kasi.get(path);
    const stranger = await app.request(own.village.host, path);
    expect(stranger.text).not.toContain("Pemegang kasi-pemerintahan");
    expect(stranger.headers["set-cookie"]).toBeUndefined();
  });

  it("stays in no cache where it belongs to one person", async () => {
    const kasi = await own.as("kasi-pemerintahan");
    const paths = [
      "/kantor",
      "/kantor/akun",
      `/kantor/program-kerja/${YEARS.running}/laporan/triwulan-3.pdf`,
    ];
    for (const path of paths) {
      const answer = await kasi.get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect([path, answer.headers["cache-control"]]).toEqual([path, expect.stringMatching(/\bno-store\b/)]);
    }
  });
});

describe("the address of a file", () => {
  async function photoAddress(): Promise<URL> {
    const kasi = await own.as("kasi-pemerintahan");
    const page = `/kantor/program-kerja/kegiatan/${own.ids.activity}/pembaruan/baru`;
    const berkas = new File([PHOTO], "loket.jpg", { type: "image/jpeg" });
    const sent = await kasi.submit(page, {
      triwulan: "4",
      "capaian[0].id": own.ids.indicator,
      "capaian[0].nilai": "90",
      maksud: "kirim",
      berkas,
    });
    expect(sent.status).toBe(303);
    const shown = await kasi.get(sent.headers.location ?? "");
    const found = /https?:\/\/berkas\.[^"]+/.exec(shown.text)?.[0];
    if (!found) throw new Error("no photo on the page");
    return new URL(found.replaceAll("&amp;", "&"));
  }

  const open = (url: URL) => app.request(url.host, url.pathname + url.search);

  it("opens as it was signed, and under no other village, key, person, time or mark", async () => {
    const signed = await photoAddress();
    expect((await open(signed)).status).toBe(200);
    const query = (change: (query: URLSearchParams) => void) => {
      const changed = new URLSearchParams(signed.search);
      change(changed);
      return `${signed.pathname}?${changed}`;
    };
    const later = String(Number(signed.searchParams.get("s")) + 60);
    const { pathname, search } = signed;
    const neighbour = `/${foreign.village.tenant.villageId}`;
    const attempts = [
      query((changed) => changed.set("s", later)),
      query((changed) => changed.set("a", own.ids.person)),
      query((changed) => changed.delete("t")),
      query((changed) => changed.set("t", "0".repeat(64))),
      `${neighbour}/${pathname.split("/")[2]}${search}`,
      `${neighbour}/..%2f${pathname.slice(1)}${search}`,
      `${pathname}%2f..%2f..${search}`,
    ];
    for (const path of attempts)
      expect([path, (await app.request(signed.host, path)).status]).toEqual([path, 404]);
  });

  it("is not signed for a key of another village", async () => {
    const signing = { ...(await app.seedSite()), now: await app.now() };
    const key = `${foreign.village.tenant.villageId}/kunci`;
    const signed = signFileAddress(signing, own.village.tenant.villageId, key, own.ids.person);
    await expect(signed).rejects.toThrow("another village");
  });

  it("opens nothing on a village's own host, and no village on the file host", async () => {
    const signed = await photoAddress();
    const path = signed.pathname + signed.search;
    expect((await app.request(own.village.host, path)).status).toBe(404);
    for (const page of ["/", "/masuk", "/kantor", "/daftar"])
      expect([page, (await app.request(signed.host, page)).status]).toEqual([page, 404]);
  });

  it("answers so that a browser runs nothing of it", async () => {
    const { headers } = await open(await photoAddress());
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-security-policy"]).toContain("sandbox");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["set-cookie"]).toBeUndefined();
  });
});
