import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { getImport } from "./queries.server.ts";
import { listUndoBars } from "./undo-rows.server.ts";

const SHOWN_BARS = 100;

/** An import before it is taken back, with what stands against it. */
export async function loadUndo(ctx: OfficeCtx, id: string) {
  requirePermission(ctx, "population.import");
  const { fileName, state } = await getImport(ctx.db, id);
  const bars = state === "applied" ? await listUndoBars(ctx.db, id) : [];
  return { id, fileName, state, bars: bars.slice(0, SHOWN_BARS), barCount: bars.length };
}
