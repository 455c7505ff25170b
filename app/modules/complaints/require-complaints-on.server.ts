import { eq } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { NotFoundError } from "#app/platform/errors.ts";
import { isModuleOn } from "#app/registry.ts";
import { moduleSwitches } from "#db/village/schema/village.ts";
import { COMPLAINT_WORDS } from "./words.ts";

const MODULE = "complaints";

/** Query for the switch; `refuseWhereOff` judges it. */
export function selectSwitch({ db }: Pick<VillageCtx, "db">) {
  return db.select().from(moduleSwitches).where(eq(moduleSwitches.module, MODULE));
}

/** @throws NotFoundError where the village has switched complaints off */
export function refuseWhereOff(rows: readonly { isOn: boolean }[]): void {
  const [row] = rows;
  if (!isModuleOn(MODULE, new Map(row ? [[MODULE, row.isOn]] : [])))
    throw new NotFoundError(COMPLAINT_WORDS.isOff);
}

/** The guard knows the switch of office pages; pages for everybody ask themselves. */
export async function requireComplaintsOn(ctx: VillageCtx): Promise<void> {
  refuseWhereOff(await selectSwitch(ctx));
}
