import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { ATTEMPT_LIMITS, tryPassword } from "#app/modules/accounts/attempts.server.ts";
import { lockSession } from "#app/modules/accounts/lock-session.server.ts";
import { signIn } from "#app/modules/accounts/sign-in.server.ts";
import { switchUser } from "#app/modules/accounts/switch-user.server.ts";
import { unlockSession } from "#app/modules/accounts/unlock-session.server.ts";
import { FieldError, LimitError } from "#app/platform/errors.ts";
import type { Device } from "#app/platform/http/device.ts";
import { accounts, auditLog, sessions, signInAttempts } from "#db/village/schema/accounts.ts";
import { newTestDevice, TEST_DEVICE } from "#tests/support/test-device.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { ctxOfToken, seedWithPassword } from "./person-with-password.ts";

vi.setConfig({ testTimeout: 30_000 });

const PASSWORD = "jagung manis kuning";
let village: TestVillage;
let accountId: string;
beforeEach(async () => {
  village = await createTestVillage();
  const person = { name: "Sulastri", username: "sulastri", password: PASSWORD };
  accountId = await seedWithPassword(village, { ...person, positions: ["kasi-pemerintahan"] });
});

const guess = (password: string, device = newTestDevice()) => ({
  where: eq(accounts.id, accountId),
  name: accountId,
  password,
  device,
});
const enter = (device: Device, kata_sandi = PASSWORD) =>
  signIn(village.anonymous(), { identitas: "sulastri", kata_sandi }, device);

async function setFailures(subject: string, failures: number): Promise<void> {
  const at = village.now().toISOString();
  const lockedUntil = new Date(village.now().getTime() + 600_000).toISOString();
  await village.db
    .insert(signInAttempts)
    .values({ subject, failures, windowStartedAt: at, lockedUntil })
    .onConflictDoUpdate({ target: signInAttempts.subject, set: { failures, lockedUntil } });
}

describe("tries at a password", () => {
  it("count all addresses of one IPv6 network together", async () => {
    for (const address of ["2001:db8::1", "2001:db8::2", "2001:db8:0:1::1"])
      await tryPassword({ ...village.anonymous(), address }, guess("salah besar"));
    const rows = await village.db.select().from(signInAttempts);
    const byAddress = rows.filter((row) => row.subject.startsWith("address:"));
    expect(byAddress.map((row) => [row.subject, row.failures]).sort()).toEqual([
      ["address:2001:db8:0:0::/64", 2],
      ["address:2001:db8:0:1::/64", 1],
    ]);
  });

  it("by strangers lock out neither the owner at a device that he used before, nor his locked screen", async () => {
    const own = newTestDevice();
    const { token } = await enter(own);
    const ctx = await ctxOfToken(village, token);
    await lockSession(ctx);
    for (let i = 0; i < ATTEMPT_LIMITS.account; i++)
      await expect(enter(newTestDevice(), "salah besar")).rejects.toThrow(FieldError);
    await expect(enter(newTestDevice())).rejects.toThrow(LimitError);
    await unlockSession(ctx, { kata_sandi: PASSWORD });
    const pc = { device: own, deviceAccountIds: [accountId] };
    await switchUser(ctx, { akun: accountId, kata_sandi: PASSWORD }, pc);
    await enter(own);
  });

  it("of a whole network lock out its strangers, not those who come from devices that are known", async () => {
    const own = newTestDevice();
    await enter(own);
    await setFailures("address:127.0.0.1", ATTEMPT_LIMITS.address);
    await expect(enter(newTestDevice())).rejects.toThrow(LimitError);
    await enter(own);
  });

  it("from a known device have a limit of their own", async () => {
    const own = newTestDevice();
    await enter(own);
    for (let i = 0; i < ATTEMPT_LIMITS.account; i++)
      await expect(enter(own, "salah besar")).rejects.toThrow(FieldError);
    await expect(enter(own)).rejects.toThrow(LimitError);
    await enter(newTestDevice());
  });

  it("are not excused by a device that only another account knows", async () => {
    const other = { name: "Budi", username: "budi", password: PASSWORD, positions: ["operator"] };
    await seedWithPassword(village, other);
    const device = newTestDevice();
    await signIn(village.anonymous(), { identitas: "budi", kata_sandi: PASSWORD }, device);
    await setFailures(`account:${accountId}`, ATTEMPT_LIMITS.account);
    await expect(enter(device)).rejects.toThrow(LimitError);
  });

  it("behind the idle lock are limited by session, and leave the sign-in page alone", async () => {
    const ctx = await ctxOfToken(village, (await enter(TEST_DEVICE)).token);
    await lockSession(ctx);
    for (let i = 0; i < ATTEMPT_LIMITS.account; i++)
      await expect(unlockSession(ctx, { kata_sandi: "salah besar" })).rejects.toThrow(FieldError);
    await expect(unlockSession(ctx, { kata_sandi: PASSWORD })).rejects.toThrow(LimitError);
    const [row] = await village.db.select().from(sessions).where(eq(sessions.id, ctx.actor.sessionId));
    expect(row?.lockedAt).not.toBeNull();
    await enter(newTestDevice());
  });

  it("leave one entry for the leaders to read when they lock, and none for a name that nobody bears", async () => {
    for (let i = 0; i < ATTEMPT_LIMITS.account; i++)
      await expect(enter(newTestDevice(), "salah besar")).rejects.toThrow(FieldError);
    await expect(enter(newTestDevice(), "salah besar")).rejects.toThrow(LimitError);
    const { keys } = village.anonymous();
    await setFailures(`account:${await keys.index("sign-in.name", "tidak.ada")}`, ATTEMPT_LIMITS.account - 1);
    const nobody = { identitas: "tidak.ada", kata_sandi: "salah" };
    await expect(signIn(village.anonymous(), nobody, TEST_DEVICE)).rejects.toThrow(FieldError);
    const rows = await village.db.select().from(auditLog);
    expect(rows).toMatchObject([
      { action: "session.lock-out", entityId: accountId, accountId: null, actorName: "Balai" },
    ]);
  });
});
