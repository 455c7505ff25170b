import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OversightCtx, PortalCtx } from "#app/context.ts";
import { dismissOverseer } from "#app/modules/overseers/dismiss-overseer.server.ts";
import { overseerFactors } from "#app/modules/overseers/factor-store.server.ts";
import { getOverseer } from "#app/modules/overseers/list-overseers.server.ts";
import { OVERSEER_ATTEMPT_LIMITS } from "#app/modules/overseers/overseer-attempts.server.ts";
import { OVERSEER_SESSION_SECONDS } from "#app/modules/overseers/overseer-cookie.ts";
import { OVERSEER_IDLE_MINUTES } from "#app/modules/overseers/overseer-session.server.ts";
import {
  addOwnPasskey,
  enrolByCode,
  enrolByPasskey,
  offerPasskey,
  offerTotp,
  removeOwnPasskey,
  setOwnTotp,
} from "#app/modules/overseers/own-factors.server.ts";
import {
  FACTOR_ATTEMPTS,
  passByCode,
  passByPasskey,
  startPasskey,
} from "#app/modules/overseers/second-factor.server.ts";
import { signInOverseer } from "#app/modules/overseers/sign-in-overseer.server.ts";
import { OVERSEER_SIGN_IN_WORDS, OVERSEER_WORDS } from "#app/modules/overseers/words.ts";
import { ConflictError, FieldError, LimitError } from "#app/platform/errors.ts";
import { totpCode, totpStepAt } from "#app/platform/second-factor/totp.ts";
import { FACTOR_WORDS } from "#app/platform/second-factor/words.ts";
import { overseerSessions } from "#db/directory/schema/overseers.ts";
import { SoftAuthenticator } from "#tests/support/soft-authenticator.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { auditOf, ctxAs, ctxOfToken, overseerWithPassword, PASSWORD } from "./oversight.ts";

let portal: TestPortal;
beforeAll(async () => {
  portal = await createTestPortal();
});
afterAll(() => portal.stop());

const minutes = (ctx: PortalCtx, count: number) => new Date(ctx.now.getTime() + count * 60_000);
const REGENCY = { kind: "kabupaten", regencyCode: "52.01", isAdmin: true } as const;
const url = new URL("http://localhost:8787/kabupaten/masuk/kode");

async function secretOf(ctx: OversightCtx): Promise<string> {
  const { secret } = await offerTotp(ctx);
  return secret.replaceAll(" ", "");
}
const codeAt = (secret: string, now: Date) => totpCode(secret, totpStepAt(now));

async function enrolled(facts = {}): Promise<{ ctx: OversightCtx; secret: string }> {
  const ctx = await ctxAs(portal, facts, { owes: true });
  const secret = await secretOf(ctx);
  await enrolByCode(ctx, codeAt(secret, ctx.now));
  return { ctx, secret };
}

describe("signing in above the villages", () => {
  it("starts a session that opens nothing", async () => {
    const { id, username } = await overseerWithPassword(portal);
    const ctx = portal.ctx();
    const input = { identitas: ` ${username.toUpperCase()} `, kata_sandi: PASSWORD };
    const { token, overseerId } = await signInOverseer(ctx, "operator", input, "Chrome");
    expect(overseerId).toBe(id);
    const session = await ctxOfToken(ctx, token);
    expect(session?.overseer).toMatchObject({ owesSecondFactor: true, permissions: new Set() });
    expect(await auditOf(portal, id)).toEqual(["overseer.sign-in"]);
  });

  it("answers the same to a wrong password, an unknown name, the other office's name and somebody dismissed", async () => {
    const { username } = await overseerWithPassword(portal);
    const gone = await overseerWithPassword(portal, { state: "dismissed" });
    const tries = [
      ["operator", username, "bukan sandinya"],
      ["operator", "tidak.ada", PASSWORD],
      ["kabupaten", username, PASSWORD],
      ["operator", gone.username, PASSWORD],
    ] as const;
    for (const [kind, identitas, kata_sandi] of tries)
      await expect(signInOverseer(portal.ctx(), kind, { identitas, kata_sandi }, "Chrome")).rejects.toThrow(
        new FieldError("kata_sandi", OVERSEER_SIGN_IN_WORDS.wrong),
      );
  });

  it("locks a name after too many tries, known or not, and opens it again later", async () => {
    const ctx = portal.ctx({ address: "198.51.100.1" });
    const { username } = await overseerWithPassword(portal);
    for (const identitas of [username, "siapa.ini"]) {
      const guess = (kata_sandi: string, at: PortalCtx = ctx) =>
        signInOverseer(at, "operator", { identitas, kata_sandi }, "Chrome");
      const guesses = Array.from({ length: OVERSEER_ATTEMPT_LIMITS.account + 2 }, () => guess("salah"));
      const refused = (await Promise.allSettled(guesses)).map(
        (each) => each.status === "rejected" && each.reason,
      );
      expect(refused.filter((each) => each instanceof LimitError)).toHaveLength(2);
      await expect(guess(PASSWORD)).rejects.toBeInstanceOf(LimitError);
    }
    const later = { ...ctx, now: minutes(ctx, 16) };
    const input = { identitas: username, kata_sandi: PASSWORD };
    expect((await signInOverseer(later, "operator", input, "Chrome")).token).toBeTruthy();
  });

  it("ends with the working day, when unused, and at once with the account", async () => {
    const { id, username } = await overseerWithPassword(portal);
    const ctx = portal.ctx();
    const input = { identitas: username, kata_sandi: PASSWORD };
    const { token } = await signInOverseer(ctx, "operator", input, "Chrome");
    expect(await ctxOfToken({ ...ctx, now: minutes(ctx, OVERSEER_IDLE_MINUTES - 1) }, token)).not.toBeNull();
    expect(await ctxOfToken({ ...ctx, now: minutes(ctx, OVERSEER_IDLE_MINUTES + 1) }, token)).toBeNull();
    expect(
      await ctxOfToken({ ...ctx, now: minutes(ctx, OVERSEER_SESSION_SECONDS / 60 + 1) }, token),
    ).toBeNull();
    expect(await ctxOfToken(ctx, `${token.split(".")[0]}.${"2".repeat(32)}`)).toBeNull();
    await dismissOverseer(await ctxAs(portal), id);
    expect(await ctxOfToken(ctx, token)).toBeNull();
  });
});

describe("the first second factor", () => {
  it("opens the session by a code", async () => {
    const { ctx } = await enrolled();
    const { sessionId } = ctx.overseer;
    const [session] = await ctx.directory
      .select()
      .from(overseerSessions)
      .where(eq(overseerSessions.id, sessionId));
    expect(session?.secondFactorAt).toBe(ctx.now.toISOString());
    expect(await auditOf(portal, ctx.overseer.overseerId)).toEqual(["overseer.set-totp"]);
  });

  it("is never replaced by a password alone", async () => {
    const { ctx } = await enrolled();
    const secret = await secretOf(ctx);
    await expect(enrolByCode(ctx, codeAt(secret, ctx.now))).rejects.toThrow(
      new ConflictError(OVERSEER_WORDS.hasFactor),
    );
  });

  it("may be a passkey in a kabupaten, and not for operators", async () => {
    const enrol = async (facts: object) => {
      const ctx = await ctxAs(portal, facts, { owes: true });
      const { challengeId: tantangan, options } = await offerPasskey(ctx, url);
      const key = new SoftAuthenticator();
      const jawaban = key.create(options, { origin: url.origin });
      await enrolByPasskey(ctx, url, { tantangan, jawaban, nama: "Laptop" });
      return { ctx, key };
    };
    const { ctx } = await enrol(REGENCY);
    expect(await auditOf(portal, ctx.overseer.overseerId)).toEqual(["overseer.add-passkey"]);
    await expect(enrol({})).rejects.toBeInstanceOf(ConflictError);
  });
});

describe("showing the second factor", () => {
  async function owing(facts = {}) {
    const { ctx: first, secret } = await enrolled(facts);
    const later = portal.ctx({ now: minutes(first, 5) });
    const input = { identitas: (await nameOf(first)) ?? "", kata_sandi: PASSWORD };
    const { token } = await signInOverseer(later, first.overseer.kind, input, "Chrome");
    const ctx = await ctxOfToken(later, token);
    if (!ctx) throw new Error("no session");
    return { ctx, secret, token };
  }

  async function nameOf(ctx: OversightCtx) {
    return (await getOverseer(await ctxAs(portal), ctx.overseer.overseerId)).username;
  }

  it("opens the session by the code that shows, which nobody uses again", async () => {
    const { ctx, secret, token } = await owing();
    await passByCode(ctx, codeAt(secret, ctx.now));
    const opened = await ctxOfToken(ctx, token);
    expect(opened?.overseer.permissions).toContain("operator.people");
    await expect(passByCode(ctx, codeAt(secret, ctx.now))).rejects.toThrow(
      new FieldError("kode", FACTOR_WORDS.usedCode),
    );
  });

  it("takes a code once of two sessions that send it at the same moment", async () => {
    const { ctx, secret } = await owing();
    const code = codeAt(secret, ctx.now);
    const sent = await Promise.allSettled([passByCode(ctx, code), passByCode(ctx, code)]);
    expect(sent.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  it("ends guessing after a few codes, the right one included", async () => {
    const { ctx, secret } = await owing();
    for (let tries = 0; tries < FACTOR_ATTEMPTS; tries++)
      await expect(passByCode(ctx, "000000")).rejects.toThrow(new FieldError("kode", FACTOR_WORDS.wrongCode));
    await expect(passByCode(ctx, codeAt(secret, ctx.now))).rejects.toBeInstanceOf(LimitError);
  });

  it("opens the session by a passkey of this portal, and of nobody else", async () => {
    const { ctx, token } = await owing(REGENCY);
    const store = overseerFactors(ctx, ctx.directory);
    const add = async (target: OversightCtx) => {
      const key = new SoftAuthenticator();
      const { challengeId: tantangan, options } = await offerPasskey(target, url);
      const jawaban = key.create(options, { origin: url.origin });
      await addOwnPasskey(target, url, { tantangan, jawaban, nama: "Laptop" });
      return key;
    };
    const key = await add(ctx);
    const others = await add((await enrolled(REGENCY)).ctx);
    const answer = async (each: SoftAuthenticator, origin = url.origin) => {
      const { challengeId: tantangan, options } = await startPasskey(ctx, url);
      return passByPasskey(ctx, url, { tantangan, jawaban: each.get(options, { origin }) });
    };
    await expect(answer(others)).rejects.toThrow(FACTOR_WORDS.passkeyRefused);
    await expect(answer(key, "http://sesela.localhost:8787")).rejects.toThrow(FACTOR_WORDS.passkeyRefused);
    await answer(key);
    expect((await ctxOfToken(ctx, token))?.overseer.owesSecondFactor).toBe(false);
    expect((await store.findFactors(ctx.overseer.overseerId))?.passkeys[0]?.lastUsedAt).not.toBeNull();
  });
});

describe("the own second factors", () => {
  it("are changed after the password, and the old codes count until then", async () => {
    const { ctx } = await enrolled();
    const before = await overseerFactors(ctx, ctx.directory).findFactors(ctx.overseer.overseerId);
    const kode = codeAt(await secretOf(ctx), ctx.now);
    await expect(setOwnTotp(ctx, { kode, kata_sandi: "salah sekali" })).rejects.toBeInstanceOf(FieldError);
    await expect(setOwnTotp(ctx, { kode: "000000", kata_sandi: PASSWORD })).rejects.toBeInstanceOf(
      FieldError,
    );
    expect(await overseerFactors(ctx, ctx.directory).findFactors(ctx.overseer.overseerId)).toEqual(before);
    const twice = { ...ctx, submitKey: crypto.randomUUID() };
    await setOwnTotp(twice, { kode, kata_sandi: PASSWORD });
    await setOwnTotp(twice, { kode, kata_sandi: PASSWORD });
    const after = await overseerFactors(ctx, ctx.directory).findFactors(ctx.overseer.overseerId);
    expect(after?.totp.sealed).not.toBe(before?.totp.sealed);
  });

  it("never go below what the office asks for", async () => {
    const ctx = await ctxAs(portal, REGENCY, { owes: true });
    const { challengeId: tantangan, options } = await offerPasskey(ctx, url);
    const jawaban = new SoftAuthenticator().create(options, { origin: url.origin });
    await enrolByPasskey(ctx, url, { tantangan, jawaban, nama: "Laptop" });
    const [passkey] =
      (await overseerFactors(ctx, ctx.directory).findFactors(ctx.overseer.overseerId))?.passkeys ?? [];
    await expect(removeOwnPasskey(ctx, passkey?.id ?? "", PASSWORD)).rejects.toThrow(
      new ConflictError(OVERSEER_WORDS.lastFactor),
    );
    await setOwnTotp(ctx, { kode: codeAt(await secretOf(ctx), ctx.now), kata_sandi: PASSWORD });
    await removeOwnPasskey(ctx, passkey?.id ?? "", PASSWORD);
  });
});
