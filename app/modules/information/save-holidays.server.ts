import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { nextVersion } from "#app/modules/village/version-rules.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { selectHolidays } from "#app/platform/holidays.ts";
import { requirePermission } from "#app/platform/require.ts";
import { HOLIDAYS_SETTING, type Holiday, readHolidays } from "#app/platform/working-day-rules.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { informationRequests } from "#db/village/schema/portal.ts";
import { settings } from "#db/village/schema/village.ts";
import type { HolidaysInput } from "./input.ts";
import { dueOn } from "./request-rules.ts";
import { isStillOpen } from "./requests.server.ts";
import { HOLIDAY_WORDS } from "./words.ts";

/** The list for its form, with the version that the form carries. */
export async function loadHolidays(ctx: OfficeCtx): Promise<{ holidays: Holiday[]; version: string }> {
  requirePermission(ctx, "information.handle");
  const [row] = await selectHolidays(ctx.db);
  return { holidays: readHolidays(row?.value), version: row?.updatedAt ?? "" };
}

/** Stores the days on which the office is closed, and counts the last days of open requests anew. */
export async function saveHolidays(ctx: OfficeCtx, input: HolidaysInput): Promise<{ moved: number }> {
  requirePermission(ctx, "information.handle");
  return write(ctx, async ({ tx, audit }) => {
    const [before] = await selectHolidays(tx);
    if ((before?.updatedAt ?? "") !== (input.versi ?? "")) throw new ConflictError(HOLIDAY_WORDS.stale);
    const value = input.libur.toSorted((a, b) => a.day.localeCompare(b.day));
    const row = { value, updatedAt: nextVersion(before?.updatedAt, ctx.now) };
    await tx
      .insert(settings)
      .values({ key: HOLIDAYS_SETTING, ...row })
      .onConflictDoUpdate({ target: settings.key, set: row });
    const moved = await moveOpen(tx, new Set(value.map(({ day }) => day)));
    const details = { hari: value.length };
    await audit({ action: "information.holidays", entity: "setting", entityId: HOLIDAYS_SETTING, details });
    return { moved };
  });
}

async function moveOpen(tx: VillageTx, holidays: ReadonlySet<string>): Promise<number> {
  let moved = 0;
  for (const request of await tx.select().from(informationRequests).where(isStillOpen)) {
    const due = dueOn(request.receivedOn, request.state === "extended", holidays);
    if (due === request.dueOn) continue;
    moved++;
    await tx.update(informationRequests).set({ dueOn: due }).where(eq(informationRequests.id, request.id));
  }
  return moved;
}
