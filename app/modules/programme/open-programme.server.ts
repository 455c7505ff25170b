import { and, eq, gt, isNull, lte, max, or, sql } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { FieldError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/ids.ts";
import { registerDue } from "#app/platform/jobs/due.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import type { VillageTx } from "#db/open.ts";
import { accounts, positionTerms } from "#db/village/schema/accounts.ts";
import { activities, programmeSections, programmes } from "#db/village/schema/programme.ts";
import { programmeDue } from "./due.ts";
import type { OpenProgrammeInput } from "./input.ts";
import { TEMPLATE } from "./template.ts";
import { insertTemplateIndicators, templateActivityValues } from "./template-rows.server.ts";
import type { TemplateProgramme } from "./template-shape.ts";
import { ERRORS } from "./words.ts";

/** Opens a year's programme from the template: its programmes and activities to keep, drop, reword or add to. */
export async function openProgramme(ctx: OfficeCtx, input: OpenProgrammeInput): Promise<{ year: number }> {
  requirePermission(ctx, "programme.plan");
  const opened = await write(ctx, async ({ tx, audit }) => {
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
    const holders = await listSoleHolders(tx, dayIn(ctx.tenant.timeZone, ctx.now));
    for (const [index, section] of TEMPLATE.entries()) {
      await insertSection(ctx, tx, { programmeId, section, index, holders });
    }
    await audit({
      action: "programme.open",
      entity: "programme",
      entityId: programmeId,
      details: { tahun: input.tahun },
    });
    return { year: input.tahun };
  });
  await registerDue(ctx, ctx.tenant.villageId, programmeDue.kind, ctx.now);
  return opened;
}

interface SectionPlace {
  programmeId: string;
  section: TemplateProgramme;
  index: number;
  holders: ReadonlyMap<string, string>;
}

async function insertSection(ctx: OfficeCtx, tx: VillageTx, place: SectionPlace): Promise<void> {
  const { programmeId, section, index, holders } = place;
  const sectionId = newId(ctx.now);
  const { name, purpose } = section;
  await tx.insert(programmeSections).values({ id: sectionId, programmeId, name, purpose, position: index });
  const rows = section.activities.map((template, i) => {
    const position = (index + 1) * 1000 + i * 10;
    const values = templateActivityValues(ctx, template, { programmeId, sectionId, position });
    return {
      template,
      values: { ...values, responsibleAccountId: holders.get(template.responsible) ?? null },
    };
  });
  await tx.insert(activities).values(rows.map((row) => row.values));
  await insertTemplateIndicators(
    ctx,
    tx,
    rows.map(({ template, values }) => ({ activityId: values.id, template })),
  );
}

/** Position -> account, for positions that just one active person holds today: he is proposed as person in charge. */
async function listSoleHolders(tx: VillageTx, today: string): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .select({ position: positionTerms.position, accountId: max(positionTerms.accountId) })
    .from(positionTerms)
    .innerJoin(accounts, eq(accounts.id, positionTerms.accountId))
    .where(
      and(
        eq(accounts.state, "active"),
        lte(positionTerms.startsOn, today),
        or(isNull(positionTerms.endsOn), gt(positionTerms.endsOn, today)),
      ),
    )
    .groupBy(positionTerms.position)
    .having(sql`count(DISTINCT ${positionTerms.accountId}) = 1`);
  return new Map(rows.flatMap((row) => (row.accountId ? [[row.position, row.accountId] as const] : [])));
}
