import type { OfficeCtx } from "#app/context.ts";
import { reading, readTogether } from "#app/platform/read-together.ts";
import { requirePermission } from "#app/platform/require.ts";
import { importReading } from "./queries.server.ts";
import { selectTouched, undoBarsOf } from "./undo-bars.server.ts";

const SHOWN_BARS = 100;

/** An import before it is taken back, with what stands against it. */
export async function loadUndo(ctx: OfficeCtx, id: string) {
  requirePermission(ctx, "population.import");
  const { found, touched } = await readTogether(ctx.db, {
    found: importReading(ctx.db, id),
    touched: reading([selectTouched(ctx.db, id)], ([rows]) => undoBarsOf(rows)),
  });
  const { fileName, state } = found;
  const bars = state === "applied" ? touched : [];
  return { id, fileName, state, bars: bars.slice(0, SHOWN_BARS), barCount: bars.length };
}
