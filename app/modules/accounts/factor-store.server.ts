import type { VillageCtx } from "#app/context.ts";
import { type FactorTables, sqlFactorStore } from "#app/platform/second-factor/sql-store.ts";
import type { FactorStore } from "#app/platform/second-factor/store.ts";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { challenges, passkeys } from "#db/village/schema/security.ts";

const TABLES: FactorTables = {
  people: accounts,
  passkeys,
  challenges,
  ownerKey: "accountId",
  owner: passkeys.accountId,
};

/** Second factors of the village's accounts, through one handle or transaction. */
export function accountFactors(ctx: Pick<VillageCtx, "keys">, db: VillageDb | VillageTx): FactorStore {
  return sqlFactorStore(db, TABLES, { keys: ctx.keys, totpField: "accounts.totp" });
}
