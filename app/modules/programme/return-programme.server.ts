import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requireMaySign, requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { programmes } from "#db/village/schema/programme.ts";
import type { ReturnProgrammeInput } from "./input.ts";
import { getProgrammeOfYear, requireVersion } from "./queries.server.ts";
import { canMoveProgramme } from "./rules.ts";
import { ERRORS } from "./words.ts";

/** The Kepala Desa gives the whole programme back with a reason: the Kasi may change all of it again. */
export async function returnProgramme(
  ctx: OfficeCtx,
  year: number,
  input: ReturnProgrammeInput,
): Promise<{ year: number }> {
  requirePermission(ctx, "programme.approve");
  requireMaySign(ctx);
  return write(ctx, async ({ tx, audit }) => {
    const programme = await getProgrammeOfYear(tx, year);
    requireVersion(programme, input.versi);
    if (!canMoveProgramme(programme.state, "returned")) throw new ConflictError(ERRORS.programmeMoved);
    await tx
      .update(programmes)
      .set({ state: "returned", returnReason: input.alasan, version: programme.version + 1 })
      .where(eq(programmes.id, programme.id));
    await audit({
      action: "programme.return",
      entity: "programme",
      entityId: programme.id,
      details: { alasan: input.alasan },
    });
    return { year };
  });
}
