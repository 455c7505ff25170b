import { and, eq, isNull, max } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { ConflictError, FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { activities, programmeSections } from "#db/village/schema/programme.ts";
import type { AddActivityInput } from "./input.ts";
import { getProgrammeOfYear } from "./queries.server.ts";
import { canEditProgramme } from "./rules.ts";
import { findShelfActivity } from "./shelf.ts";
import { findTemplateActivity } from "./template.ts";
import { insertTemplateIndicators, templateActivityValues } from "./template-rows.server.ts";
import { DUTIES } from "./template-shape.ts";
import { ERRORS, PLAN_PROBLEMS } from "./words.ts";

/** Adds an activity to a year's draft: a ready one from shelf or template, or a blank one by its name. */
export async function addActivity(
  ctx: OfficeCtx,
  year: number,
  input: AddActivityInput,
): Promise<{ id: string }> {
  requirePermission(ctx, "programme.plan");
  return write(ctx, async ({ tx, audit }) => {
    const programme = await getProgrammeOfYear(tx, year);
    if (!canEditProgramme(programme.state)) throw new ConflictError(ERRORS.programmeLocked);
    const sectionId = await requireSection(tx, programme.id, input.program);
    const place = { programmeId: programme.id, sectionId, position: await nextPosition(tx, sectionId) };
    const id = input.rak
      ? await addReady(ctx, tx, input.rak, place)
      : await addBlank(ctx, tx, input.nama, place);
    await audit({
      action: "activity.add",
      entity: "activity",
      entityId: id,
      parentId: programme.id,
      details: { rak: input.rak },
    });
    return { id };
  });
}

type Place = { programmeId: string; sectionId: string; position: number };

async function addReady(ctx: OfficeCtx, tx: VillageTx, key: string, place: Place): Promise<string> {
  const template = findShelfActivity(key) ?? findTemplateActivity(key);
  if (!template) throw new FieldError("rak", "Kegiatan ini tidak ada di rak. Pilih dari daftar.");
  const standing = and(
    eq(activities.programmeId, place.programmeId),
    eq(activities.templateKey, key),
    isNull(activities.droppedAt),
  );
  const [twin] = await tx.select({ id: activities.id }).from(activities).where(standing);
  if (twin) throw new FieldError("rak", "Kegiatan ini sudah ada dalam program kerja.");
  const values = templateActivityValues(ctx, template, place);
  await tx.insert(activities).values(values);
  await insertTemplateIndicators(ctx, tx, [{ activityId: values.id, template }]);
  return values.id;
}

async function addBlank(ctx: OfficeCtx, tx: VillageTx, name: string | null, place: Place): Promise<string> {
  if (!name) throw new FieldError("nama", PLAN_PROBLEMS.activity_name_missing);
  const id = newId(ctx.now);
  const at = ctx.now.toISOString();
  await tx
    .insert(activities)
    .values({ id, ...place, name, purpose: "", duty: DUTIES.governance, createdAt: at, updatedAt: at });
  return id;
}

async function requireSection(tx: VillageTx, programmeId: string, sectionId: string): Promise<string> {
  const [section] = await tx
    .select({ id: programmeSections.id })
    .from(programmeSections)
    .where(
      and(
        eq(programmeSections.id, sectionId),
        eq(programmeSections.programmeId, programmeId),
        isNull(programmeSections.removedAt),
      ),
    );
  if (!section) throw new FieldError("program", "Pilih program dari daftar.");
  return section.id;
}

async function nextPosition(tx: VillageTx, sectionId: string): Promise<number> {
  const [row] = await tx
    .select({ last: max(activities.position) })
    .from(activities)
    .where(eq(activities.sectionId, sectionId));
  return (row?.last ?? 0) + 10;
}
