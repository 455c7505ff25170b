import type { VillageCtx } from "#app/context.ts";
import { newId } from "#app/platform/ids.ts";
import { residentAccounts } from "#db/village/schema/residents.ts";

/** Gives a resident of the register an account of his own. @returns its id */
export async function seedResidentAccount(
  { db, now }: Pick<VillageCtx, "db" | "now">,
  residentId: string,
  passwordHash: string,
): Promise<string> {
  const id = newId(now);
  const at = now.toISOString();
  await db
    .insert(residentAccounts)
    .values({ id, residentId, passwordHash, state: "active", createdAt: at, updatedAt: at });
  return id;
}
