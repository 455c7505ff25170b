import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { sessions, signInAttempts } from "#db/village/schema/accounts.ts";
import { type AppVillage, seedTestVillage, TEST_PASSWORD, testApp } from "#tests/support/app.ts";

const app = testApp();
let village: AppVillage;
beforeAll(async () => {
  village = await seedTestVillage(app);
}, 60_000);

/** The link in the text to send that a page shows. */
function linkIn(html: string): string {
  const path = /https?:\/\/[^/\s"]+(\/[\w/-]+)/.exec(/<textarea[^>]*>([^<]*)/.exec(html)?.[1] ?? "")?.[1];
  if (!path) throw new Error("no link on the page");
  return path;
}

describe("a page that refuses", () => {
  it("says when to come back after too many tries, and leads back to signing in", async () => {
    const owner = village.people.find((each) => each.actor.name === "Pemegang kaur-keuangan");
    const subject = `account:${owner?.accountId}`;
    const at = await app.now();
    const lockedUntil = new Date(at.getTime() + 600_000).toISOString();
    const locked = { failures: 8, windowStartedAt: at.toISOString(), lockedUntil };
    await village.ctx.db.insert(signInAttempts).values({ subject, ...locked });
    const stranger = app.createBrowserlessClient(village.slug);
    const answer = await stranger.post("/masuk", { identitas: "kaur-keuangan", kata_sandi: "salah besar" });
    expect(answer.status).toBe(429);
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    expect(answer.text).toContain('href="/masuk"');
    await village.ctx.db.delete(signInAttempts).where(eq(signInAttempts.subject, subject));
  });

  it("keeps the office's menu for whoever may not open a page", async () => {
    const answer = await (await village.signInAs("kasi-pemerintahan")).get("/kantor/jejak");
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('href="/kantor/perangkat"');
  });
});

describe("the shared PC", () => {
  it("keeps a form that meets the locked screen, without its password, to be sent again", async () => {
    const head = await village.signInAs("kepala-desa");
    await head.submit("/kantor/kunci", {});
    const form = { _kunci: "kunci-uji-1", nama: "Lalu <b>Wirya", surel: "", kata_sandi: "rahasia sekali" };
    const kept = await head.post("/kantor/akun?dari=menu", form);
    expect(kept.status).toBe(403);
    expect(kept.text).toContain('href="/kantor/terkunci?next=%2Fkantor%2Fakun%3Fdari%3Dmenu"');
    expect(kept.text).toContain('name="_kunci" value="kunci-uji-1"');
    expect(kept.text).toContain('name="nama" value="Lalu &lt;b&gt;Wirya"');
    expect(kept.text).not.toContain("rahasia sekali");
    expect(kept.text).not.toContain("/kantor/pengaturan");
  });

  it("keeps a form whose sender's session is over, to be sent again once he has signed in", async () => {
    for (const [address, entry] of [
      ["/kantor/akun", "/masuk?next=%2Fkantor%2Fakun"],
      ["/warga/pengaduan", "/warga/masuk?next=%2Fwarga%2Fpengaduan"],
    ] as const) {
      const nobody = app.createBrowserlessClient(village.slug);
      const kept = await nobody.post(address, { judul: "Jalan berlubang", pin: "274918" });
      expect(kept.status).toBe(403);
      expect(kept.text).toContain(`href="${entry}"`);
      expect(kept.text).toContain('name="judul" value="Jalan berlubang"');
      expect(kept.text).not.toContain("274918");
      expect((await nobody.post(address, {})).headers.location).toBe(entry);
    }
  });

  it("leads programs and empty forms from the locked screen straight to its lock page", async () => {
    const head = await village.signInAs("kepala-desa");
    await head.submit("/kantor/kunci", {});
    expect((await head.post("/kantor/akun", {})).status).toBe(303);
    const sent = await head.post("/kantor/akun", { nama: "Lalu" }, { "sec-fetch-dest": "empty" });
    expect(sent.headers.location).toBe("/kantor/terkunci?next=%2Fkantor%2Fakun");
  });

  it("locks by hand, shows nothing of the office then, and goes on where it stood after the password", async () => {
    const head = await village.signInAs("kepala-desa");
    expect((await head.submit("/kantor/kunci", {})).headers.location).toBe("/kantor/terkunci");
    const refused = await head.get("/kantor/perangkat?tampil=berhenti");
    expect(refused.headers.location).toBe("/kantor/terkunci?next=%2Fkantor%2Fperangkat%3Ftampil%3Dberhenti");
    const page = await head.get(refused.headers.location ?? "");
    expect(page.text).not.toContain("/kantor/pengaturan");
    const wrong = await head.submit(refused.headers.location ?? "", { kata_sandi: "salah besar" });
    expect(wrong.status).toBe(422);
    const opened = await head.submit(refused.headers.location ?? "", { kata_sandi: TEST_PASSWORD });
    expect([opened.status, opened.headers.location]).toEqual([303, "/kantor/perangkat?tampil=berhenti"]);
    expect((await head.get("/kantor/perangkat?tampil=berhenti")).status).toBe(200);
  });

  it("knows who used it: another of them goes on by name and password, and the first is out", async () => {
    const pc = await village.signInAs("kasi-pemerintahan");
    await pc.signIn("kaur-keuangan", TEST_PASSWORD);
    const page = await pc.get("/kantor/ganti-pengguna");
    expect(page.text).toContain("Pemegang kasi-pemerintahan");
    expect(page.text).not.toContain("Pemegang sekretaris-desa");
    const kasi = village.people.find((each) => each.actor.name === "Pemegang kasi-pemerintahan");
    const before = pc.cookies.get("sesi")?.split(".")[0] ?? "";
    const switched = await pc.post("/kantor/ganti-pengguna", {
      akun: kasi?.accountId ?? "",
      kata_sandi: TEST_PASSWORD,
    });
    expect([switched.status, switched.headers.location]).toEqual([303, "/kantor"]);
    expect((await pc.get("/kantor/akun")).text).toContain("Pemegang kasi-pemerintahan");
    const { db } = village.ctx;
    expect(await db.select().from(sessions).where(eq(sessions.id, before))).toEqual([]);
  });

  it("sends nobody to another site after the password", async () => {
    const client = app.createBrowserlessClient(village.slug);
    for (const next of ["https://contoh.id", "//contoh.id", "/kantor//contoh.id", "/masuk"]) {
      const answer = await client.submit(`/masuk?next=${encodeURIComponent(next)}`, {
        identitas: "kepala-desa",
        kata_sandi: TEST_PASSWORD,
        next,
      });
      expect([next, answer.headers.location]).toEqual([next, "/kantor"]);
    }
  });
});

describe("an invitation", () => {
  it("goes out as a link that is shown once, brings its person in, and is used up", async () => {
    const head = await village.signInAs("kepala-desa");
    const fields = { nama: "Baharuddin", jabatan: "operator", status: "definitif", mulai: "2026-11-24" };
    const made = await head.submit("/kantor/perangkat/undang", { ...fields, telepon: "0812 5555 5555" });
    expect(made.status).toBe(303);
    const page = await head.get(made.headers.location ?? "");
    const link = linkIn(page.text);
    expect(page.text).toContain("https://wa.me/6281255555555?text=");
    expect(made.headers.location).not.toContain(link.split("/").at(-1));
    const elsewhere = await village.signInAs("sekretaris-desa");
    expect((await elsewhere.get(made.headers.location ?? "")).text).not.toContain(link);

    const guest = app.createBrowserlessClient(village.slug);
    const own = { nama: "Baharuddin", telepon: "0812 5555 5555", kata_sandi: "pohon kelapa tinggi" };
    const weak = await guest.submit(link, { ...own, kata_sandi: "pendek" });
    expect([weak.status, weak.text.includes('value="Baharuddin"')]).toEqual([422, true]);
    expect(weak.text).not.toContain("pendek<");
    const joined = await guest.submit(link, own);
    expect([joined.status, joined.headers.location]).toEqual([303, "/kantor"]);
    expect((await guest.get("/kantor/akun")).text).toContain("Operator Desa");
    expect((await app.createBrowserlessClient(village.slug).get(link)).status).toBe(409);
  });

  it("is open before the village is verified, and nothing of the office is", async () => {
    const fresh = await seedTestVillage(app, { isVerified: false });
    const guest = app.createBrowserlessClient(fresh.slug);
    expect((await guest.get(`/undangan/${"2".repeat(32)}`)).status).toBe(404);
    expect((await guest.get("/masuk")).text).toContain("Kata sandi");
  });
});

describe("pages of people", () => {
  it.each([
    "/kantor/perangkat",
    "/kantor/perangkat/undang",
    "/kantor/akun",
    "/kantor/akun/kata-sandi",
    "/kantor/akun/sesi",
    "/kantor/jejak",
    "/kantor/ganti-pengguna",
  ])("%s costs at most two round trips and no script", async (path) => {
    const head = await village.signInAs("kepala-desa");
    const answer = await head.get(path);
    expect(answer.status).toBe(200);
    const trips = Number(/db;desc="(\d+)"/.exec(String(answer.headers["server-timing"]))?.[1]);
    // The tenant is not cached in this run, which costs one more.
    expect(trips).toBeLessThanOrEqual(3);
    expect(answer.text).not.toContain("<script");
  });
});
