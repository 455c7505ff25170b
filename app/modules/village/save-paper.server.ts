import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { setMark } from "./checklist-marks.server.ts";
import type { SavePaperInput } from "./input.ts";
import { changeProfile, getProfile } from "./profile.server.ts";

/** Saves the usual paper; whoever held a ruler to the test print says so and settles the step of the first hour. */
export async function savePaper(ctx: OfficeCtx, input: SavePaperInput): Promise<void> {
  requirePermission(ctx, "village.settings");
  await write(ctx, async (work) => {
    const before = await getProfile(work.tx, input.versi);
    if (input.sesuai) await setMark(work.tx, ctx, "kertas", "done");
    await changeProfile(ctx, work, before, "village.save-paper", { paper: input.kertas });
    return null;
  });
}
