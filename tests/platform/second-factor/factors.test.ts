import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { accountFactors } from "#app/modules/accounts/factor-store.server.ts";
import { overseerFactors } from "#app/modules/overseers/factor-store.server.ts";
import { newId } from "#app/platform/ids.ts";
import {
  CHALLENGE_MINUTES,
  finishAdding,
  finishAsking,
  type PasskeySite,
  startAdding,
  startAsking,
} from "#app/platform/second-factor/passkeys.ts";
import { type FactorStore, type Factors, hasSecondFactor } from "#app/platform/second-factor/store.ts";
import { totpCode, totpStepAt } from "#app/platform/second-factor/totp.ts";
import { confirmOffered, offeredSecret, passTotp } from "#app/platform/second-factor/use-totp.ts";
import { seedOverseer } from "#app/seed/seed-overseer.ts";
import { SoftAuthenticator } from "#tests/support/soft-authenticator.ts";
import { createTestPortal, type TestPortal } from "#tests/support/test-portal.ts";
import { createTestVillage, type TestVillage } from "#tests/support/test-village.ts";

const NOW = new Date("2026-11-24T02:00:00.000Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

let village: TestVillage;
let portal: TestPortal;
beforeAll(async () => {
  village = await createTestVillage();
  portal = await createTestPortal();
  return () => portal.stop();
});

interface Person {
  id: string;
  sessionId: string;
}

/** Both kinds of people: the engine is one, the tables are not. */
const KINDS = {
  "a village's account": async () => {
    const { actor } = await village.ctxAs("kasi-pemerintahan", { name: `Orang ${crypto.randomUUID()}` });
    const ctx = village.anonymous();
    return { store: accountFactors(ctx, ctx.db), id: actor.accountId };
  },
  "somebody above the villages": async () => {
    const username = `uji-${crypto.randomUUID().slice(0, 8)}`;
    const person = { kind: "operator", name: "Operator", username } as const;
    const id = await seedOverseer(portal.directory, new Date(), person);
    const ctx = portal.ctx();
    return { store: overseerFactors(ctx, ctx.directory), id };
  },
};

describe.each(Object.keys(KINDS) as (keyof typeof KINDS)[])("the second factor of %s", (kind) => {
  let store: FactorStore;
  let person: Person;
  beforeEach(async () => {
    const made = await KINDS[kind]();
    store = made.store;
    person = { id: made.id, sessionId: newId(new Date()) };
  });

  async function factors(): Promise<Factors> {
    const found = await store.findFactors(person.id);
    if (!found) throw new Error("nobody");
    return found;
  }

  describe("by codes", () => {
    async function setUp(): Promise<string> {
      const secret = await offeredSecret(store, person, await factors());
      const code = totpCode(secret, totpStepAt(NOW));
      const totp = await confirmOffered(store, person, await factors(), code, NOW);
      await store.putTotp(person.id, totp);
      return secret;
    }

    it("is offered the same secret until it counts, and another one after", async () => {
      const offered = await offeredSecret(store, person, await factors());
      expect(await offeredSecret(store, person, await factors())).toBe(offered);
      expect(await offeredSecret(store, { ...person, sessionId: "other" }, await factors())).not.toBe(
        offered,
      );
      expect(await setUp()).toBe(offered);
      expect(await offeredSecret(store, person, await factors())).not.toBe(offered);
    });

    it("counts from its first right code on, and is stored sealed", async () => {
      expect(await confirmOffered(store, person, await factors(), "000000", NOW)).toBeNull();
      expect(hasSecondFactor(await factors())).toBe(false);
      const secret = await setUp();
      const { totp } = await factors();
      expect(hasSecondFactor(await factors())).toBe(true);
      expect(totp.sealed).not.toContain(secret);
      expect(await store.keys.open(store.totpField, totp.sealed ?? "")).toBe(secret);
    });

    it("takes no code twice: not the one that confirmed it, not an older one, not at the same moment", async () => {
      const secret = await setUp();
      const codeAt = (seconds: number) => totpCode(secret, totpStepAt(later(seconds)));
      const pass = async (code: string, now: Date) => passTotp(store, person.id, await factors(), code, now);
      expect(await pass(codeAt(0), later(1))).toBe("used");
      const both = await Promise.all([pass(codeAt(60), later(60)), pass(codeAt(60), later(60))]);
      expect(both.toSorted()).toEqual(["right", "used"]);
      expect(await pass(codeAt(30), later(60))).toBe("used");
      expect(await pass(codeAt(90), later(60))).toBe("right");
      expect(await pass("000000", later(60))).toBe("wrong");
    });

    it("is gone once taken away", async () => {
      const secret = await setUp();
      await store.putTotp(person.id, null);
      expect(hasSecondFactor(await factors())).toBe(false);
      const code = totpCode(secret, totpStepAt(later(60)));
      expect(await passTotp(store, person.id, await factors(), code, later(60))).toBe("wrong");
    });
  });

  describe("by passkeys", () => {
    const site: PasskeySite = {
      rpId: "sesela.localhost",
      origin: "http://sesela.localhost:8787",
      name: "Sesela",
    };
    const asked = async () => ({ ...person, name: "Budi", passkeys: (await factors()).passkeys });

    /** Villages let a passkey sign in by itself; above them it always follows a password. */
    const whoAsks = async () => (kind === "a village's account" ? null : asked());

    async function add(key: SoftAuthenticator, name = "Ponsel") {
      const { challengeId, options } = await startAdding(store, site, await asked(), NOW);
      const response = key.create(options, { origin: site.origin });
      const passkey = await finishAdding(store, site, person, { challengeId, response, name }, NOW);
      expect(passkey && (await store.addPasskey(passkey))).toBe(true);
    }

    /** One sign-in with a passkey, right but for what the test changes. */
    async function signIn(
      key: SoftAuthenticator,
      change: Partial<Parameters<SoftAuthenticator["get"]>[1]> = {},
    ) {
      const { challengeId, options } = await startAsking(store, site, await whoAsks(), NOW);
      const response = key.get(options, { origin: site.origin, ...change });
      return {
        challengeId,
        response,
        answer: await finishAsking(store, site, await whoAsks(), { challengeId, response }, NOW),
      };
    }

    it("signs its owner in, and says whether the phone asked who it is", async () => {
      const key = new SoftAuthenticator();
      await add(key);
      expect((await signIn(key)).answer).toEqual({ personId: person.id, isVerified: true });
      expect((await signIn(key, { verifiesUser: false })).answer).toEqual({
        personId: person.id,
        isVerified: false,
      });
    });

    it("refuses another page, another village's host, and a key that nobody added", async () => {
      const key = new SoftAuthenticator();
      await add(key);
      expect((await signIn(key, { origin: "http://midang.localhost:8787" })).answer).toBeNull();
      expect((await signIn(key, { rpId: "midang.localhost" })).answer).toBeNull();
      expect((await signIn(key, { rpId: "localhost" })).answer).toBeNull();
      expect((await signIn(new SoftAuthenticator())).answer).toBeNull();
    });

    it("takes an answer once, in time, and for its own session", async () => {
      const key = new SoftAuthenticator();
      await add(key);
      const { challengeId, response } = await signIn(key);
      expect(await finishAsking(store, site, await whoAsks(), { challengeId, response }, NOW)).toBeNull();
      const started = await startAsking(store, site, await asked(), NOW);
      const answer = {
        challengeId: started.challengeId,
        response: key.get(started.options, { origin: site.origin }),
      };
      expect(await finishAsking(store, site, null, answer, NOW)).toBeNull();
      expect(await finishAsking(store, site, { ...person, sessionId: "other" }, answer, NOW)).toBeNull();
      const late = later(CHALLENGE_MINUTES * 60 + 1);
      expect(await finishAsking(store, site, person, answer, late)).toBeNull();
      expect(await finishAsking(store, site, person, answer, NOW)).toEqual({
        personId: person.id,
        isVerified: true,
      });
    });

    it("lets one of two answers at the same moment pass", async () => {
      const key = new SoftAuthenticator();
      await add(key);
      const { challengeId, options } = await startAsking(store, site, await whoAsks(), NOW);
      const response = key.get(options, { origin: site.origin });
      const asker = await whoAsks();
      const send = () => finishAsking(store, site, asker, { challengeId, response }, NOW);
      expect((await Promise.all([send(), send()])).filter(Boolean)).toHaveLength(1);
    });

    it("refuses a passkey whose counter went back or stood still: somebody copied it", async () => {
      const key = new SoftAuthenticator();
      await add(key);
      expect((await signIn(key, { counter: 7 })).answer).not.toBeNull();
      expect((await signIn(key, { counter: 7 })).answer).toBeNull();
      expect((await signIn(key, { counter: 3 })).answer).toBeNull();
      expect((await signIn(key, { counter: 8 })).answer).not.toBeNull();
    });

    it("adds a passkey once, in answer to its own challenge, on this host", async () => {
      const key = new SoftAuthenticator();
      const start = async () => startAdding(store, site, await asked(), NOW);
      const refused = [
        { origin: "http://midang.localhost:8787" },
        { origin: site.origin, rpId: "midang.localhost" },
      ];
      for (const flags of refused) {
        const { challengeId, options } = await start();
        const answer = { challengeId, response: key.create(options, flags), name: "Ponsel" };
        expect(await finishAdding(store, site, person, answer, NOW)).toBeNull();
      }
      const { challengeId, options } = await start();
      const answer = { challengeId, response: key.create(options, { origin: site.origin }), name: "Ponsel" };
      expect(await finishAdding(store, site, { ...person, sessionId: "other" }, answer, NOW)).toBeNull();
      const passkey = await finishAdding(store, site, person, answer, NOW);
      expect(passkey && (await store.addPasskey(passkey))).toBe(true);
      expect(passkey && (await store.addPasskey(passkey))).toBe(false);
      expect(await finishAdding(store, site, person, answer, NOW)).toBeNull();
      expect((await start()).options.excludeCredentials?.map(({ id }) => id)).toEqual([
        passkey?.credentialId,
      ]);
    });

    it("reads nothing into an answer that is no answer", async () => {
      for (const response of ["", "null", "{}", "[]", '{"id":1}', "{", '{"id":"abc","response":null}']) {
        const { challengeId } = await startAsking(store, site, await whoAsks(), NOW);
        expect(await finishAsking(store, site, await whoAsks(), { challengeId, response }, NOW)).toBeNull();
        const started = await startAdding(store, site, await asked(), NOW);
        const answer = { challengeId: started.challengeId, response, name: "Ponsel" };
        expect(await finishAdding(store, site, person, answer, NOW)).toBeNull();
      }
    });

    it("is renamed and removed by its owner alone", async () => {
      await add(new SoftAuthenticator(), "Ponsel lama");
      const [passkey] = (await factors()).passkeys;
      const id = passkey?.id ?? "";
      expect(await store.renamePasskey("somebody else", id, "Milikku")).toBe(false);
      expect(await store.removePasskey("somebody else", id)).toBe(false);
      expect(await store.renamePasskey(person.id, id, "Ponsel baru")).toBe(true);
      expect((await factors()).passkeys.map(({ name }) => name)).toEqual(["Ponsel baru"]);
      expect(await store.removePasskey(person.id, id)).toBe(true);
      expect(hasSecondFactor(await factors())).toBe(false);
    });
  });
});
