import { inArray } from "drizzle-orm";
import type { VillageCtx } from "#app/context.ts";
import { settings } from "#db/village/schema/village.ts";
import { DEFAULT_DEVIATION_POINTS } from "./progress-rules.ts";
import { DEFAULT_UPDATE_DAYS, DEVIATION_POINTS_SETTING, UPDATE_DAYS_SETTING } from "./running-rules.ts";

/** The village's limits for its programmes, or the defaults. */
export async function loadProgrammeSettings(ctx: VillageCtx) {
  const rows = await ctx.db
    .select()
    .from(settings)
    .where(inArray(settings.key, [DEVIATION_POINTS_SETTING, UPDATE_DAYS_SETTING]));
  const settingOf = (key: string, otherwise: number) => {
    const value = rows.find((row) => row.key === key)?.value;
    return typeof value === "number" ? value : otherwise;
  };
  return {
    deviationPoints: settingOf(DEVIATION_POINTS_SETTING, DEFAULT_DEVIATION_POINTS),
    updateDays: settingOf(UPDATE_DAYS_SETTING, DEFAULT_UPDATE_DAYS),
  };
}
