import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { erasures } from "#db/directory/schema/backups.ts";
import { claims } from "#db/directory/schema/trust.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { createNamespaceProvisioner } from "#db/homes/namespaces.ts";
import { openDirectory } from "#db/open.ts";
import { testApp } from "#tests/support/app.ts";
import { CONTEST, letterFile } from "#tests/support/claims-stage.ts";
import type { BrowserlessClient, ClientAnswer } from "#tests/support/client.ts";
import { TEST_CLOCK_START } from "#tests/support/clock-start.ts";
import { clientOfOverseer, seedTestOverseer, startOverseerSession } from "#tests/support/overseers.ts";

const app = testApp();
const CODE = "52.01.14.2001";
const later = (days: number) =>
  new Date(Date.parse(TEST_CLOCK_START) + days * 86_400_000 + 3_600_000).toISOString();
const directory = () => openDirectory(app.home);
const name = () => `uji-${crypto.randomUUID().slice(0, 12)}`;

const IMPOSTOR = { telepon: "0812 1111 2222", kata_sandi: "pohon kelapa tinggi", nama: "Pendaftar Palsu" };
const OFFICIAL = { telepon: CONTEST.telepon, kata_sandi: "sawah hijau luas", nama: CONTEST.nama };

async function signUp(person: typeof IMPOSTOR, subdomain: string, tiket?: string): Promise<ClientAnswer> {
  const fields = {
    kode_desa: CODE,
    subdomain,
    jabatan: "kepala-desa",
    ...person,
    ...(tiket ? { tiket } : {}),
  };
  return app.createBrowserlessClient().post("/daftar", fields);
}

async function signIn(subdomain: string, person: typeof IMPOSTOR): Promise<BrowserlessClient> {
  const client = app.createBrowserlessClient(subdomain);
  await client.signIn(person.telepon, person.kata_sandi);
  return client;
}

/** One story: an impostor is first, the real official contests, the kabupaten decides, and nothing is left of the lie. */
describe("an impostor who claimed a village", () => {
  const first = name();
  let impostor: BrowserlessClient;
  let villageId: string;
  let database: string;
  let claimId: string;
  let ticket: string;

  beforeAll(async () => {
    expect((await signUp(IMPOSTOR, first)).status).toBe(303);
    impostor = await signIn(first, IMPOSTOR);
    const filled = await impostor.submit("/kantor/pengaturan/identitas", { alamat: "Rumah pendaftar palsu" });
    expect(filled.status).toBe(303);
    const [village] = await directory().select().from(villages).where(eq(villages.slug, first));
    villageId = village?.id ?? "";
    database = village?.database ?? "";
  }, 60_000);

  it("has nothing public, and is told who contests it, without his phone and his letter", async () => {
    const shown = await app.createBrowserlessClient(first).get("/");
    expect(shown.text).toContain("Belum terverifikasi");
    expect(shown.text).toContain(`/sanggah?kode=${CODE}`);
    const portal = app.createBrowserlessClient();
    const sent = await portal.submit(`/sanggah?kode=${CODE}`, {
      ...CONTEST,
      kode_desa: CODE,
      berkas: letterFile(),
    });
    expect([sent.status, sent.headers.location]).toEqual([303, `/sanggah?kode=${CODE}`]);
    const [claim] = await directory().select().from(claims).where(eq(claims.villageId, villageId));
    claimId = claim?.id ?? "";
    const page = await impostor.get(`/kantor/verifikasi/sanggahan/${claimId}`);
    expect([page.status, page.text.includes(CONTEST.pernyataan)]).toEqual([200, true]);
    expect(page.text).not.toMatch(/9900.?0111/);
    for (const path of [
      `/kabupaten/verifikasi/${claimId}`,
      `/operator/verifikasi/${claimId}/surat/permintaan`,
    ])
      expect([path, (await impostor.get(path)).status]).toEqual([path, 404]);
  });

  it("is decided over by its own kabupaten, not by another, nor by whoever has a village's session", async () => {
    const stranger = app.createBrowserlessClient();
    const id = await seedTestOverseer(app, "kabupaten-admin", { regencyCode: "52.02" });
    stranger.cookies.set("sesi-pengawas", await startOverseerSession(app, id));
    const path = `/kabupaten/verifikasi/${claimId}`;
    const forged = { putusan: "terima", versi: "1" };
    for (const address of [path, `${path}/surat/permintaan`])
      expect((await stranger.get(address)).status).toBe(404);
    expect((await stranger.post(path, forged)).status).toBe(404);
    const nobody = app.createBrowserlessClient();
    nobody.cookies.set("sesi", impostor.cookies.get("sesi") ?? "");
    expect((await nobody.post(path, forged)).headers.location).toMatch(/^\/kabupaten\/masuk/);

    const official = await clientOfOverseer(app, await seedTestOverseer(app, "kabupaten-member"));
    expect((await official.get("/kabupaten/verifikasi")).text).toContain(path);
    const letter = await official.get(`${path}/surat/permintaan`);
    expect([letter.status, letter.headers["content-type"]]).toEqual([200, "application/pdf"]);
    expect(letter.headers["content-disposition"]).toMatch(/^attachment/);
    expect(letter.headers["content-security-policy"]).toBe("default-src 'none'; sandbox");
    const done = await official.submit(path, { putusan: "terima" });
    expect([done.status, done.headers.location]).toEqual([303, path]);
    const page = await official.get(path);
    ticket = /tiket=([a-z2-9]{32})/.exec(page.text)?.[1] ?? "";
    expect(ticket).not.toBe("");
    official.cookies.delete("tautan");
    expect((await official.get(path)).text).not.toContain("tiket=");
  });

  it("reads and takes out, but changes nothing; the public sees a notice", async () => {
    const office = await impostor.get("/kantor");
    expect([office.status, office.text.includes("Desa ini sedang ditangguhkan")]).toEqual([200, true]);
    const typed = { alamat: "Alamat yang diketik" };
    const refused = await impostor.post("/kantor/pengaturan/identitas", typed);
    expect([refused.status, refused.text.includes(typed.alamat)]).toEqual([403, true]);
    expect(await signIn(first, IMPOSTOR)).toBeDefined();
    const front = await app.createBrowserlessClient(first).get("/");
    expect([front.status, front.text.includes("Desa ditangguhkan")]).toEqual([403, true]);
  });

  it("is gone after seven days with sessions, database and address; the proof alone is left", async () => {
    expect((await signUp(OFFICIAL, name(), ticket)).status).toBe(422);
    // Sweeps have run since the day before: a clock that has only just jumped erases nothing.
    for (const day of [6, 7]) {
      await app.setClock(later(day));
      await app.fireCron("*/5 * * * *");
    }
    await vi.waitFor(
      async () => {
        const [row] = await directory().select().from(erasures).where(eq(erasures.villageId, villageId));
        expect(row).toMatchObject({ reason: "claim-refused", step: "done" });
      },
      { timeout: 30_000, interval: 200 },
    );
    for (const path of ["/kantor", "/", "/masuk"]) expect((await impostor.get(path)).status).toBe(404);
    expect(await createNamespaceProvisioner(app.home).listDatabases(database)).toEqual([]);
  });

  it("leaves the region to the ticket's holder alone, once", async () => {
    await app.setClock(later(7));
    const without = await signUp(IMPOSTOR, name());
    expect([without.status, without.text.includes("pemenang sanggahannya")]).toEqual([422, true]);
    expect((await signUp(IMPOSTOR, name(), "2".repeat(32))).status).toBe(422);
    const portal = app.createBrowserlessClient();
    expect((await portal.get(`/daftar?kode=${CODE}`)).text).toContain("pemenang sanggahannya");
    const second = name();
    const form = await portal.submit(
      `/daftar?kode=${CODE}&tiket=${ticket}`,
      {
        ...OFFICIAL,
        subdomain: second,
        jabatan: "kepala-desa",
      },
      "/daftar",
    );
    expect([form.status, form.headers.location]).toEqual([303, `http://${second}.${app.baseHost}/masuk`]);
    expect((await signUp(IMPOSTOR, name(), ticket)).status).toBe(422);
    await expect(signIn(second, IMPOSTOR)).rejects.toThrow();
    const official = await signIn(second, OFFICIAL);
    expect((await official.get("/kantor/pengaturan/identitas")).text).not.toContain("palsu");
  });
});
