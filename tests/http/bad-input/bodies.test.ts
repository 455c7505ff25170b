import { beforeAll, describe, expect, it } from "vitest";
import { testApp } from "#tests/support/app.ts";
import type { BrowserlessClient } from "#tests/support/client.ts";
import { type OfficeStage, YEARS } from "#tests/support/office-stage.ts";
import { sharedStage } from "#tests/support/shared-stages.ts";
import { faultsOfWords, sentencesOf } from "./answers.ts";
import { expectNoFaults } from "./no-faults.ts";
import { countWrites } from "./village-writes.ts";

const app = testApp();
expectNoFaults(app);
const ADDRESS = "/kantor/pengaturan/kop";
let stage: OfficeStage;
let kasi: BrowserlessClient;

beforeAll(async () => {
  stage = await sharedStage(app);
  kasi = await stage.as("kasi-pemerintahan");
}, 60_000);

function send(path: string, body: string | Uint8Array, headers: Record<string, string> = {}) {
  const cookie = [...kasi.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const { host } = stage.village;
  return app.request(host, path, {
    method: "POST",
    body,
    headers: {
      cookie,
      origin: `http://${host}`,
      "content-type": "application/x-www-form-urlencoded",
      ...headers,
    },
  });
}

const multipart = (boundary: string) => ({ "content-type": `multipart/form-data; boundary=${boundary}` });

describe("a body that is no form of ours", () => {
  it.each<[string, string | Uint8Array, Record<string, string>]>([
    ["5,000 fields", "baris=a&".repeat(5_000), {}],
    [
      "5,000 parts",
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'.repeat(5_000),
      multipart("x"),
    ],
    ["a list of millions", "indikator%5B99999999%5D.t1=1", {}],
    ["a field of the prototype", "__proto__.isAdmin=1&constructor.prototype.x=1", {}],
    ["a field's name of 10,000 letters", `${"a".repeat(10_000)}=1`, {}],
    [
      "a multipart body that is cut off",
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
      multipart("x"),
    ],
    ["a multipart body without a boundary", "--x--", { "content-type": "multipart/form-data" }],
    ["multipart headers that are noise", "--x\r\n\0\0\0\r\n\r\nb\r\n--x--", multipart("x")],
    ["JSON", '{"baris":"a"}', { "content-type": "application/json" }],
    ["no type at all", "baris=a", { "content-type": "" }],
    ["2 MB of text", `baris=${"a".repeat(2_000_000)}`, {}],
  ])("is refused with a sentence and changes nothing: %s", async (_what, body, headers) => {
    const before = await countWrites(stage.village.ctx.db);
    const answer = await send(ADDRESS, body, headers);
    expect(answer.status).toBe(422);
    expect(faultsOfWords(answer)).toEqual([]);
    expect(await countWrites(stage.village.ctx.db)).toBe(before);
  });

  it.each([
    ["the same field twice", "baris=satu&baris=dua&versi=x"],
    ["a field and a part of it", "baris=satu&baris.x=dua&baris%5B0%5D=tiga"],
    ["an intent of the form library", "__intent__=%7B&baris=a"],
    ["half a surrogate and bytes that are no UTF-8", "baris=%ED%A0%80%FF%C0%80&versi=x"],
    ["an empty body", ""],
  ])("gets a sentence, never a fault of ours: %s", async (_what, body) => {
    const answer = await send(ADDRESS, body);
    expect([409, 422]).toContain(answer.status);
    expect(faultsOfWords(answer)).toEqual([]);
  });

  it("has its control characters taken out before anything is stored", async () => {
    const path = `/kantor/program-kerja/kegiatan/${stage.ids.activity}`;
    const answer = await kasi.submit(path, {
      isi: "Loket\u0000 tiga\u001b[1m dibu\u0007ka.\nBesok \ud83dlagi.",
    });
    expect(answer.status).toBe(303);
    expect((await kasi.get(path)).text).toContain("Loket tiga[1m dibuka.\nBesok \ufffdlagi.");
  });
});

describe("an address that is no address of ours", () => {
  it.each([
    "/kantor/perangkat/%00",
    "/kantor/perangkat/%ED%A0%80",
    "/kantor/perangkat/%E0%A4%A",
    "/kantor/jejak?orang=%00&jenis=%00",
    "/kantor/jejak?sebelum='%20OR%201=1--&jenis=__proto__",
    "/kantor/kabar?sebelum=bukan-waktu",
    `/kantor/program-kerja/${YEARS.running}/laporan?masa=%F0%9F%8C%BE&per=2026-99-99`,
    `/kantor/program-kerja/${YEARS.running}/papan?orang=constructor&bagian=toString`,
    `/kantor/program-kerja/${YEARS.running}/laporan/triwulan-9.pdf`,
    `/kantor/program-kerja/${YEARS.running}/laporan/triwulan-3.pdf?per=x&menurut=y`,
    "/kantor/program-kerja/20260/papan",
    "/kantor/program-kerja/kegiatan/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "/kantor/pengaturan/nomor?tahun=1e9",
    "/kantor/perangkat?tampil=%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    `/kantor/akun?${"a".repeat(7_000)}`,
  ])("%s answers a page, never a fault of ours", async (path) => {
    const answer = await kasi.get(path);
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toContain("<script>alert");
    if (answer.status >= 400) expect(sentencesOf(answer.text).join() || answer.text).toMatch(/[a-z] [a-z]/);
  });

  it.each([
    "/daftar?kode=%00",
    "/daftar?kode=52.01.14.9999",
    "/daftar?di=99.99&cari=%22%27%3B--",
    "/?cari=*%22%20OR%20NEAR(",
    `/?cari=${"batu+".repeat(1_000)}`,
  ])("%s on the portal answers a page", async (path) => {
    expect((await app.request(app.baseHost, path)).status).toBeLessThan(500);
  });

  it.each(["sesi=%00", "sesi=%E0%A4%A", "sesi=a.b.c", "kabar=%00%00", "pengguna=__proto__", "tautan=%FF"])(
    "and a cookie %s lets nobody in and breaks nothing",
    async (cookie) => {
      const answer = await app.request(stage.village.host, "/kantor", { headers: { cookie } });
      expect(answer.status).toBe(303);
      expect((await app.request(stage.village.host, "/masuk", { headers: { cookie } })).status).toBe(200);
    },
  );
});
