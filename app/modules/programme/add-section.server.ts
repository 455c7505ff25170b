import { eq, max } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { programmeSections } from "#db/village/schema/programme.ts";
import { getProgrammeOfYear } from "./queries.server.ts";
import { canEditProgramme } from "./rules.ts";
import type { AddSectionInput } from "./section-input.ts";
import { ERRORS } from "./words.ts";

/** Adds a programme (bidang kerja) of the village's own to a year that is still being planned. */
export async function addSection(
  ctx: OfficeCtx,
  year: number,
  input: AddSectionInput,
): Promise<{ id: string }> {
  requirePermission(ctx, "programme.plan");
  return write(ctx, async ({ tx, audit }) => {
    const programme = await getProgrammeOfYear(tx, year);
    if (!canEditProgramme(programme.state)) throw new ConflictError(ERRORS.programmeLocked);
    const [last] = await tx
      .select({ position: max(programmeSections.position) })
      .from(programmeSections)
      .where(eq(programmeSections.programmeId, programme.id));
    const id = newId(ctx.now);
    await tx.insert(programmeSections).values({
      id,
      programmeId: programme.id,
      name: input.nama,
      purpose: input.tujuan,
      position: (last?.position ?? -1) + 1,
    });
    const details = { nama: input.nama };
    await audit({ action: "section.add", entity: "section", entityId: id, parentId: programme.id, details });
    return { id };
  });
}
