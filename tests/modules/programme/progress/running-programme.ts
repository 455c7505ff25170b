import { monthsToMask } from "#app/modules/programme/calendar-rules.ts";
import type { ProgrammeState, QuarterTargets } from "#app/modules/programme/rules.ts";
import { newId } from "#app/platform/ids.ts";
import {
  activities,
  activityPeople,
  budgetChanges,
  indicators,
  indicatorTargets,
  programmeSections,
  programmes,
} from "#db/village/schema/programme.ts";
import type { TestVillage } from "#tests/support/test-village.ts";

/** What is needed of a village: a test village, or one that stands in the running app. */
type Village = Pick<TestVillage, "db" | "now">;

interface SeedIndicator {
  name?: string;
  unit?: string;
  direction?: "rising" | "falling";
  isCumulative?: boolean;
  baseline?: number | null;
  countedKey?: string;
  targets: QuarterTargets;
}

interface SeedActivity {
  name?: string;
  months?: number[];
  budget?: number;
  responsibleAccountId?: string;
  people?: string[];
  indicators?: SeedIndicator[];
}

interface SeedProgramme {
  year: number;
  state?: ProgrammeState;
  activities: SeedActivity[];
}

export interface SeededActivity {
  id: string;
  indicatorIds: string[];
}

/** Writes a programme as approval would have left it, with one section. */
export async function seedRunningProgramme(
  village: Village,
  { year, state = "running", activities: wanted }: SeedProgramme,
): Promise<{ id: string; activities: SeededActivity[] }> {
  const at = village.now().toISOString();
  const id = newId(village.now());
  const sectionId = newId(village.now());
  await village.db.insert(programmes).values({
    id,
    year,
    state,
    createdBy: "seed",
    createdAt: at,
    approvedAt: `${year - 1}-12-01T02:00:00.000Z`,
  });
  await village.db
    .insert(programmeSections)
    .values({ id: sectionId, programmeId: id, name: "Pelayanan", purpose: "Melayani warga", position: 0 });
  const seeded: SeededActivity[] = [];
  for (const [position, activity] of wanted.entries())
    seeded.push(await seedActivity(village, { programmeId: id, sectionId, position, year }, activity));
  return { id, activities: seeded };
}

interface Place {
  programmeId: string;
  sectionId: string;
  position: number;
  year: number;
}

async function seedActivity(
  village: Village,
  { year, ...place }: Place,
  activity: SeedActivity,
): Promise<SeededActivity> {
  const at = village.now().toISOString();
  const id = newId(village.now());
  const validFrom = `${year - 1}-12-01`;
  await village.db.insert(activities).values({
    id,
    ...place,
    name: activity.name ?? "Pelayanan surat",
    purpose: "Warga terlayani",
    duty: "Melaksanakan administrasi pemerintahan",
    months: monthsToMask(activity.months ?? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
    budget: activity.budget ?? 0,
    fundSource: activity.budget ? "dds" : "tanpa-anggaran",
    responsibleAccountId: activity.responsibleAccountId,
    reviewState: "accepted",
    createdAt: at,
    updatedAt: at,
  });
  if (activity.budget) {
    const amount = activity.budget;
    await village.db.insert(budgetChanges).values({
      id: newId(village.now()),
      activityId: id,
      amount,
      validFrom,
      createdBy: "seed",
      createdAt: at,
    });
  }
  for (const accountId of activity.people ?? [])
    await village.db.insert(activityPeople).values({ activityId: id, accountId, addedAt: at });
  const indicatorIds: string[] = [];
  for (const [position, indicator] of (activity.indicators ?? []).entries())
    indicatorIds.push(await seedIndicator(village, id, position, indicator, validFrom));
  return { id, indicatorIds };
}

async function seedIndicator(
  village: Village,
  activityId: string,
  position: number,
  indicator: SeedIndicator,
  validFrom: string,
): Promise<string> {
  const at = village.now().toISOString();
  const id = newId(village.now());
  const [q1, q2, q3, q4] = indicator.targets;
  await village.db.insert(indicators).values({
    id,
    activityId,
    position,
    name: indicator.name ?? "Surat terbit",
    unit: indicator.unit ?? "surat",
    direction: indicator.direction ?? "rising",
    isCumulative: indicator.isCumulative ?? true,
    baseline: indicator.baseline ?? null,
    source: indicator.countedKey ? "counted" : "manual",
    countedKey: indicator.countedKey ?? null,
    createdAt: at,
  });
  const version = { id: newId(village.now()), indicatorId: id, version: 1, q1, q2, q3, q4 };
  await village.db
    .insert(indicatorTargets)
    .values({ ...version, validFrom, createdBy: "seed", createdAt: at });
  return id;
}
