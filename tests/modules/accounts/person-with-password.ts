import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { loadActor } from "#app/modules/accounts/load-actor.server.ts";
import { readSessionToken } from "#app/platform/sessions/sessions.ts";
import { type SeedAccount, seedAccount } from "#app/seed/seed-account.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { cheapHash } from "#tests/support/cheap-hash.ts";
import type { TestVillage } from "#tests/support/test-village.ts";

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
