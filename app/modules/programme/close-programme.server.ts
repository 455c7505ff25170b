import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { programmes } from "#db/village/schema/programme.ts";
import type { MoveProgrammeInput } from "./input.ts";
import { getProgrammeOfYear, requireVersion } from "./queries.server.ts";
import { canMoveProgramme } from "./rules.ts";
import { effectiveState } from "./running-rules.ts";
import { ERRORS } from "./words.ts";

/** Closes a year: nothing of it changes any more. Not before its last day has come. */
export async function closeProgramme(
  ctx: OfficeCtx,
  year: number,
  input: MoveProgrammeInput,
): Promise<{ year: number }> {
  requirePermission(ctx, "programme.approve");
  return write(ctx, async ({ tx, audit }) => {
    const programme = await getProgrammeOfYear(tx, year);
    requireVersion(programme, input.versi);
    const today = dayIn(ctx.tenant.timeZone, ctx.now);
    if (!canMoveProgramme(effectiveState(programme, today), "closed"))
      throw new ConflictError(ERRORS.programmeMoved);
    if (today < `${year}-12-31`)
      throw new FieldError("", `Program kerja ${year} baru dapat ditutup mulai 31 Desember ${year}.`);
    await tx
      .update(programmes)
      .set({ state: "closed", closedAt: ctx.now.toISOString(), version: programme.version + 1 })
      .where(eq(programmes.id, programme.id));
    await audit({
      action: "programme.close",
      entity: "programme",
      entityId: programme.id,
      details: { tahun: year },
    });
    return { year };
  });
}
