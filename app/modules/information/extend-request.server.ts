import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { holidaysOf, selectHolidays } from "#app/platform/holidays.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { informationRequests } from "#db/village/schema/portal.ts";
import type { ExtendInput } from "./input.ts";
import { dueOn } from "./request-rules.ts";
import { getOpenRequest, nextVersionOf, numberText, todayOf } from "./requests.server.ts";
import { REQUEST_WORDS } from "./words.ts";

/** Takes the seven further working days of the law, once and before the first ten are over, with the reason. */
export async function extendRequest(
  ctx: OfficeCtx,
  id: string,
  input: ExtendInput,
): Promise<{ due: string }> {
  requirePermission(ctx, "information.handle");
  return write(ctx, async ({ tx, audit }) => {
    const row = await getOpenRequest(tx, id, input.versi);
    if (row.state === "extended") throw new ConflictError(REQUEST_WORDS.isExtended);
    if (todayOf(ctx) > row.dueOn) throw new ConflictError(REQUEST_WORDS.isLate);
    const due = dueOn(row.receivedOn, true, holidaysOf(await selectHolidays(tx)));
    await tx
      .update(informationRequests)
      .set({ state: "extended", extendedReason: input.alasan, dueOn: due, ...nextVersionOf(ctx, row) })
      .where(eq(informationRequests.id, id));
    const details = { nomor: numberText(row), sampai: due };
    await audit({ action: "information.extend", entity: "information", entityId: id, details });
    return { due };
  });
}
