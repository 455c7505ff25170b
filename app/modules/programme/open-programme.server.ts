import { eq } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { activities, programmeSections, programmes } from "#db/village/schema/programme.ts";
import type { OpenProgrammeInput } from "./input.ts";
import { TEMPLATE } from "./template.ts";
import { insertTemplateIndicators, templateActivityValues } from "./template-rows.server.ts";
import type { TemplateProgramme } from "./template-shape.ts";
import { ERRORS } from "./words.ts";

/** Opens a year's programme from the template: its programmes and activities to keep, drop, reword or add to. */
export async function openProgramme(ctx: OfficeCtx, input: OpenProgrammeInput): Promise<{ year: number }> {
  requirePermission(ctx, "programme.plan");
  return write(ctx, async ({ tx, audit }) => {
    const [existing] = await tx.select().from(programmes).where(eq(programmes.year, input.tahun));
    if (existing) throw new FieldError("tahun", ERRORS.programmeExists);
    const programmeId = newId(ctx.now);
    await tx.insert(programmes).values({
      id: programmeId,
      year: input.tahun,
      state: "draft",
      createdBy: ctx.actor.accountId,
      createdAt: ctx.now.toISOString(),
    });
    for (const [index, section] of TEMPLATE.entries())
      await insertSection(ctx, tx, programmeId, section, index);
    await audit({
      action: "programme.open",
      entity: "programme",
      entityId: programmeId,
      details: { tahun: input.tahun },
    });
    return { year: input.tahun };
  });
}

async function insertSection(
  ctx: OfficeCtx,
  tx: VillageTx,
  programmeId: string,
  section: TemplateProgramme,
  index: number,
): Promise<void> {
  const sectionId = newId(ctx.now);
  const { name, purpose } = section;
  await tx.insert(programmeSections).values({ id: sectionId, programmeId, name, purpose, position: index });
  const rows = section.activities.map((template, i) => ({
    template,
    values: templateActivityValues(ctx, template, {
      programmeId,
      sectionId,
      position: (index + 1) * 1000 + i * 10,
    }),
  }));
  await tx.insert(activities).values(rows.map((row) => row.values));
  await insertTemplateIndicators(
    ctx,
    tx,
    rows.map(({ template, values }) => ({ activityId: values.id, template })),
  );
}
