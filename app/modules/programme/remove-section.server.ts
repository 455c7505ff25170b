import { and, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { activities, programmeSections } from "#db/village/schema/programme.ts";
import { getSection } from "./queries.server.ts";
import { canEditProgramme } from "./rules.ts";
import type { RemoveSectionInput } from "./section-input.ts";
import { ERRORS } from "./words.ts";

/** Takes a programme without activities out of a year that is still being planned. The row stays for what was dropped. */
export async function removeSection(ctx: OfficeCtx, input: RemoveSectionInput): Promise<{ year: number }> {
  requirePermission(ctx, "programme.plan");
  return write(ctx, async ({ tx, audit }) => {
    const { section, programme } = await getSection(tx, input.program);
    if (!canEditProgramme(programme.state)) throw new ConflictError(ERRORS.programmeLocked);
    const [standing] = await tx
      .select({ id: activities.id })
      .from(activities)
      .where(and(eq(activities.sectionId, section.id), isNull(activities.droppedAt)))
      .limit(1);
    if (standing)
      throw new FieldError("program", "Program ini masih berisi kegiatan. Coret kegiatannya dahulu.");
    await tx
      .update(programmeSections)
      .set({ removedAt: ctx.now.toISOString() })
      .where(eq(programmeSections.id, section.id));
    const details = { nama: section.name };
    await audit({
      action: "section.remove",
      entity: "section",
      entityId: section.id,
      parentId: programme.id,
      details,
    });
    return { year: programme.year };
  });
}
