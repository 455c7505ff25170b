import type { Tenant, VillageCtx } from "#app/context.ts";
import { ConflictError, ForbiddenError } from "#app/platform/errors.ts";
import { mayHoldResidentAccounts } from "#app/platform/trial.ts";
import { isModuleOn } from "#app/registry.ts";
import { moduleSwitches } from "#db/village/schema/village.ts";
import { ACCOUNT_WORDS } from "./words.ts";

/** First line of all that makes or opens a resident's account. @throws ForbiddenError in a village on trial */
export function requireResidentAccounts({ tenant }: { tenant: Tenant }): void {
  if (!mayHoldResidentAccounts(tenant)) throw new ForbiddenError();
}

/** The same for what anybody may do: where the office has the service off, nobody makes an account. */
export async function requireServiceOn(ctx: VillageCtx): Promise<void> {
  requireResidentAccounts(ctx);
  const rows = await ctx.db.select().from(moduleSwitches);
  const switches = new Map(rows.map(({ module, isOn }) => [module, isOn]));
  if (!isModuleOn("resident-accounts", switches)) throw new ConflictError(ACCOUNT_WORDS.closed);
}
