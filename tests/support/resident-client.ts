import type { ResidentCtx, VillageCtx } from "#app/context.ts";
import { newResidentSession } from "#app/modules/resident-accounts/resident-session.server.ts";
import { RESIDENT_COOKIE } from "#app/platform/http/session-cookie.ts";
import { seedResident } from "#app/seed/seed-resident.ts";
import { seedResidentAccount } from "#app/seed/seed-resident-account.ts";
import { residentSessions } from "#db/village/schema/residents.ts";
import type { AppVillage } from "./app.ts";
import { cheapHash } from "./cheap-hash.ts";
import { BrowserlessClient } from "./client.ts";

/** PIN of every seeded resident's account. */
export const TEST_PIN = "274918";

/** Starts a session of a resident's account. @returns the cookie's value */
export async function startResidentSession(
  { db, now }: Pick<VillageCtx, "db" | "now">,
  accountId: string,
): Promise<string> {
  const { token, row } = await newResidentSession(accountId, "Penguji", now);
  await db.insert(residentSessions).values(row);
  return token;
}

/** A client signed in as a resident of the register, whose account is made for it. */
export async function signInAsResident(
  app: { port: number },
  village: Pick<AppVillage, "ctx" | "host">,
  residentId: string,
): Promise<BrowserlessClient> {
  const accountId = await seedResidentAccount(village.ctx, residentId, cheapHash(TEST_PIN));
  const client = new BrowserlessClient(app.port, village.host);
  client.cookies.set(RESIDENT_COOKIE, await startResidentSession(village.ctx, accountId));
  return client;
}

/** A resident's context for verbs: somebody of the register with an account. */
export async function residentCtx(
  village: { anonymous(): VillageCtx },
  residentId?: string,
): Promise<ResidentCtx> {
  const ctx = village.anonymous();
  const id = residentId ?? (await seedResident(ctx));
  const accountId = await seedResidentAccount(ctx, id, cheapHash(TEST_PIN));
  return {
    ...ctx,
    actor: null,
    resident: { accountId, sessionId: "sesi-uji", residentId: id, name: "Lalu Ahmad" },
  };
}
