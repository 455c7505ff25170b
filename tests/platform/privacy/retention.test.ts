import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { accountRetention } from "#app/modules/accounts/retention.ts";
import { newId } from "#app/platform/ids.ts";
import {
  cutoff,
  keptFor,
  type RetentionRule,
  retentionSetting,
} from "#app/platform/privacy/retention-rule.ts";
import { runRetention } from "#app/platform/privacy/run-retention.ts";
import { retentionRules } from "#app/registry.server.ts";
import { seedAccount } from "#app/seed/seed-account.ts";
import { accounts, invitations, signInAttempts, submits } from "#db/village/schema/accounts.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { retentionRuns } from "#db/village/schema/privacy.ts";
import { knownDevices, passkeys } from "#db/village/schema/security.ts";
import { settings } from "#db/village/schema/village.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

const MONTHS_13_AGO = "2025-10-20T00:00:00.000Z";
const LAST_WEEK = "2026-11-18T00:00:00.000Z";
const KEEP = { unit: "months", standard: 12, least: 3, most: 24 } as const;

describe("how long something is kept", () => {
  it("is what the village chose within the bounds, else what is usual", () => {
    expect(keptFor({ keep: KEEP }, undefined)).toBe(12);
    expect([3, 7, 24].map((chosen) => keptFor({ keep: KEEP }, chosen))).toEqual([3, 7, 24]);
    expect([2, 25, 3.5, "7", null, 0, -3].map((chosen) => keptFor({ keep: KEEP }, chosen))).toEqual(
      Array(7).fill(12),
    );
  });

  it("counts days to the moment, and months by the calendar of the village's zone", () => {
    const now = new Date("2027-03-30T16:30:00.000Z");
    expect(cutoff("days", 7, "WITA", now).toISOString()).toBe("2027-03-23T16:30:00.000Z");
    expect(cutoff("months", 1, "WITA", now).toISOString()).toBe("2027-02-27T16:00:00.000Z");
    expect(cutoff("months", 1, "WIB", now).toISOString()).toBe("2027-02-27T17:00:00.000Z");
    expect(cutoff("months", 12, "WIB", now).toISOString()).toBe("2026-03-29T17:00:00.000Z");
    expect(cutoff("months", 15, "WIT", now).toISOString()).toBe("2025-12-30T15:00:00.000Z");
  });

  it("is declared once for each kind, with bounds around what is usual and a reason", () => {
    const kinds = retentionRules.map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
    for (const { kind, keep, name, reason } of retentionRules) {
      expect([kind, keep.least <= keep.standard && keep.standard <= keep.most]).toEqual([kind, true]);
      expect([kind, name.length > 5 && /\.$/.test(reason)]).toEqual([kind, true]);
    }
  });
});

describe("the nightly removal", () => {
  let village: TestVillage;
  beforeEach(async () => {
    village = await createTestVillage();
  });
  const run = (rules: readonly RetentionRule[] = retentionRules) => runRetention(village.anonymous(), rules);
  const runs = async () =>
    (await village.db.select().from(retentionRuns)).map(({ kind, removed }) => [kind, removed]);

  async function dismiss(name: string, dismissedAt: string): Promise<string> {
    const person = { name, phone: `6281${Math.floor(Math.random() * 1e9)}`, username: name.toLowerCase() };
    const { accountId } = await seedAccount(village.anonymous(), { ...person, positions: [] });
    await village.db
      .update(accounts)
      .set({ state: "dismissed", dismissedAt, totpSealed: "kunci" })
      .where(eq(accounts.id, accountId));
    return accountId;
  }
  const account = async (id: string) =>
    (await village.db.select().from(accounts).where(eq(accounts.id, id)))[0];

  it("takes the contact and secret of who was dismissed a year ago, and leaves his name and everybody else", async () => {
    const old = await dismiss("Bahar", MONTHS_13_AGO);
    const recent = await dismiss("Sahrum", LAST_WEEK);
    const { actor } = await village.ctxAs("kepala-desa");
    const before = await account(actor.accountId);
    await run();
    expect(await account(old)).toMatchObject({
      name: "Bahar",
      username: "bahar",
      state: "dismissed",
      phoneSealed: null,
      phoneIndex: null,
      totpSealed: null,
    });
    expect((await account(recent))?.phoneSealed).toBeTruthy();
    expect(await account(actor.accountId)).toEqual(before);
    expect(await runs()).toEqual([["accounts.dismissed-contact", 1]]);
    await run();
    expect(await runs()).toEqual([["accounts.dismissed-contact", 1]]);
  });

  it("follows what the village chose", async () => {
    const recent = await dismiss("Sahrum", "2026-08-01T00:00:00.000Z");
    await village.db
      .insert(settings)
      .values({ key: retentionSetting("accounts.dismissed-contact"), value: 2, updatedAt: "-" });
    await run();
    expect((await account(recent))?.phoneSealed).toBeNull();
  });

  it("removes invitations that nobody took, and of accepted ones the phone alone", async () => {
    const { actor } = await village.ctxAs("kepala-desa");
    const invitation = (id: string, changes: Partial<typeof invitations.$inferInsert>) => ({
      id,
      tokenHash: id,
      name: id,
      phoneSealed: "nomor",
      position: "operator",
      status: "definitif" as const,
      startsOn: "2025-01-01",
      invitedBy: actor.accountId,
      createdAt: MONTHS_13_AGO,
      expiresAt: MONTHS_13_AGO,
      ...changes,
    });
    await village.db
      .insert(invitations)
      .values([
        invitation("lewat", {}),
        invitation("diterima", { acceptedAt: MONTHS_13_AGO, acceptedBy: actor.accountId }),
        invitation("terbuka", { createdAt: LAST_WEEK, expiresAt: "2026-12-01T00:00:00.000Z" }),
      ]);
    await run();
    const left = await village.db.select().from(invitations);
    expect(left.map(({ id, phoneSealed }) => [id, phoneSealed])).toEqual([
      ["diterima", null],
      ["terbuka", "nomor"],
    ]);
  });

  it("forgets old messages, devices, failed sign-ins and passkeys of the dismissed, and keeps young ones", async () => {
    const { actor } = await village.ctxAs("kepala-desa");
    const gone = await dismiss("Bahar", "2026-09-01T00:00:00.000Z");
    const message = (id: string, createdAt: string) => ({
      id,
      accountId: actor.accountId,
      onceKey: id,
      title: "-",
      href: "/kantor",
      createdAt,
    });
    const device = (deviceHash: string, lastSeenAt: string) => ({
      accountId: actor.accountId,
      deviceHash,
      device: "-",
      firstSeenAt: MONTHS_13_AGO,
      lastSeenAt,
    });
    const passkey = (id: string, accountId: string) => ({
      id,
      accountId,
      credentialId: id,
      publicKey: "-",
      counter: 0,
      transports: [],
      name: "-",
      createdAt: MONTHS_13_AGO,
    });
    await village.db.batch([
      village.db.insert(inboxItems).values([message("lama", MONTHS_13_AGO), message("baru", LAST_WEEK)]),
      village.db.insert(knownDevices).values([device("lama", MONTHS_13_AGO), device("baru", LAST_WEEK)]),
      village.db.insert(passkeys).values([passkey("pergi", gone), passkey("tetap", actor.accountId)]),
      village.db.insert(signInAttempts).values([
        { subject: "lama", failures: 3, windowStartedAt: LAST_WEEK },
        { subject: "baru", failures: 3, windowStartedAt: village.now().toISOString() },
      ]),
    ]);
    await run();
    const left = await village.db.batch([
      village.db.select({ key: inboxItems.id }).from(inboxItems),
      village.db.select({ key: knownDevices.deviceHash }).from(knownDevices),
      village.db.select({ key: passkeys.id }).from(passkeys),
      village.db.select({ key: signInAttempts.subject }).from(signInAttempts),
    ]);
    expect(left.map((rows) => rows.map(({ key }) => key))).toEqual([["baru"], ["baru"], ["tetap"], ["baru"]]);
  });

  it("goes in chunks, counts them in one row a day, and says when something is left", async () => {
    const rows = Array.from({ length: 2_150 }, (_, index) => ({
      key: `k-${index}`,
      createdAt: MONTHS_13_AGO,
    }));
    for (let from = 0; from < rows.length; from += 500)
      await village.db.insert(submits).values(rows.slice(from, from + 500));
    expect(await run()).toEqual({ isMore: true });
    expect(await runs()).toEqual([["platform.submits", 2_000]]);
    expect(await run()).toEqual({ isMore: false });
    expect(await runs()).toEqual([["platform.submits", 2_150]]);
    village.setNow("2026-11-25T02:00:00.000Z");
    await village.db.insert(submits).values({ key: "besok", createdAt: MONTHS_13_AGO });
    await run();
    expect(await runs()).toEqual([
      ["platform.submits", 2_150],
      ["platform.submits", 1],
    ]);
  });

  it("goes on with the other kinds where one fails, and says so", async () => {
    await village.db.insert(submits).values({ key: newId(village.now()), createdAt: MONTHS_13_AGO });
    const broken: RetentionRule = {
      kind: "uji.rusak",
      name: "Rusak",
      reason: "Uji.",
      keep: KEEP,
      removal: { how: "delete", table: "tidak_ada", age: "created_at" },
    };
    await expect(run([broken, ...retentionRules])).rejects.toThrow();
    expect(await runs()).toEqual([["platform.submits", 1]]);
  });

  it("names only tables and columns that there are", async () => {
    expect(await run(accountRetention)).toEqual({ isMore: false });
  });
});
