import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { OfficeCtx, VillageCtx } from "#app/context.ts";
import { changePassword } from "#app/modules/accounts/change-password.server.ts";
import { loadActor } from "#app/modules/accounts/load-actor.server.ts";
import { lockSession } from "#app/modules/accounts/lock-session.server.ts";
import { listOwnSessions } from "#app/modules/accounts/own-account.server.ts";
import { revokeOtherSessions, revokeSession } from "#app/modules/accounts/revoke-session.server.ts";
import { signIn } from "#app/modules/accounts/sign-in.server.ts";
import { switchUser } from "#app/modules/accounts/switch-user.server.ts";
import { unlockSession } from "#app/modules/accounts/unlock-session.server.ts";
import { SIGN_IN_WORDS } from "#app/modules/accounts/words.ts";
import { ConflictError, FieldError, LimitError, NotFoundError } from "#app/platform/errors.ts";
import { isLocked } from "#app/platform/sessions/idle-lock.ts";
import { readSessionToken } from "#app/platform/sessions/sessions.ts";
import { seedAccount } from "#app/seed/seed-account.ts";
import { accounts, auditLog, sessions, signInAttempts } from "#db/village/schema/accounts.ts";
import { TEST_DEVICE } from "#tests/support/test-device.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { ctxOfToken, seedWithPassword } from "./person-with-password.ts";

// Unknown names are hashed at full cost, on purpose: slow where the machine is shared.
vi.setConfig({ testTimeout: 30_000 });

const PASSWORD = "jagung manis kuning";
let village: TestVillage;
let accountId: string;

beforeEach(async () => {
  village = await createTestVillage();
  const person = { name: "Sulastri", phone: "6281234567890", username: "sulastri", password: PASSWORD };
  accountId = await seedWithPassword(village, { ...person, positions: ["kasi-pemerintahan"] });
});

const enter = (ctx: VillageCtx, identitas = "0812-3456-7890", kata_sandi = PASSWORD) =>
  signIn(ctx, { identitas, kata_sandi }, TEST_DEVICE);

const ctxOf = (token: string) => ctxOfToken(village, token);

async function failures(subject: string): Promise<number> {
  const [row] = await village.db.select().from(signInAttempts).where(eq(signInAttempts.subject, subject));
  return row?.failures ?? 0;
}

async function setFailures(subject: string, failed: number): Promise<void> {
  const values = { failures: failed, windowStartedAt: village.now().toISOString(), lockedUntil: null };
  await village.db.insert(signInAttempts).values({ subject, ...values });
}

describe("signing in", () => {
  it("takes a phone number in any spelling, or the user name, in two round trips", async () => {
    for (const name of ["+62 812 3456 7890", "081234567890", "Sulastri"]) {
      village.takeRoundTrips();
      const { token } = await enter(village.anonymous(), name);
      expect(village.takeRoundTrips()).toBe(2);
      expect((await ctxOf(token)).actor.name).toBe("Sulastri");
    }
    expect(await failures(`account:${accountId}`)).toBe(0);
    expect(await failures("address:127.0.0.1")).toBe(0);
  });

  it("takes the phone and e-mail of an account that was not sealed yet, and no phone of another village", async () => {
    const plain = {
      phone: "6281234567890",
      email: "sulastri@contoh.id",
      phoneSealed: null,
      phoneIndex: null,
    };
    await village.db.update(accounts).set(plain).where(eq(accounts.id, accountId));
    for (const name of ["081234567890", "Sulastri@Contoh.id"])
      expect((await enter(village.anonymous(), name)).accountId).toBe(accountId);
    const other = await createTestVillage();
    await expect(enter(other.anonymous())).rejects.toThrow(FieldError);
  });

  it("keeps nothing that was typed as a name, whoever's number it is", async () => {
    for (const name of ["089999999999", "bukan.siapa", "orang@contoh.id"])
      await expect(enter(village.anonymous(), name)).rejects.toThrow(FieldError);
    const kept = JSON.stringify(await village.db.select().from(signInAttempts));
    expect(kept).not.toMatch(/89999999999|bukan|contoh/);
  });

  it("refuses a wrong password, an unknown name and a dismissed account with the same words and one round trip", async () => {
    const dismissed = { name: "Mantan", phone: "6281999999999", password: PASSWORD, positions: [] };
    const former = await seedWithPassword(village, dismissed);
    await village.db.update(accounts).set({ state: "dismissed" }).where(eq(accounts.id, former));
    const tries = [
      ["081234567890", "salah besar sekali"],
      ["089999999999", PASSWORD],
      ["081999999999", PASSWORD],
    ] as const;
    for (const [name, password] of tries) {
      village.takeRoundTrips();
      await expect(enter(village.anonymous(), name, password)).rejects.toEqual(
        new FieldError("kata_sandi", SIGN_IN_WORDS.wrong),
      );
      expect(village.takeRoundTrips()).toBe(1);
    }
  });

  it("refuses an account whose password was never set", async () => {
    await seedAccount(village.anonymous(), { name: "Kosong", username: "kosong", positions: [] });
    await expect(enter(village.anonymous(), "kosong", "")).rejects.toThrow(FieldError);
  });

  it("counts tries that arrive at the same moment, each of them", async () => {
    const ctx = village.anonymous();
    const tries = Array.from({ length: 5 }, () => enter(ctx, "sulastri", "salah besar sekali"));
    await Promise.allSettled(tries);
    expect(await failures(`account:${accountId}`)).toBe(5);
    expect(await failures("address:127.0.0.1")).toBe(5);
  });

  it("locks one account after 8 wrong tries, by whichever name, also for the right password, and no other account", async () => {
    await seedAccount(village.anonymous(), {
      name: "Budi",
      username: "budi",
      password: PASSWORD,
      positions: [],
    });
    for (let i = 0; i < 8; i++) {
      const name = i % 2 ? "sulastri" : "081234567890";
      await expect(enter(village.anonymous(), name, "salah besar sekali")).rejects.toThrow(FieldError);
    }
    await expect(enter(village.anonymous())).rejects.toThrow(LimitError);
    await expect(enter(village.anonymous(), "sulastri")).rejects.toThrow(LimitError);
    await enter(village.anonymous(), "budi");
  });

  it("locks an unknown name after as many tries, so that a lock tells nothing", async () => {
    const { keys } = village.anonymous();
    await setFailures(`account:${await keys.index("sign-in.name", "tidak.ada")}`, 7);
    await expect(enter(village.anonymous(), "tidak.ada", "salah besar")).rejects.toThrow(FieldError);
    await expect(enter(village.anonymous(), "tidak.ada", "salah besar")).rejects.toThrow(LimitError);
  });

  it("opens the lock after 15 minutes; tries behind it do not prolong it", async () => {
    for (let i = 0; i < 8; i++)
      await expect(enter(village.anonymous(), "sulastri", "salah")).rejects.toThrow();
    village.setNow("2026-11-24T02:14:00.000Z");
    const refused = await enter(village.anonymous()).catch((error) => error);
    expect(refused).toBeInstanceOf(LimitError);
    expect(refused.retryAfterSeconds).toBe(60);
    village.setNow("2026-11-24T02:15:01.000Z");
    await enter(village.anonymous());
  });

  it("is lenient per address: other accounts of a shared address still get in after many failures", async () => {
    await setFailures("address:127.0.0.1", 98);
    await enter(village.anonymous());
    await expect(enter(village.anonymous(), "tidak.ada")).rejects.toThrow(FieldError);
    await expect(enter(village.anonymous(), "tidak.ada")).rejects.toThrow(FieldError);
    await expect(enter(village.anonymous(), "tidak.ada")).rejects.toThrow(LimitError);
    await enter({ ...village.anonymous(), address: "10.0.0.9" });
  });

  it("lets nobody in with another village's account", async () => {
    const other = await createTestVillage();
    await expect(enter(other.anonymous())).rejects.toThrow(FieldError);
    const { token } = await enter(village.anonymous());
    const parts = readSessionToken(token);
    expect(parts && (await loadActor(other.anonymous(), parts))).toBeNull();
  });
});

describe("own sessions", () => {
  it("lists them with this one first, ends one, then all others", async () => {
    const phone = await ctxOf((await enter(village.anonymous())).token);
    village.setNow("2026-11-24T03:00:00.000Z");
    const desk = await ctxOf((await enter(village.anonymous())).token);
    await enter(village.anonymous());
    expect((await listOwnSessions(phone)).map((each) => each.isThis)).toEqual([true, false, false]);
    await revokeSession(phone, desk.actor.sessionId);
    expect(await listOwnSessions(phone)).toHaveLength(2);
    await revokeOtherSessions(phone);
    expect((await listOwnSessions(phone)).map((each) => each.id)).toEqual([phone.actor.sessionId]);
    const actions = (await village.db.select().from(auditLog)).map((row) => row.action);
    expect(actions).toEqual(["session.revoke", "session.revoke-others"]);
  });

  it("refuses this session itself, somebody else's, and the same one twice", async () => {
    const own = await ctxOf((await enter(village.anonymous())).token);
    const second = await ctxOf((await enter(village.anonymous())).token);
    await expect(revokeSession(own, own.actor.sessionId)).rejects.toThrow(ConflictError);
    const stranger = await village.ctxAs("kepala-desa");
    await expect(revokeSession(stranger, second.actor.sessionId)).rejects.toThrow(NotFoundError);
    await revokeSession(own, second.actor.sessionId);
    await expect(revokeSession(own, second.actor.sessionId)).rejects.toThrow(NotFoundError);
  });
});

describe("the lock of a session", () => {
  const rowOf = async (ctx: OfficeCtx) => {
    const [row] = await village.db.select().from(sessions).where(eq(sessions.id, ctx.actor.sessionId));
    if (!row) throw new Error("no session");
    return row;
  };

  it("falls after 20 idle minutes or by hand, and opens by the own password", async () => {
    const ctx = await ctxOf((await enter(village.anonymous())).token);
    expect(isLocked(await rowOf(ctx), new Date("2026-11-24T02:20:00.000Z"))).toBe(false);
    expect(isLocked(await rowOf(ctx), new Date("2026-11-24T02:20:01.000Z"))).toBe(true);
    await lockSession(ctx);
    expect(isLocked(await rowOf(ctx), ctx.now)).toBe(true);
    village.setNow("2026-11-24T04:00:00.000Z");
    await unlockSession({ ...ctx, now: village.now() }, { kata_sandi: PASSWORD });
    expect(isLocked(await rowOf(ctx), village.now())).toBe(false);
  });
});

describe("changing the user of a shared PC", () => {
  it("starts the other's session and ends the one before", async () => {
    const budi = { name: "Budi", username: "budi", password: "nasi goreng pedas", positions: ["operator"] };
    const other = await seedWithPassword(village, budi);
    const before = await ctxOf((await enter(village.anonymous())).token);
    await lockSession(before);
    const pc = { device: TEST_DEVICE, deviceAccountIds: [accountId, other] };
    const { token } = await switchUser(before, { akun: other, kata_sandi: "nasi goreng pedas" }, pc);
    expect((await ctxOf(token)).actor.name).toBe("Budi");
    const left = await village.db.select().from(sessions);
    expect(left.map((row) => row.accountId)).toEqual([other]);
  });

  it("refuses an account that was not used on this device, another's password, and keeps the session then", async () => {
    const budi = { name: "Budi", username: "budi", password: "nasi goreng pedas", positions: [] };
    const other = await seedWithPassword(village, budi);
    const before = await ctxOf((await enter(village.anonymous())).token);
    const input = { akun: other, kata_sandi: "nasi goreng pedas" };
    const elsewhere = { device: TEST_DEVICE, deviceAccountIds: [accountId] };
    await expect(switchUser(before, input, elsewhere)).rejects.toThrow(FieldError);
    const here = { device: TEST_DEVICE, deviceAccountIds: [accountId, other] };
    await expect(switchUser(before, { ...input, kata_sandi: PASSWORD }, here)).rejects.toThrow(FieldError);
    expect(await village.db.select().from(sessions)).toHaveLength(1);
  });
});

describe("changing the own password", () => {
  const NEW = "kelapa muda segar";
  const input = { kata_sandi: PASSWORD, kata_sandi_baru: NEW, ulangi: NEW };

  it("ends the other sessions and lets only the new one in", async () => {
    const own = await ctxOf((await enter(village.anonymous())).token);
    await enter(village.anonymous());
    await changePassword(own, input);
    expect((await listOwnSessions(own)).map((each) => each.id)).toEqual([own.actor.sessionId]);
    await expect(enter(village.anonymous())).rejects.toThrow(FieldError);
    await enter(village.anonymous(), "sulastri", NEW);
  });

  it("refuses a wrong present password, an easy new one and the same one", async () => {
    const own = await ctxOf((await enter(village.anonymous())).token);
    await expect(changePassword(own, { ...input, kata_sandi: "salah" })).rejects.toMatchObject({
      field: "kata_sandi",
    });
    for (const easy of ["pendek", "sulastri2026", "081234567890", "rahasia123", PASSWORD])
      await expect(changePassword(own, { ...input, kata_sandi_baru: easy })).rejects.toMatchObject({
        field: "kata_sandi_baru",
      });
    await enter(village.anonymous());
    expect(await village.db.select().from(auditLog)).toEqual([]);
  });
});
