import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { programmes } from "#db/village/schema/programme.ts";
import { closingObstacle } from "./closing-rules.ts";
import type { CloseProgrammeInput } from "./input.ts";
import { openUpdatesStatement } from "./open-updates.server.ts";
import { getProgrammeOfYear, requireVersion } from "./queries.server.ts";
import { canMoveProgramme } from "./rules.ts";
import { todayOf } from "./running-queries.server.ts";
import { effectiveState } from "./running-rules.ts";
import { CLOSING_OBSTACLES, ERRORS } from "./words.ts";

/**
 * Closes a year: nothing of it changes any more. Not before its last day has come, nor while a report waits for
 * approval; drafts and returned reports are left out only where the form says so.
 */
export async function closeProgramme(
  ctx: OfficeCtx,
  year: number,
  input: CloseProgrammeInput,
): Promise<{ year: number }> {
  requirePermission(ctx, "programme.approve");
  requireMaySign(ctx);
  return write(ctx, async ({ tx, audit }) => {
    const programme = await getProgrammeOfYear(tx, year);
    requireVersion(programme, input.versi);
    const today = todayOf(ctx);
    if (!canMoveProgramme(effectiveState(programme, today), "closed"))
      throw new ConflictError(ERRORS.programmeMoved);
    const open = await openUpdatesStatement(tx, programme.id);
    const leavesDrafts = input.tanpa_rancangan === "ya";
    const obstacle = closingObstacle({ year, today, leavesDrafts }, open);
    if (obstacle)
      throw new FieldError(
        obstacle === "drafts_left" ? "tanpa_rancangan" : "",
        CLOSING_OBSTACLES[obstacle](year),
      );
    await tx
      .update(programmes)
      .set({ state: "closed", closedAt: ctx.now.toISOString(), version: programme.version + 1 })
      .where(eq(programmes.id, programme.id));
    await audit({
      action: "programme.close",
      entity: "programme",
      entityId: programme.id,
      details: { tahun: year, rancangan: open.length },
    });
    return { year };
  });
}
