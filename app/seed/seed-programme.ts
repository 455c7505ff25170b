import { and, asc, eq, isNull } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { addActivity } from "#app/modules/programme/add-activity.server.ts";
import { addIndicator } from "#app/modules/programme/add-indicator.server.ts";
import { approveProgramme } from "#app/modules/programme/approve-programme.server.ts";
import { monthsFromMask } from "#app/modules/programme/calendar-rules.ts";
import { dropActivity } from "#app/modules/programme/drop-activity.server.ts";
import type { FundSource } from "#app/modules/programme/money-rules.ts";
import { openProgramme } from "#app/modules/programme/open-programme.server.ts";
import type { QuarterTargets } from "#app/modules/programme/rules.ts";
import { saveActivity } from "#app/modules/programme/save-activity.server.ts";
import { submitProgramme } from "#app/modules/programme/submit-programme.server.ts";
import { COUNTED_INDICATORS } from "#app/registry.ts";
import { activities, indicators, programmeSections, programmes } from "#db/village/schema/programme.ts";

/** What a village sets on one activity of template or shelf; the rest stays as proposed. */
export interface SeedActivityPlan {
  /** Template or shelf key. */
  key: string;
  /** Whole rupiah. */
  budget: number;
  fund?: FundSource;
  /** Accounts that work on it; the first answers for it where nobody does yet. */
  people: string[];
  /** Targets of the proposed indicators, in their order; a falling one has its baseline. */
  indicators: { baseline?: number; targets: QuarterTargets }[];
  /** A further indicator that Balai counts. */
  counted?: { key: string; targets: QuarterTargets };
}

export interface SeedDraft {
  year: number;
  dropped?: { key: string; reason: string }[];
  /** Activities of the shelf, with the number of the programme (from 0) that they join. */
  added?: { key: string; section: number }[];
  plans: SeedActivityPlan[];
}

type ActivityRow = typeof activities.$inferSelect;
type IndicatorRow = typeof indicators.$inferSelect;

/** A year's activities by their template key, with the indicators of each in order. */
export async function findSeeded(
  ctx: OfficeCtx,
  year: number,
): Promise<Map<string, { activity: ActivityRow; indicators: IndicatorRow[] }>> {
  const [rows, measured] = await ctx.db.batch([
    ctx.db
      .select({ activity: activities })
      .from(activities)
      .innerJoin(programmes, eq(programmes.id, activities.programmeId))
      .where(and(eq(programmes.year, year), isNull(activities.droppedAt))),
    ctx.db.select().from(indicators).where(isNull(indicators.retiredAt)).orderBy(asc(indicators.position)),
  ]);
  return new Map(
    rows.map(({ activity }) => [
      activity.templateKey ?? activity.id,
      { activity, indicators: measured.filter((each) => each.activityId === activity.id) },
    ]),
  );
}

/** Opens a year from the template and plans it, as the Kasi does: drops, adds, sets. */
export async function seedDraft(ctx: OfficeCtx, draft: SeedDraft): Promise<void> {
  const { year } = draft;
  await openProgramme(ctx, { tahun: year });
  const opened = await findSeeded(ctx, year);
  for (const { key, reason } of draft.dropped ?? []) {
    const { activity } = required(opened, key);
    await dropActivity(ctx, activity.id, { versi: activity.version, alasan: reason });
  }
  const sections = await ctx.db
    .select({ id: programmeSections.id })
    .from(programmeSections)
    .innerJoin(programmes, eq(programmes.id, programmeSections.programmeId))
    .where(eq(programmes.year, year))
    .orderBy(asc(programmeSections.position));
  for (const { key, section } of draft.added ?? [])
    await addActivity(ctx, year, { program: sections[section]?.id ?? "", rak: key, nama: null });
  await seedPlans(ctx, year, draft.plans);
}

/** Sets what is planned on activities that stand in a year's draft. */
export async function seedPlans(ctx: OfficeCtx, year: number, plans: SeedActivityPlan[]): Promise<void> {
  const standing = await findSeeded(ctx, year);
  for (const plan of plans) {
    const { activity, indicators: rows } = required(standing, plan.key);
    await saveActivity(ctx, activity.id, planInput(activity, rows, plan));
    if (plan.counted) await addCounted(ctx, activity.id, plan.counted);
  }
}

/** The Kasi hands the draft over and the Kepala Desa approves it as it is. */
export async function seedApproval(kasi: OfficeCtx, kades: OfficeCtx, year: number): Promise<void> {
  await submitProgramme(kasi, year, { versi: await versionOf(kasi, year) });
  await approveProgramme(kades, year, { versi: await versionOf(kades, year) });
}

/** The version that a form of the whole programme carries now. */
export async function versionOf(ctx: OfficeCtx, year: number): Promise<number> {
  const [row] = await ctx.db.select().from(programmes).where(eq(programmes.year, year));
  return row?.version ?? 1;
}

function planInput(row: ActivityRow, rows: IndicatorRow[], plan: SeedActivityPlan) {
  return {
    versi: row.version,
    nama: row.name,
    tujuan: row.purpose,
    tupoksi: row.duty,
    dasar_hukum: row.legalBasis,
    kode: row.activityCode,
    lokasi: row.location,
    bulan: monthsFromMask(row.months),
    penanggung_jawab: row.responsibleAccountId ?? plan.people[0] ?? null,
    pelaksana: plan.people,
    anggaran: plan.budget,
    sumber_dana: plan.fund ?? (plan.budget > 0 ? ("dds" as const) : ("tanpa-anggaran" as const)),
    indikator: plan.indicators.flatMap(({ baseline, targets: [t1, t2, t3, t4] }, index) => {
      const indicator = rows[index];
      if (!indicator) return [];
      const reached = indicator.direction === "falling" ? indicator.baseline : null;
      return [{ id: indicator.id, awal: baseline ?? reached, t1, t2, t3, t4 }];
    }),
  };
}

async function addCounted(
  ctx: OfficeCtx,
  activityId: string,
  { key, targets }: NonNullable<SeedActivityPlan["counted"]>,
): Promise<void> {
  const counted = COUNTED_INDICATORS.find((each) => each.key === key);
  if (!counted) throw new Error(`nobody counts ${key}`);
  const [t1, t2, t3, t4] = targets;
  await addIndicator(
    ctx,
    activityId,
    {
      nama: counted.name,
      satuan: counted.unit,
      arah: counted.direction,
      kumulatif: counted.isCumulative ? "ya" : "tidak",
      sumber: "counted",
      kunci_hitung: key,
      awal: null,
      ...{ t1, t2, t3, t4 },
    },
    COUNTED_INDICATORS.map((each) => each.key),
  );
}

function required<Row>(rows: ReadonlyMap<string, Row>, key: string): Row {
  const row = rows.get(key);
  if (!row) throw new Error(`the programme has no activity ${key}`);
  return row;
}
