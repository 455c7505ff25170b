import { eq } from "drizzle-orm";
import type { VillageDb, VillageTx } from "#db/open.ts";
import { settings } from "#db/village/schema/village.ts";
import type { Day } from "./clock.ts";
import { HOLIDAYS_SETTING, readHolidays } from "./working-day-rules.ts";

/** Statement of the village's holidays, for a batch; see `holidaysOf`. */
export function selectHolidays(db: VillageDb | VillageTx) {
  return db.select().from(settings).where(eq(settings.key, HOLIDAYS_SETTING));
}

/** The holidays of that statement's rows. */
export function holidaysOf(rows: Awaited<ReturnType<typeof selectHolidays>>): ReadonlySet<Day> {
  return new Set(readHolidays(rows[0]?.value).map(({ day }) => day));
}
