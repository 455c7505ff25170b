import { randomUUID } from "node:crypto";
import { OVERSEER_COOKIE } from "#app/modules/overseers/overseer-cookie.ts";
import type { OverseerRole } from "#app/modules/overseers/permissions.ts";
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

/** A session of his, past its second factor unless told. @returns the token */
export async function startOverseerSession(
  app: TestApp,
  overseerId: string,
  owesSecondFactor = false,
): Promise<string> {
  return seedOverseerSession(openDirectory(app.home), await app.now(), overseerId, owesSecondFactor);
}

/** A client of the portal, signed in as somebody new. */
export async function overseerClient(
  app: TestApp,
  role: OverseerRole,
  owesSecondFactor = false,
): Promise<BrowserlessClient> {
  const client = app.createBrowserlessClient();
  const id = await seedTestOverseer(app, role);
  client.cookies.set(OVERSEER_COOKIE, await startOverseerSession(app, id, owesSecondFactor));
  return client;
}
