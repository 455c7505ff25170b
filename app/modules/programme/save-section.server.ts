import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { programmeSections } from "#db/village/schema/programme.ts";
import { getSection } from "./queries.server.ts";
import { canEditProgramme } from "./rules.ts";
import type { SaveSectionInput } from "./section-input.ts";
import { ERRORS } from "./words.ts";

/** Rewords a programme of a year that is still being planned. */
export async function saveSection(ctx: OfficeCtx, input: SaveSectionInput): Promise<{ year: number }> {
  requirePermission(ctx, "programme.plan");
  return write(ctx, async ({ tx, audit }) => {
    const { section, programme } = await getSection(tx, input.program);
    if (!canEditProgramme(programme.state)) throw new ConflictError(ERRORS.programmeLocked);
    await tx
      .update(programmeSections)
      .set({ name: input.nama, purpose: input.tujuan })
      .where(eq(programmeSections.id, section.id));
    const details = { dari: section.name, nama: input.nama };
    await audit({
      action: "section.save",
      entity: "section",
      entityId: section.id,
      parentId: programme.id,
      details,
    });
    return { year: programme.year };
  });
}
