import { and, gte, lte } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requireProfile } from "#app/modules/village/profile.server.ts";
import { holidaysOf, selectHolidays } from "#app/platform/holidays.ts";
import { requirePermission } from "#app/platform/require.ts";
import { informationRequests } from "#db/village/schema/portal.ts";
import { villageProfile } from "#db/village/schema/village.ts";
import { countRequests, type HalfYear } from "./request-rules.ts";
import { todayOf } from "./requests.server.ts";

/** The figures of the notice that is due each half year (UU 14/2008 Ps. 12; Perki 1/2021). One round trip. */
export async function loadHalfYear(ctx: OfficeCtx, period: HalfYear) {
  requirePermission(ctx, "information.handle");
  const { receivedOn } = informationRequests;
  const [rows, holidays, profiles] = await ctx.db.batch([
    ctx.db
      .select({
        state: informationRequests.state,
        receivedOn,
        answeredOn: informationRequests.answeredOn,
        dueOn: informationRequests.dueOn,
      })
      .from(informationRequests)
      .where(and(gte(receivedOn, period.first), lte(receivedOn, period.last))),
    selectHolidays(ctx.db),
    ctx.db.select().from(villageProfile),
  ]);
  const { name, villageTerm, districtName, regencyName } = requireProfile(profiles[0]);
  return {
    period,
    village: `${villageTerm} ${name}, Kecamatan ${districtName}, ${regencyName}`,
    today: todayOf(ctx),
    figures: countRequests(rows, holidaysOf(holidays)),
  };
}
