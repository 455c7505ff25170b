import type { PortalCtx } from "#app/context.ts";
import { type FactorTables, sqlFactorStore } from "#app/platform/second-factor/sql-store.ts";
import type { FactorStore } from "#app/platform/second-factor/store.ts";
import { overseerChallenges, overseerPasskeys, overseers } from "#db/directory/schema/overseers.ts";
import type { DirectoryDb, DirectoryTx } from "#db/open.ts";

const TABLES: FactorTables = {
  people: overseers,
  passkeys: overseerPasskeys,
  challenges: overseerChallenges,
  ownerKey: "overseerId",
  owner: overseerPasskeys.overseerId,
};

/** Second factors of people above the villages, through one handle or transaction. */
export function overseerFactors(
  ctx: Pick<PortalCtx, "directoryKeys">,
  db: DirectoryDb | DirectoryTx,
): FactorStore {
  return sqlFactorStore(db, TABLES, { keys: ctx.directoryKeys, totpField: "overseers.totp" });
}
