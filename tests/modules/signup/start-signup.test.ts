import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { isJustSignedUp } from "#app/modules/accounts/is-just-signed-up.server.ts";
import type { StartSignupInput } from "#app/modules/signup/input.ts";
import { startSignup } from "#app/modules/signup/start-signup.server.ts";
import { FieldError, LimitError } from "#app/platform/errors.ts";
import { sha256Hex } from "#app/platform/ids.ts";
import { hashPassword, verifyPassword } from "#app/platform/passwords.ts";
import { dueJobs } from "#db/directory/schema/jobs.ts";
import { rateLimits, signups, villageHosts, villages } from "#db/directory/schema/villages.ts";
import { openVillage } from "#db/open.ts";
import { accounts, auditLog, positionTerms } from "#db/village/schema/accounts.ts";
import { knownDevices } from "#db/village/schema/security.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import { createTestPortal, signupOf, type TestPortal } from "#tests/support/test-portal.ts";

vi.setConfig({ testTimeout: 60_000 });

describe("startSignup", () => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await createTestPortal();
  });
  afterAll(() => portal.stop());

  const villageAt = async (slug: string) => {
    const [row] = await portal.directory.select().from(villages).where(eq(villages.slug, slug));
    if (!row) throw new Error(`no village ${slug}`);
    return row;
  };

  it("makes a village that answers, with its administrator, profile, host and calendar", async () => {
    const started = await startSignup(portal.ctx(), signupOf());
    expect(started).toEqual({ slug: "senggigi", state: "active" });
    const village = await villageAt("senggigi");
    expect(village).toMatchObject({
      name: "Senggigi",
      state: "active",
      trust: "unverified",
      timeZone: "WITA",
      regionCode: "52.01.14.2006",
    });
    const db = openVillage(portal.home, village);
    const [account] = await db.select().from(accounts);
    expect(account).toMatchObject({ name: "Lalu Ahmad", phone: null, isAdmin: true });
    const keys = portal.ctx().keysOf(village.id);
    expect(await keys.open("accounts.phone", account?.phoneSealed ?? "")).toBe("6281234567890");
    expect(await keys.index("accounts.phone", "6281234567890")).toBe(account?.phoneIndex);
    expect(await verifyPassword("kopi lombok pagi", account?.passwordHash ?? "")).toBe(true);
    expect(await db.select().from(positionTerms)).toMatchObject([
      {
        accountId: account?.id,
        position: "kasi-pemerintahan",
        status: "definitif",
        startsOn: "2026-11-24",
        endsOn: null,
      },
    ]);
    expect(await db.select().from(villageProfile)).toMatchObject([
      {
        name: "Senggigi",
        districtName: "Batulayar",
        regencyName: "Kabupaten Lombok Barat",
        provinceName: "Nusa Tenggara Barat",
        timeZone: "WITA",
      },
    ]);
    expect(await db.select().from(auditLog)).toMatchObject([
      { action: "village.sign-up", actorName: "Lalu Ahmad" },
    ]);
    expect(await portal.directory.select().from(villageHosts)).toEqual([
      { host: "senggigi.localhost", villageId: village.id, kind: "canonical" },
    ]);
    expect(await portal.directory.select().from(dueJobs)).toMatchObject([
      { villageId: village.id, kind: "housekeeping" },
    ]);
  });

  it("is told on the new village's sign-in page, until somebody has come in", async () => {
    const db = openVillage(portal.home, await villageAt("senggigi"));
    expect(await isJustSignedUp({ db })).toBe(true);
    const [account] = await db.select().from(accounts);
    const seen = { accountId: account?.id ?? "", deviceHash: "x", device: "Chrome" };
    await db.insert(knownDevices).values({ ...seen, firstSeenAt: "2026-11-24", lastSeenAt: "2026-11-24" });
    expect(await isJustSignedUp({ db })).toBe(false);
    await db.delete(knownDevices);
  });

  it("keeps neither name, phone nor password hash in the directory once the account exists", async () => {
    const [row] = await portal.directory.select().from(signups);
    expect(row).toMatchObject({ step: "active", firstAccount: null, leasedUntil: null });
    expect(JSON.stringify(row)).not.toContain("81234567890");
  });

  it("takes the same form again for the same sign-up and changes nothing", async () => {
    const again = await startSignup(portal.ctx(), signupOf({ nama: "Orang Lain" }));
    expect(again).toEqual({ slug: "senggigi", state: "active" });
    const people = await openVillage(portal.home, await villageAt("senggigi"))
      .select()
      .from(accounts);
    expect(people).toHaveLength(1);
    expect(people[0]?.name).toBe("Lalu Ahmad");
    expect(await verifyPassword("kopi lombok pagi", people[0]?.passwordHash ?? "")).toBe(true);
  });

  it("tells nobody by whose phone a village was signed up: another password is answered like another phone", async () => {
    const attempt = (changes: Partial<StartSignupInput>) =>
      startSignup(portal.ctx({ address: "203.0.113.9" }), signupOf(changes)).catch((error) => error);
    const wrong = { kata_sandi: "sandi orang lain" };
    const byPassword = await attempt(wrong);
    expect(byPassword).toBeInstanceOf(FieldError);
    expect(byPassword).toEqual(await attempt({ ...wrong, telepon: "6281300000000" }));
    for (let i = 0; i < 10; i++) expect(await attempt(wrong)).toEqual(byPassword);
    expect(await attempt({})).toEqual(byPassword);
    await portal.directory.delete(rateLimits);
  });

  it("recognises the form by the password of today, once it was changed", async () => {
    const db = openVillage(portal.home, await villageAt("senggigi"));
    const [before] = await db.select().from(accounts);
    await db.update(accounts).set({ passwordHash: await hashPassword("pohon kelapa tinggi") });
    await expect(startSignup(portal.ctx(), signupOf())).rejects.toMatchObject({ field: "kode_desa" });
    const again = signupOf({ kata_sandi: "pohon kelapa tinggi" });
    expect(await startSignup(portal.ctx(), again)).toEqual({ slug: "senggigi", state: "active" });
    await db.update(accounts).set({ passwordHash: before?.passwordHash });
  });

  it("finds a sign-up by the plain hash that older ones bear", async () => {
    const [row] = await portal.directory.select().from(signups);
    const hash = await sha256Hex(JSON.stringify(["52.01.14.2006", "senggigi", "6281234567890"]));
    expect(row?.idempotencyKey).not.toBe(hash);
    await portal.directory.update(signups).set({ idempotencyKey: hash });
    expect(await startSignup(portal.ctx(), signupOf())).toEqual({ slug: "senggigi", state: "active" });
  });

  it("makes one village of the same form sent five times at once", async () => {
    const form = signupOf({ kode_desa: "52.01.14.2002", subdomain: "meninting" });
    const all = await Promise.all(Array.from({ length: 5 }, () => startSignup(portal.ctx(), form)));
    expect(new Set(all.map((each) => each.slug))).toEqual(new Set(["meninting"]));
    // Whoever waits too long for the others is told that it goes on; asking again finds it done.
    expect(all.map((each) => each.state)).toContain("active");
    expect(await startSignup(portal.ctx(), form)).toEqual({ slug: "meninting", state: "active" });
    const village = await villageAt("meninting");
    expect(await openVillage(portal.home, village).select().from(accounts)).toHaveLength(1);
  });

  it.each<[string, string, Partial<StartSignupInput>]>([
    ["kode_desa", "a village that is taken", { subdomain: "senggigi-dua", telepon: "6281300000000" }],
    [
      "kode_desa",
      "a code that the official list does not have",
      { kode_desa: "52.01.14.2999", subdomain: "baru" },
    ],
    ["subdomain", "an address name that another village has", { kode_desa: "52.01.14.2001" }],
    [
      "kata_sandi",
      "the village's name as password",
      { kode_desa: "52.01.14.2001", subdomain: "layar", kata_sandi: "Batulayar2026" },
    ],
  ])("refuses at %s %s", async (field, _what, changes) => {
    const attempt = startSignup(portal.ctx(), signupOf(changes));
    await expect(attempt).rejects.toBeInstanceOf(FieldError);
    await expect(attempt).rejects.toMatchObject({ field });
    expect(await portal.directory.select().from(villages)).toHaveLength(2);
  });

  it("names an address that is still free where the chosen one is taken", async () => {
    const attempt = startSignup(portal.ctx(), signupOf({ kode_desa: "52.01.14.2001" }));
    await expect(attempt).rejects.toThrow("batulayar");
  });

  it("takes a program's key for the sign-up, and refuses the key with other values", async () => {
    const form = signupOf({
      kode_desa: "52.01.14.2009",
      subdomain: "batulayar-barat",
      kunci_idempoten: "kunci-program-1",
    });
    const first = await startSignup(portal.ctx(), form);
    expect(await startSignup(portal.ctx(), form)).toEqual(first);
    const withoutKey = { ...form, kunci_idempoten: undefined };
    expect(await startSignup(portal.ctx(), withoutKey)).toEqual(first);
    const other = startSignup(portal.ctx(), {
      ...form,
      kode_desa: "91.03.01.3007",
      subdomain: "yobeh",
    });
    await expect(other).rejects.toMatchObject({ field: "kunci_idempoten" });
  });

  it("gives a desa adat of Papua its own zone", async () => {
    await startSignup(
      portal.ctx({ address: "2001:db8:1:2::9" }),
      signupOf({ kode_desa: "91.03.01.3007", subdomain: "yobeh" }),
    );
    expect(await villageAt("yobeh")).toMatchObject({ timeZone: "WIT", state: "active" });
  });

  it("stops an address after its hourly number, not its neighbour, and does not count repeats", async () => {
    const config = { ...portal.ctx().config, signupsPerHour: 2 };
    const at = (address: string, changes: Partial<StartSignupInput>) =>
      startSignup(portal.ctx({ config, address }), signupOf(changes));
    const unknown = { kode_desa: "52.01.14.2999" };
    await expect(at("198.51.100.1", unknown)).rejects.toBeInstanceOf(FieldError);
    for (let i = 0; i < 3; i++)
      expect(await at("198.51.100.1", {})).toEqual({ slug: "senggigi", state: "active" });
    await expect(at("198.51.100.1", unknown)).rejects.toBeInstanceOf(FieldError);
    await expect(at("198.51.100.1", unknown)).rejects.toMatchObject({ retryAfterSeconds: 3600 });
    await expect(at("198.51.100.1", unknown)).rejects.toBeInstanceOf(LimitError);
    await expect(at("198.51.100.2", unknown)).rejects.toBeInstanceOf(FieldError);
    await expect(at("198.51.100.1", {})).rejects.toBeInstanceOf(LimitError);
  });

  it("counts all addresses of one IPv6 network together", async () => {
    const config = { ...portal.ctx().config, signupsPerHour: 1 };
    const at = (address: string) =>
      startSignup(portal.ctx({ config, address }), signupOf({ kode_desa: "52.01.14.2999" }));
    await expect(at("2001:db8::1")).rejects.toBeInstanceOf(FieldError);
    await expect(at("2001:0db8:0:0:ffff::2")).rejects.toBeInstanceOf(LimitError);
    await expect(at("2001:db8:0:1::1")).rejects.toBeInstanceOf(FieldError);
  });
});
