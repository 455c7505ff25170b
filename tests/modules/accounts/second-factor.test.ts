import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { OfficeCtx } from "#app/context.ts";
import { dismissAccount } from "#app/modules/accounts/dismiss-account.server.ts";
import { accountFactors } from "#app/modules/accounts/factor-store.server.ts";
import { getRecoveryFacts, giveRecoveryCode } from "#app/modules/accounts/give-recovery-code.server.ts";
import { forgetDevice, listOwnDevices } from "#app/modules/accounts/own-devices.server.ts";
import {
  addOwnPasskey,
  offerTotp,
  removeOwnPasskey,
  removeOwnTotp,
  renameOwnPasskey,
  setOwnTotp,
  startOwnPasskey,
} from "#app/modules/accounts/own-factors.server.ts";
import {
  FACTOR_ATTEMPTS,
  passByCode,
  passByPasskey,
  startPasskey,
} from "#app/modules/accounts/second-factor.server.ts";
import { signIn } from "#app/modules/accounts/sign-in.server.ts";
import {
  CHALLENGES_PER_ADDRESS,
  signInByPasskey,
  startPasskeySignIn,
} from "#app/modules/accounts/sign-in-passkey.server.ts";
import { switchUser } from "#app/modules/accounts/switch-user.server.ts";
import { PEOPLE_REFUSALS, RECOVERY_WORDS } from "#app/modules/accounts/words.ts";
import {
  ConflictError,
  FieldError,
  ForbiddenError,
  LimitError,
  NotFoundError,
} from "#app/platform/errors.ts";
import type { Device } from "#app/platform/http/device.ts";
import { totpCode, totpStepAt } from "#app/platform/second-factor/totp.ts";
import { FACTOR_WORDS } from "#app/platform/second-factor/words.ts";
import { accounts, auditLog, sessions } from "#db/village/schema/accounts.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import { SoftAuthenticator } from "#tests/support/soft-authenticator.ts";
import { newTestDevice, TEST_DEVICE } from "#tests/support/test-device.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";
import { ctxOfToken, seedWithPassword } from "./person-with-password.ts";

const PASSWORD = "jagung manis kuning";
let village: TestVillage;
let accountId: string;
let url: URL;

beforeEach(async () => {
  village = await createTestVillage();
  url = new URL(`http://${village.tenant.slug}.localhost:8787/masuk`);
  accountId = await seedWithPassword(village, {
    name: "Sulastri",
    username: "sulastri",
    password: PASSWORD,
    positions: ["kasi-pemerintahan"],
  });
});

const codeAt = (secret: string, now: Date) => totpCode(secret, totpStepAt(now));
const enter = (device: Device = TEST_DEVICE, identitas = "sulastri") =>
  signIn(village.anonymous(), { identitas, kata_sandi: PASSWORD }, device);
const inside = async (device?: Device) => ctxOfToken(village, (await enter(device)).token);

function pass(seconds: number): void {
  village.setNow(new Date(village.now().getTime() + seconds * 1000).toISOString());
}

/** Turns codes on; the secret. */
async function withTotp(ctx?: OfficeCtx): Promise<string> {
  const own = ctx ?? (await inside());
  const secret = (await offerTotp(own)).secret.replaceAll(" ", "");
  await setOwnTotp(own, { kode: codeAt(secret, own.now), kata_sandi: PASSWORD });
  pass(60);
  return secret;
}

async function withPasskey(ctx?: OfficeCtx): Promise<SoftAuthenticator> {
  const own = ctx ?? (await inside());
  const { challengeId, options } = await startOwnPasskey(own, url, { nama: "Ponsel", kata_sandi: PASSWORD });
  const key = new SoftAuthenticator();
  const jawaban = key.create(options, { origin: url.origin });
  await addOwnPasskey(own, url, { tantangan: challengeId, jawaban, nama: "Ponsel" });
  return key;
}

async function owes(token: string): Promise<boolean> {
  const [id = ""] = token.split(".");
  const [row] = await village.db.select().from(sessions).where(eq(sessions.id, id));
  return row?.owesSecondFactor ?? true;
}

async function audited(): Promise<string[]> {
  const rows = await village.db.select().from(auditLog).where(eq(auditLog.entityId, accountId));
  return rows.map(({ action }) => action).toSorted();
}

describe("signing in with a second factor", () => {
  it("starts a session without any permission, in no more round trips", async () => {
    const secret = await withTotp();
    village.takeRoundTrips();
    const { token, owesSecondFactor } = await enter();
    expect(village.takeRoundTrips()).toBe(2);
    expect(owesSecondFactor).toBe(true);
    const ctx = await ctxOfToken(village, token);
    expect(ctx.actor.permissions.size).toBe(0);
    await expect(
      setOwnTotp(ctx, { kode: codeAt(secret, ctx.now), kata_sandi: PASSWORD }),
    ).rejects.toBeInstanceOf(ForbiddenError);
    expect(await passByCode(ctx, codeAt(secret, ctx.now), TEST_DEVICE)).toBe("totp");
    expect((await ctxOfToken(village, token)).actor.permissions.size).toBeGreaterThan(0);
  });

  it("is asked for wherever a password starts a session, and by a passkey as by codes", async () => {
    const before = await village.ctxAs("kaur-umum");
    await withPasskey();
    expect((await enter()).owesSecondFactor).toBe(true);
    const input = { akun: accountId, kata_sandi: PASSWORD };
    const pc = { device: TEST_DEVICE, deviceAccountIds: [accountId] };
    expect((await switchUser(before, input, pc)).owesSecondFactor).toBe(true);
  });

  it("forgets within minutes who never showed it", async () => {
    await withTotp();
    const { token } = await enter();
    pass(15 * 60 + 1);
    await expect(ctxOfToken(village, token)).rejects.toThrow("not signed in");
  });

  it("takes no code twice, not even of two sessions at the same moment", async () => {
    const secret = await withTotp();
    const [one, two] = [await inside(), await inside(newTestDevice())];
    const code = codeAt(secret, one.now);
    const sent = await Promise.allSettled([
      passByCode(one, code, TEST_DEVICE),
      passByCode(two, code, TEST_DEVICE),
    ]);
    expect(sent.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(passByCode(two, code, TEST_DEVICE)).rejects.toThrow(
      new FieldError("kode", FACTOR_WORDS.usedCode),
    );
  });

  it("ends guessing after a few codes of either kind, the right one included, until later", async () => {
    const secret = await withTotp();
    const ctx = await inside();
    const guesses = Array.from({ length: FACTOR_ATTEMPTS }, (_, index) =>
      index % 2 ? "2222-2222-2222" : "000000",
    );
    for (const guess of guesses)
      await expect(passByCode(ctx, guess, TEST_DEVICE)).rejects.toBeInstanceOf(FieldError);
    await expect(passByCode(ctx, codeAt(secret, ctx.now), TEST_DEVICE)).rejects.toBeInstanceOf(LimitError);
    pass(16 * 60);
    const later = await inside();
    expect(await passByCode(later, codeAt(secret, later.now), TEST_DEVICE)).toBe("totp");
  });

  it("may be a passkey of the own account, on this village's host alone", async () => {
    const key = await withPasskey();
    const { token } = await enter();
    const ctx = await ctxOfToken(village, token);
    const answer = async (each: SoftAuthenticator, flags: { origin?: string; rpId?: string } = {}) => {
      const { challengeId: tantangan, options } = await startPasskey(ctx, url);
      const jawaban = each.get(options, { origin: url.origin, ...flags });
      return passByPasskey(ctx, url, { tantangan, jawaban }, TEST_DEVICE);
    };
    await expect(answer(new SoftAuthenticator())).rejects.toThrow(FACTOR_WORDS.passkeyRefused);
    await expect(answer(key, { origin: "http://midang.localhost:8787" })).rejects.toThrow(
      FACTOR_WORDS.passkeyRefused,
    );
    await expect(answer(key, { rpId: "midang.localhost" })).rejects.toThrow(FACTOR_WORDS.passkeyRefused);
    expect(await owes(token)).toBe(true);
    await answer(key);
    expect(await owes(token)).toBe(false);
  });
});

describe("signing in by a passkey alone", () => {
  const start = () => startPasskeySignIn(village.anonymous(), url);
  const finish = async (key: SoftAuthenticator, flags: { verifiesUser?: boolean; origin?: string } = {}) => {
    const { challengeId: tantangan, options } = await start();
    const jawaban = key.get(options, { origin: url.origin, ...flags });
    const input = { tantangan, jawaban };
    return { input, signedIn: await signInByPasskey(village.anonymous(), url, input, TEST_DEVICE) };
  };

  it("opens the office where the phone asked who it is, once for each challenge", async () => {
    const key = await withPasskey();
    const { input, signedIn } = await finish(key);
    expect(signedIn).toMatchObject({ accountId, owesSecondFactor: false });
    expect((await ctxOfToken(village, signedIn.token)).actor.name).toBe("Sulastri");
    await expect(signInByPasskey(village.anonymous(), url, input, TEST_DEVICE)).rejects.toThrow(
      FACTOR_WORDS.passkeyRefused,
    );
  });

  it("is refused without that question, from another page, in another village, and to a closed account", async () => {
    const key = await withPasskey();
    await expect(finish(key, { verifiesUser: false })).rejects.toThrow(FACTOR_WORDS.passkeyUnverified);
    await expect(finish(key, { origin: "http://midang.localhost:8787" })).rejects.toThrow(
      FACTOR_WORDS.passkeyRefused,
    );
    const elsewhere = await createTestVillage();
    const { challengeId: tantangan, options } = await startPasskeySignIn(elsewhere.anonymous(), url);
    const jawaban = key.get(options, { origin: url.origin });
    await expect(
      signInByPasskey(elsewhere.anonymous(), url, { tantangan, jawaban }, TEST_DEVICE),
    ).rejects.toThrow(FACTOR_WORDS.passkeyRefused);
    await village.db.update(accounts).set({ state: "dismissed" }).where(eq(accounts.id, accountId));
    await expect(finish(key)).rejects.toThrow(FACTOR_WORDS.passkeyRefused);
  });

  it("gives one address no end of challenges", async () => {
    for (let count = 0; count < CHALLENGES_PER_ADDRESS; count++) await start();
    await expect(start()).rejects.toBeInstanceOf(LimitError);
  });
});

describe("the own second factors", () => {
  it("are set up, renamed and taken away after the password, and each change is on record", async () => {
    const ctx = await inside();
    const refused = [
      setOwnTotp(ctx, { kode: "000000", kata_sandi: "salah sekali" }),
      startOwnPasskey(ctx, url, { nama: "Ponsel", kata_sandi: "salah sekali" }),
    ];
    for (const each of refused) await expect(each).rejects.toMatchObject({ field: "kata_sandi" });
    await withTotp(ctx);
    await withPasskey(ctx);
    const [passkey] = (await accountFactors(ctx, ctx.db).findFactors(accountId))?.passkeys ?? [];
    const id = passkey?.id ?? "";
    const stranger = await village.ctxAs("kaur-umum");
    await expect(renameOwnPasskey(stranger, id, "Milikku")).rejects.toBeInstanceOf(NotFoundError);
    await renameOwnPasskey(ctx, id, "Ponsel lama");
    await expect(removeOwnPasskey(ctx, id, "salah sekali")).rejects.toMatchObject({ field: "kata_sandi" });
    await removeOwnPasskey(ctx, id, PASSWORD);
    await expect(removeOwnTotp(ctx, "salah sekali")).rejects.toMatchObject({ field: "kata_sandi" });
    await removeOwnTotp(ctx, PASSWORD);
    expect((await enter()).owesSecondFactor).toBe(false);
    expect(await audited()).toEqual([
      "account.add-passkey",
      "account.remove-passkey",
      "account.remove-totp",
      "account.rename-passkey",
      "account.set-totp",
    ]);
  });

  it("are gone with the account", async () => {
    const head = await village.ctxAs("kepala-desa");
    const ctx = await inside();
    await withTotp(ctx);
    await withPasskey(ctx);
    await dismissAccount(head, accountId);
    const factors = await accountFactors(head, head.db).findFactors(accountId);
    expect(factors).toEqual({ totp: { sealed: null, confirmedAt: null }, passkeys: [] });
  });
});

describe("a code for recovery", () => {
  let head: OfficeCtx;
  let secretary: OfficeCtx;
  beforeEach(async () => {
    head = await village.ctxAs("kepala-desa");
    secretary = await village.ctxAs("sekretaris-desa");
  });
  const now = (ctx: OfficeCtx) => ({ ...ctx, now: village.now() });
  const give = async (ctx = secretary) => (await giveRecoveryCode(now(ctx), accountId)).code ?? "";

  it("replaces the lost phone once, however it is typed, and its person is told", async () => {
    await withTotp();
    const code = await give();
    expect(await getRecoveryFacts(secretary, accountId, code)).toMatchObject({
      isShown: true,
      name: "Sulastri",
    });
    const ctx = await inside();
    expect(await passByCode(ctx, ` ${code.toUpperCase().replaceAll("-", " ")}`, TEST_DEVICE)).toBe(
      "recovery",
    );
    const again = await inside(newTestDevice());
    await expect(passByCode(again, code, TEST_DEVICE)).rejects.toThrow(
      new FieldError("kode", FACTOR_WORDS.wrongRecovery),
    );
    expect(await getRecoveryFacts(secretary, accountId, code)).toMatchObject({ isShown: false });
    const told = await village.db.select().from(inboxItems).where(eq(inboxItems.accountId, accountId));
    expect(told.map(({ title }) => title)).toContain(RECOVERY_WORDS.noticeTitle);
    expect(await audited()).toEqual(
      expect.arrayContaining(["account.give-recovery-code", "account.use-recovery-code"]),
    );
  });

  it("lets one of two in that send it at the same moment", async () => {
    await withTotp();
    const code = await give();
    const [one, two] = [await inside(), await inside(newTestDevice())];
    const sent = await Promise.allSettled([
      passByCode(one, code, TEST_DEVICE),
      passByCode(two, code, TEST_DEVICE),
    ]);
    expect(sent.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("dies by a newer one, after a day, and is no other account's", async () => {
    await withTotp();
    const first = await give();
    const second = await give(head);
    const ctx = await inside();
    await expect(passByCode(ctx, first, TEST_DEVICE)).rejects.toBeInstanceOf(FieldError);
    pass(24 * 3600 + 1);
    await expect(passByCode({ ...ctx, now: village.now() }, second, TEST_DEVICE)).rejects.toBeInstanceOf(
      FieldError,
    );
  });

  it("is one however often the form is sent", async () => {
    await withTotp();
    const ctx = { ...now(secretary), submitKey: crypto.randomUUID() };
    expect((await giveRecoveryCode(ctx, accountId)).code).not.toBeNull();
    expect((await giveRecoveryCode(ctx, accountId)).code).toBeNull();
  });

  it("is given by leaders, to others, and not to the Kepala Desa", async () => {
    await expect(giveRecoveryCode(secretary, accountId)).rejects.toThrow(
      new ConflictError(RECOVERY_WORDS.noFactor("Sulastri")),
    );
    await withTotp();
    await expect(giveRecoveryCode(await village.ctxAs("kaur-umum"), accountId)).rejects.toBeInstanceOf(
      ForbiddenError,
    );
    const own = head.actor.accountId;
    await village.db
      .update(accounts)
      .set({ totpConfirmedAt: "2026-11-01T00:00:00.000Z" })
      .where(eq(accounts.id, own));
    await expect(giveRecoveryCode(secretary, own)).rejects.toThrow(
      new ForbiddenError(PEOPLE_REFUSALS["from-above"]),
    );
    await expect(giveRecoveryCode(head, own)).rejects.toBeInstanceOf(ForbiddenError);
    const elsewhere = await createTestVillage();
    const stranger = await elsewhere.ctxAs("kepala-desa");
    await expect(giveRecoveryCode(stranger, accountId)).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe("devices", () => {
  const told = async () => {
    const rows = await village.db.select().from(inboxItems).where(eq(inboxItems.accountId, accountId));
    return rows.map(({ body }) => body ?? "");
  };

  it("are told to their account when they are new, the very first one not", async () => {
    await enter();
    await enter();
    expect(await told()).toEqual([]);
    await enter(newTestDevice("Firefox di Windows"));
    expect(await told()).toEqual([
      expect.stringContaining("Firefox di Windows, 24 November 2026 pukul 10.00 WITA"),
    ]);
  });

  it("are not known before the second factor, and told after it", async () => {
    const secret = await withTotp();
    const thief = newTestDevice("Edge di Windows");
    const ctx = await inside(thief);
    expect(await told()).toEqual([]);
    expect((await listOwnDevices(ctx, TEST_DEVICE.token)).map(({ device }) => device)).toEqual([
      TEST_DEVICE.name,
    ]);
    await passByCode(ctx, codeAt(secret, ctx.now), thief);
    expect(await told()).toEqual([expect.stringContaining("Edge di Windows")]);
  });

  it("are listed with the present one marked, and forgotten by their account alone", async () => {
    const other = newTestDevice();
    await enter(other);
    pass(60);
    const ctx = await inside();
    const listed = await listOwnDevices(ctx, TEST_DEVICE.token);
    expect(listed.map(({ device, isThis }) => [device, isThis])).toEqual([
      [TEST_DEVICE.name, true],
      [other.name, false],
    ]);
    const mark = listed[1]?.mark ?? "";
    await expect(forgetDevice(await village.ctxAs("kaur-umum"), mark)).rejects.toBeInstanceOf(NotFoundError);
    await forgetDevice(ctx, mark);
    const before = (await told()).length;
    await enter(other);
    expect(await told()).toHaveLength(before + 1);
  });
});
