import type { OfficeCtx } from "#app/context.ts";
import { newId } from "#app/platform/ids.ts";
import type { VillageTx } from "#db/open.ts";
import { type activities, indicators } from "#db/village/schema/programme.ts";
import { monthsToMask } from "./calendar-rules.ts";
import type { TemplateActivity } from "./template-shape.ts";

type NewActivity = typeof activities.$inferInsert;

/** The row that a ready activity becomes in a programme. */
export function templateActivityValues(
  ctx: OfficeCtx,
  template: TemplateActivity,
  place: { programmeId: string; sectionId: string; position: number },
): NewActivity {
  const at = ctx.now.toISOString();
  return {
    id: newId(ctx.now),
    ...place,
    templateKey: template.key,
    name: template.name,
    purpose: template.purpose,
    duty: template.duty,
    legalBasis: template.legalBasis.join("; "),
    activityCode: template.activityCode,
    months: monthsToMask(template.months),
    responsiblePosition: template.responsible,
    createdAt: at,
    updatedAt: at,
  };
}

/** Proposed indicators of ready activities; their targets are the village's to set. */
export async function insertTemplateIndicators(
  ctx: OfficeCtx,
  tx: VillageTx,
  rows: readonly { activityId: string; template: TemplateActivity }[],
): Promise<void> {
  const values = rows.flatMap(({ activityId, template }) =>
    template.indicators.map((indicator, position) => ({
      id: newId(ctx.now),
      activityId,
      ...indicator,
      baseline: null,
      source: "manual" as const,
      position,
      createdAt: ctx.now.toISOString(),
    })),
  );
  if (values.length > 0) await tx.insert(indicators).values(values);
}
