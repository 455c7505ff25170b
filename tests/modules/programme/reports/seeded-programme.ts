import { monthsToMask } from "#app/modules/programme/calendar-rules.ts";
import type { ProgrammeState } from "#app/modules/programme/rules.ts";
import {
  activities,
  activityUpdates,
  budgetChanges,
  deviations,
  indicators,
  indicatorTargets,
  programmeSections,
  programmes,
  spending,
  updateEvidence,
  updateValues,
} from "#db/village/schema/programme.ts";
import { files, villageProfile } from "#db/village/schema/village.ts";
import type { TestVillage } from "#tests/support/test-village.ts";

const ALL_YEAR = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
const APPROVED_AT = "2026-12-10T02:00:00.000Z";

/**
 * A programme of 2027 whose figures are easy to reckon by hand: A (letters, all year, Rp30 million), B (open cases,
 * March and April, Rp10 million) under "Pelayanan", C (June, no money, no indicator) under "Partisipasi".
 */
export async function seedProgramme(village: TestVillage, state: ProgrammeState = "approved", year = 2027) {
  const prefix = `${year}-`;
  const id = (name: string) => prefix + name;
  await village.db.insert(programmes).values({
    id: id("p"),
    year,
    state,
    createdBy: "kasi",
    createdAt: "2026-11-20T02:00:00.000Z",
    approvedAt: APPROVED_AT,
  });
  await village.db.insert(programmeSections).values([
    {
      id: id("s1"),
      programmeId: id("p"),
      name: "Pelayanan dan Administrasi",
      purpose: "Melayani.",
      position: 0,
    },
    { id: id("s2"), programmeId: id("p"), name: "Partisipasi Masyarakat", purpose: "Mengajak.", position: 1 },
  ]);
  await village.db.insert(activities).values([
    activity(id("a"), id("p"), id("s1"), {
      name: "Pelayanan surat",
      months: ALL_YEAR,
      code: "01.03.01",
      at: 0,
    }),
    activity(id("b"), id("p"), id("s1"), {
      name: "Penyelesaian sengketa",
      months: [3, 4],
      code: "01.05.04",
      at: 1,
    }),
    activity(id("c"), id("p"), id("s2"), { name: "Musyawarah dusun", months: [6], code: null, at: 2 }),
  ]);
  await village.db.insert(budgetChanges).values([budget(id("a"), 30_000_000), budget(id("b"), 10_000_000)]);
  await village.db.insert(indicators).values([
    indicator(id("letters"), id("a"), { name: "Surat yang diselesaikan", unit: "surat", falling: false }),
    indicator(id("cases"), id("b"), {
      name: "Sengketa yang belum selesai",
      unit: "perkara",
      falling: true,
    }),
  ]);
  await village.db
    .insert(indicatorTargets)
    .values([target(id("letters"), [100, 100, 100, 100]), target(id("cases"), [9, 8, 6, 5])]);
  return {
    programmeId: id("p"),
    a: id("a"),
    b: id("b"),
    c: id("c"),
    letters: id("letters"),
    cases: id("cases"),
  };
}

export type SeededProgramme = Awaited<ReturnType<typeof seedProgramme>>;

/** The first quarter: 130 letters, 8 open cases, Rp6 million and Rp1 million spent. */
export async function seedFirstQuarter(village: TestVillage, { a, b, letters, cases }: SeededProgramme) {
  await seedUpdate(village, {
    id: "u-a",
    activityId: a,
    values: { [letters]: 130 },
    decidedAt: "2027-04-02T03:00:00.000Z",
  });
  await seedUpdate(village, {
    id: "u-b",
    activityId: b,
    values: { [cases]: 8 },
    decidedAt: "2027-04-02T03:00:00.000Z",
  });
  await village.db
    .insert(spending)
    .values([spent("sp-a", a, 6_000_000, "2027-02-10"), spent("sp-b", b, 1_000_000, "2027-03-15")]);
}

export interface SeedUpdate {
  id: string;
  activityId: string;
  values: Record<string, number>;
  decidedAt: string | null;
  asOf?: string;
  quarter?: number;
  state?: "draft" | "submitted" | "returned" | "approved";
  note?: string;
}

export async function seedUpdate(village: TestVillage, update: SeedUpdate) {
  const { id, activityId, values, decidedAt } = update;
  await village.db.insert(activityUpdates).values({
    id,
    activityId,
    quarter: update.quarter ?? 1,
    asOf: update.asOf ?? "2027-03-31",
    note: update.note ?? "Berjalan baik.",
    state: update.state ?? "approved",
    createdBy: "kasi",
    createdAt: "2027-04-01T02:00:00.000Z",
    decidedAt,
  });
  const rows = Object.entries(values).map(([indicatorId, value]) => ({ updateId: id, indicatorId, value }));
  if (rows.length > 0) await village.db.insert(updateValues).values(rows);
}

export function spent(
  id: string,
  activityId: string,
  amount: number,
  spentOn: string,
  createdAt = "2027-04-01T02:00:00.000Z",
) {
  return { id, activityId, amount, spentOn, note: "Belanja", createdBy: "kaur", createdAt };
}

export async function seedDeviation(
  village: TestVillage,
  activityId: string,
  createdAt = "2027-04-02T04:00:00.000Z",
) {
  await village.db.insert(deviations).values({
    id: `dev-${activityId}`,
    activityId,
    asOf: "2027-03-31",
    gapPoints: 10.8,
    cause: "Mediator sakit",
    correction: "Menunjuk mediator pengganti",
    createdBy: "kasi",
    createdAt,
    agreedBy: "kasi",
    agreedAt: createdAt,
  });
}

/** A stored picture behind an update. */
export async function seedEvidence(
  village: TestVillage,
  updateId: string,
  picture: { id: string; bytes: Uint8Array; mediaType: string; isPublic?: boolean },
) {
  const storageKey = `${village.tenant.villageId}/${picture.id}`;
  await village.files.put(storageKey, picture.bytes, picture.mediaType);
  await village.db.insert(files).values({
    id: picture.id,
    storageKey,
    name: `${picture.id}.jpg`,
    mediaType: picture.mediaType,
    sizeBytes: picture.bytes.byteLength,
    sha256: "",
    purpose: "evidence",
    isPublic: picture.isPublic ?? false,
    createdBy: "kasi",
    createdAt: "2027-04-01T02:00:00.000Z",
    attachedAt: "2027-04-01T02:00:00.000Z",
  });
  await village.db
    .insert(updateEvidence)
    .values({ updateId, fileId: picture.id, addedAt: "2027-04-01T02:00:00.000Z" });
}

export async function seedProfile(
  village: TestVillage,
  more: Partial<typeof villageProfile.$inferInsert> = {},
) {
  await village.db.insert(villageProfile).values({
    id: 1,
    name: "Sesela",
    regionCode: "52.01.09.2003",
    districtName: "Gunungsari",
    regencyName: "Kabupaten Lombok Barat",
    provinceName: "Nusa Tenggara Barat",
    timeZone: "WITA",
    address: "Jalan Raya Sesela Nomor 12",
    postalCode: "83351",
    updatedAt: APPROVED_AT,
    ...more,
  });
}

function activity(
  id: string,
  programmeId: string,
  sectionId: string,
  row: { name: string; months: number[]; code: string | null; at: number },
) {
  return {
    id,
    programmeId,
    sectionId,
    name: row.name,
    purpose: `Tujuan ${row.name}.`,
    duty: "Kasi Pemerintahan: menyusun rancangan regulasi desa",
    activityCode: row.code,
    months: monthsToMask(row.months),
    budget: row.at === 0 ? 30_000_000 : row.at === 1 ? 10_000_000 : 0,
    fundSource: row.at === 2 ? null : "add",
    responsiblePosition: "kasi-pemerintahan",
    reviewState: "accepted" as const,
    position: row.at,
    createdAt: APPROVED_AT,
    updatedAt: APPROVED_AT,
  };
}

function budget(activityId: string, amount: number) {
  const createdAt = APPROVED_AT;
  return {
    id: `bud-${activityId}`,
    activityId,
    amount,
    validFrom: "2026-12-10",
    createdBy: "kasi",
    createdAt,
  };
}

function indicator(id: string, activityId: string, row: { name: string; unit: string; falling: boolean }) {
  return {
    id,
    activityId,
    name: row.name,
    unit: row.unit,
    direction: row.falling ? ("falling" as const) : ("rising" as const),
    isCumulative: !row.falling,
    baseline: row.falling ? 10 : null,
    source: "manual" as const,
    position: 0,
    createdAt: APPROVED_AT,
  };
}

function target(indicatorId: string, [q1, q2, q3, q4]: [number, number, number, number]) {
  return {
    id: `t-${indicatorId}`,
    indicatorId,
    version: 1,
    q1,
    q2,
    q3,
    q4,
    validFrom: "2026-12-10",
    createdBy: "kasi",
    createdAt: APPROVED_AT,
  };
}
