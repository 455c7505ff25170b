import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { villages } from "#db/directory/schema/villages.ts";
import { setMark } from "./checklist-marks.server.ts";
import type { SaveLocalTermsInput } from "./input.ts";
import { changeProfile, getProfile } from "./profile.server.ts";

/**
 * Saves time zone and local names. The directory holds the zone as well, for what runs without a page; it is told
 * after the village's own transaction, and told again when the same form is sent again.
 */
export async function saveLocalTerms(ctx: OfficeCtx, input: SaveLocalTermsInput): Promise<void> {
  requirePermission(ctx, "village.settings");
  await write(ctx, async (work) => {
    const before = await getProfile(work.tx, input.versi);
    await setMark(work.tx, ctx, "waktu", "done");
    await changeProfile(ctx, work, before, "village.save-local-terms", {
      timeZone: input.zona,
      villageTerm: input.sebutan_desa,
      headTerm: input.sebutan_kepala,
      hamletTerm: input.sebutan_dusun,
    });
    return null;
  });
  await ctx.directory
    .update(villages)
    .set({ timeZone: input.zona })
    .where(eq(villages.id, ctx.tenant.villageId));
}
