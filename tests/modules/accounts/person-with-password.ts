import { scryptSync } from "node:crypto";
import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { loadActor } from "#app/modules/accounts/load-actor.server.ts";
import { readSessionToken } from "#app/platform/sessions/sessions.ts";
import { type SeedAccount, seedAccount } from "#app/seed/seed-account.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import type { TestVillage } from "#tests/support/test-village.ts";

/** A hash that costs next to nothing to check: its cost stands in it. */
export function cheapHash(password: string): string {
  const salt = Buffer.from("00".repeat(16), "hex");
  const key = scryptSync(password, salt, 32, { N: 2, r: 1, p: 1 });
  return ["scrypt", 2, 1, 1, salt.toString("hex"), key.toString("hex")].join("$");
}

/** An account that can sign in; its id. */
export async function seedWithPassword(
  village: TestVillage,
  { password, ...person }: SeedAccount & { password: string },
): Promise<string> {
  const { accountId } = await seedAccount(village.anonymous(), person);
  const passwordHash = cheapHash(password);
  await village.db.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId));
  return accountId;
}

/** The context of somebody who holds a session token, made as the guard makes it. */
export async function ctxOfToken(village: TestVillage, token: string): Promise<OfficeCtx> {
  const ctx = village.anonymous();
  const parts = readSessionToken(token);
  const frame = parts && (await loadActor(ctx, parts));
  if (!frame) throw new Error("not signed in");
  return { ...ctx, actor: frame.actor };
}
