import { randomUUID } from "node:crypto";
import { overseerFactors } from "#app/modules/overseers/factor-store.server.ts";
import { OVERSEER_COOKIE } from "#app/modules/overseers/overseer-cookie.ts";
import { makeOverseerInvitation } from "#app/modules/overseers/overseer-invitations.server.ts";
import type { OverseerRole } from "#app/modules/overseers/permissions.ts";
import { newId } from "#app/platform/ids.ts";
import { createKeys, DIRECTORY_OWNER } from "#app/platform/keys/keys.ts";
import { readMasterKeys } from "#app/platform/keys/master-keys.ts";
import { newTotpSecret } from "#app/platform/second-factor/totp.ts";
import { type SeedOverseer, seedOverseer, seedOverseerSession } from "#app/seed/seed-overseer.ts";
import { openDirectory } from "#db/open.ts";
import type { TestApp } from "./app.ts";
import type { BrowserlessClient } from "./client.ts";

/** Kabupaten of the people above the villages in tests of the running app. */
export const TEST_REGENCY = "52.01";

const FACTS: Record<OverseerRole, Pick<SeedOverseer, "kind" | "regencyCode" | "isAdmin">> = {
  operator: { kind: "operator" },
  "kabupaten-admin": { kind: "kabupaten", regencyCode: TEST_REGENCY, isAdmin: true },
  "kabupaten-member": { kind: "kabupaten", regencyCode: TEST_REGENCY },
};

/** Somebody above the villages in the running app, new each time. */
export async function seedTestOverseer(
  app: TestApp,
  role: OverseerRole,
  facts: Partial<SeedOverseer> = {},
): Promise<string> {
  const username = `uji-${randomUUID().slice(0, 8)}`;
  const person = { name: `Penguji ${role}`, username, ...FACTS[role], ...facts };
  return seedOverseer(openDirectory(app.home), await app.now(), person);
}

/** Sets his codes up. @returns the secret */
export async function giveTotp(app: TestApp, overseerId: string): Promise<string> {
  const store = await factorsIn(app);
  const secret = newTotpSecret();
  const sealed = await store.keys.seal(store.totpField, secret);
  await store.putTotp(overseerId, { sealed, confirmedAt: (await app.now()).toISOString(), step: 0 });
  return secret;
}

/** Gives him a passkey that no phone holds. @returns its id */
export async function givePasskey(app: TestApp, overseerId: string): Promise<string> {
  const store = await factorsIn(app);
  const now = await app.now();
  const id = newId(now);
  await store.addPasskey({
    id,
    personId: overseerId,
    credentialId: randomUUID(),
    publicKey: "",
    counter: 0,
    transports: [],
    name: "Laptop kantor",
    createdAt: now.toISOString(),
    lastUsedAt: null,
  });
  return id;
}

async function factorsIn(app: TestApp) {
  const directory = openDirectory(app.home);
  const deps = { masterKeys: readMasterKeys(app.masterKeys), directory, now: await app.now() };
  return overseerFactors({ directoryKeys: createKeys(deps, DIRECTORY_OWNER) }, directory);
}

/** An invitation for somebody of this role. */
export async function seedOverseerInvitation(app: TestApp, role: OverseerRole) {
  const { kind, regencyCode = null, isAdmin = false } = FACTS[role];
  const writer = {
    directory: openDirectory(app.home),
    now: await app.now(),
    requestId: "uji",
    submitKey: null,
    overseer: null,
  };
  const { id, token } = await makeOverseerInvitation(writer, {
    name: "Baiq Ratna",
    kind,
    regencyCode,
    isAdmin,
  });
  return { id, token: token ?? "" };
}

/** A session of his, past its second factor unless told. @returns the token */
export async function startOverseerSession(
  app: TestApp,
  overseerId: string,
  owesSecondFactor = false,
): Promise<string> {
  return seedOverseerSession(openDirectory(app.home), await app.now(), overseerId, owesSecondFactor);
}

/** A client of the portal with a session of his. */
export async function clientOfOverseer(
  app: TestApp,
  overseerId: string,
  owesSecondFactor = false,
): Promise<BrowserlessClient> {
  const client = app.createBrowserlessClient();
  client.cookies.set(OVERSEER_COOKIE, await startOverseerSession(app, overseerId, owesSecondFactor));
  return client;
}
