import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { accounts } from "#db/village/schema/accounts.ts";
import { moduleSwitches } from "#db/village/schema/village.ts";

/** Who last switched what, and when; modules that nobody touched are missing. */
export function listSwitches(ctx: OfficeCtx) {
  return ctx.db
    .select({
      module: moduleSwitches.module,
      isOn: moduleSwitches.isOn,
      changedAt: moduleSwitches.changedAt,
      changedBy: accounts.name,
    })
    .from(moduleSwitches)
    .leftJoin(accounts, eq(accounts.id, moduleSwitches.changedBy));
}
