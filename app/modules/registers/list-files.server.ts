import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { goesAt, listOwnFiles, planOf } from "./register-files.server.ts";
import { choiceText } from "./render-register.server.ts";

/** The actor's own files: how far they are, and until when they can be fetched. */
export async function listFiles(ctx: OfficeCtx) {
  requirePermission(ctx, "registers.read");
  return (await listOwnFiles(ctx)).map((row) => {
    const { register, choice, format } = planOf(row);
    const isOver = row.state === "ready" && goesAt(row) <= ctx.now;
    return {
      id: row.id,
      name: `${register.annex} ${register.name}`,
      when: choiceText(register, choice),
      format: format.toUpperCase(),
      state: isOver ? ("gone" as const) : row.state,
      progress: row.progress,
      rowCount: row.rowCount,
      goesAt: goesAt(row).toISOString(),
    };
  });
}
