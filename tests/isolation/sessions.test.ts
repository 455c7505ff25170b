import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { SESSION_COOKIE } from "#app/platform/http/session-cookie.ts";
import { newToken } from "#app/platform/ids.ts";
import { newSession } from "#app/platform/sessions/sessions.ts";
import { sessions } from "#db/village/schema/accounts.ts";
import { type AppVillage, seedTestVillage, TEST_PASSWORD, testApp } from "#tests/support/app.ts";
import type { BrowserlessClient } from "#tests/support/client.ts";

const app = testApp();
let village: AppVillage;

beforeAll(async () => {
  village = await seedTestVillage(app);
}, 60_000);

const stranger = () => app.createBrowserlessClient(village.slug);
const credentials = { identitas: "kasi-pemerintahan", kata_sandi: TEST_PASSWORD };

function tokenOf(client: BrowserlessClient): string {
  return client.cookies.get(SESSION_COOKIE) ?? "";
}

/** Does a token by itself open the office? */
async function opens(token: string): Promise<boolean> {
  const client = stranger();
  client.cookies.set(SESSION_COOKIE, token);
  return (await client.get("/kantor")).status === 200;
}

describe("a session that somebody else chose", () => {
  it("is not the one that signing in opens", async () => {
    const planted = `${crypto.randomUUID()}.${newToken()}`;
    const victim = stranger();
    victim.cookies.set(SESSION_COOKIE, planted);
    await victim.post("/masuk", credentials);
    expect(tokenOf(victim)).not.toBe(planted);
    expect(await opens(tokenOf(victim))).toBe(true);
    expect(await opens(planted)).toBe(false);
  });

  it("ends when its browser signs in as somebody else: the attacker's own account is not shared", async () => {
    const attacker = stranger();
    await attacker.signIn("kaur-keuangan", TEST_PASSWORD);
    const victim = stranger();
    victim.cookies.set(SESSION_COOKIE, tokenOf(attacker));
    await victim.post("/masuk", credentials);
    const page = await victim.get("/kantor/akun");
    expect(page.text).toContain("Pemegang kasi-pemerintahan");
    expect((await attacker.get("/kantor/akun")).text).not.toContain("Pemegang kasi-pemerintahan");
  });

  it("is no better with another's secret, another's id, or in pieces", async () => {
    const [one, other] = [stranger(), stranger()];
    await one.signIn("kasi-pemerintahan", TEST_PASSWORD);
    await other.signIn("kepala-desa", TEST_PASSWORD);
    const [id = "", secret = ""] = tokenOf(one).split(".");
    const [otherId = "", otherSecret = ""] = tokenOf(other).split(".");
    const forged = [
      `${id}.${otherSecret}`,
      `${otherId}.${secret}`,
      id,
      `.${secret}`,
      `${id}.`,
      `${id}.${secret}.${secret}`,
      `${id}.${secret.slice(0, -1)}`,
      `${id}.${secret.toUpperCase()}`,
      `' OR 1=1 --.${secret}`,
    ];
    const opened = await Promise.all(forged.map(async (token) => [token, await opens(token)]));
    expect(opened).toEqual(forged.map((token) => [token, false]));
    expect(await opens(tokenOf(one))).toBe(true);
  });
});

describe("a session that has ended", () => {
  it("by signing out opens nothing any more", async () => {
    const client = stranger();
    await client.signIn("sekretaris-desa", TEST_PASSWORD);
    const token = tokenOf(client);
    expect(await opens(token)).toBe(true);
    await client.post("/keluar", {});
    expect(await opens(token)).toBe(false);
  });

  it("by a new password, typed elsewhere, opens nothing any more", async () => {
    const [stolen, owner] = [stranger(), stranger()];
    await stolen.signIn("kaur-keuangan", TEST_PASSWORD);
    await owner.signIn("kaur-keuangan", TEST_PASSWORD);
    expect(await opens(tokenOf(stolen))).toBe(true);
    const fresh = "pohon kelapa tinggi sekali";
    const changed = await owner.submit("/kantor/akun/kata-sandi", {
      kata_sandi: TEST_PASSWORD,
      kata_sandi_baru: fresh,
      ulangi: fresh,
    });
    expect(changed.status).toBe(303);
    expect([await opens(tokenOf(stolen)), await opens(tokenOf(owner))]).toEqual([false, true]);
  });

  it("is kept as a hash alone: who reads the database can't go on with it", async () => {
    const person = village.people.find(({ actor }) => actor.name === "Pemegang kepala-desa");
    const { token, row } = await newSession(person?.accountId ?? "", "Penguji", village.ctx.now);
    await village.ctx.db.insert(sessions).values(row);
    const [kept] = await village.ctx.db.select().from(sessions).where(eq(sessions.id, row.id));
    expect(JSON.stringify(kept)).not.toContain(token.split(".")[1]);
    expect(await opens(`${row.id}.${JSON.stringify(kept)}`)).toBe(false);
    expect(await opens(token)).toBe(true);
  });
});

describe("guessing", () => {
  it("gets the same words whether an account exists or not", async () => {
    const answerTo = async (identitas: string) => {
      const answer = await stranger().post("/masuk", { identitas, kata_sandi: "tebakan yang salah" });
      return [answer.status, answer.text.replaceAll(identitas, "").replace(/value="[^"]*"/g, "")];
    };
    const known = await answerTo("kepala-desa");
    expect(known[0]).toBe(422);
    expect(await answerTo("tidak-terdaftar")).toEqual(known);
  });

  it("is stopped as soon for an account that does not exist as for one that does", async () => {
    const fresh = await seedTestVillage(app, { positions: ["kaur-umum"] });
    const triesUntilStopped = async (identitas: string) => {
      for (let tries = 1; tries <= 30; tries++) {
        const guest = app.createBrowserlessClient(fresh.slug);
        const answer = await guest.post("/masuk", { identitas, kata_sandi: `tebakan nomor ${tries}` });
        if (answer.status === 429) return tries;
      }
      return null;
    };
    const known = await triesUntilStopped("kaur-umum");
    expect(known).not.toBeNull();
    expect(await triesUntilStopped("tidak-terdaftar")).toBe(known);
  }, 60_000);
});
