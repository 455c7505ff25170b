import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { informationRequests } from "#db/village/schema/portal.ts";
import type { WithdrawInput } from "./input.ts";
import { getOpenRequest, nextVersionOf, numberText, todayOf } from "./requests.server.ts";

/** Notes that who asked no longer wants an answer. */
export async function withdrawRequest(ctx: OfficeCtx, id: string, input: WithdrawInput): Promise<void> {
  requirePermission(ctx, "information.handle");
  await write(ctx, async ({ tx, audit }) => {
    const row = await getOpenRequest(tx, id, input.versi);
    await tx
      .update(informationRequests)
      .set({
        state: "withdrawn",
        answer: input.alasan,
        answeredOn: todayOf(ctx),
        ...nextVersionOf(ctx, row),
      })
      .where(eq(informationRequests.id, id));
    const details = { nomor: numberText(row) };
    await audit({ action: "information.withdraw", entity: "information", entityId: id, details });
    return null;
  });
}
