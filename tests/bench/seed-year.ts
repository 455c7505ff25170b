import { readFileSync } from "node:fs";
import type { VillageCtx } from "#app/context.ts";
import { monthsToMask } from "#app/modules/programme/calendar-rules.ts";
import { TEMPLATE } from "#app/modules/programme/template.ts";
import type { TemplateActivity } from "#app/modules/programme/template-shape.ts";
import { newId } from "#app/platform/ids.ts";
import { auditLog } from "#db/village/schema/accounts.ts";
import { inboxItems } from "#db/village/schema/jobs.ts";
import * as tables from "#db/village/schema/programme.ts";
import { files } from "#db/village/schema/village.ts";

/** How much stands in a year, and whose it is. */
export interface BenchYear {
  year: number;
  state: "running" | "closed";
  activities: number;
  /** Who works, who approves. */
  worker: string;
  approver: string;
}

export interface SeededYear {
  /** An activity in the middle of the year's list, to be opened. */
  activityId: string;
}

const ROWS_PER_INSERT = 100;
const PICTURE = readFileSync(new URL("../platform/image/fixtures/sawah.jpg", import.meta.url));
const QUARTERS = [1, 2, 3, 4] as const;
const QUARTER_ENDS = ["03-31", "06-30", "09-30", "12-31"] as const;

type Table = Parameters<VillageCtx["db"]["insert"]>[0];
type Rows = Map<Table, Record<string, unknown>[]>;

interface Sheet extends BenchYear {
  ctx: VillageCtx;
  rows: Rows;
  at: string;
  programmeId: string;
}

/**
 * Fills a year as work leaves it: of each activity of the template two steps, a comment, a photo, twelve entries of
 * spending, a report a quarter and eight rows of history; a report in four waits. More activities repeat the template.
 */
export async function seedBenchYear(ctx: VillageCtx, wanted: BenchYear): Promise<SeededYear> {
  const at = `${wanted.year}-01-02T02:00:00.000Z`;
  const sheet: Sheet = { ...wanted, ctx, rows: new Map(), at, programmeId: newId(ctx.now) };
  const { year, state, worker, approver } = wanted;
  put(sheet, tables.programmes, {
    id: sheet.programmeId,
    year,
    state,
    createdBy: worker,
    createdAt: at,
    approvedAt: at,
    approvedBy: approver,
    closedAt: state === "closed" ? `${year + 1}-01-20T02:00:00.000Z` : null,
  });
  const activityIds = addActivities(sheet);
  await insertAll(sheet);
  const activityId = activityIds[Math.floor(activityIds.length / 2)] ?? "";
  return { activityId };
}

function addActivities(sheet: Sheet): string[] {
  const all = TEMPLATE.map((section, position) => ({ section, id: addSection(sheet, section, position) }));
  const templates = all.flatMap(({ section, id }) =>
    section.activities.map((template) => ({ template, sectionId: id })),
  );
  return Array.from({ length: sheet.activities }, (_, index) => {
    const { template, sectionId } = templates[index % templates.length] as (typeof templates)[number];
    return addActivity(sheet, template, sectionId, index);
  });
}

function addSection(sheet: Sheet, { name, purpose }: { name: string; purpose: string }, position: number) {
  const { ctx, programmeId } = sheet;
  return put(sheet, tables.programmeSections, { id: newId(ctx.now), programmeId, name, purpose, position });
}

function addActivity(sheet: Sheet, template: TemplateActivity, sectionId: string, index: number): string {
  const { ctx, at, worker, year } = sheet;
  const budget = 5_000_000 + index * 250_000;
  const id = put(sheet, tables.activities, {
    id: newId(ctx.now),
    programmeId: sheet.programmeId,
    sectionId,
    templateKey: template.key,
    name: template.name,
    purpose: template.purpose,
    duty: template.duty,
    legalBasis: template.legalBasis.join("; "),
    activityCode: template.activityCode,
    months: monthsToMask(template.months),
    budget,
    fundSource: "dds",
    responsiblePosition: template.responsible,
    responsibleAccountId: worker,
    reviewState: "accepted",
    position: index,
    createdAt: at,
    updatedAt: at,
  });
  const written = { createdBy: worker, createdAt: at };
  put(sheet, tables.activityPeople, { activityId: id, accountId: worker, addedAt: at });
  put(sheet, tables.budgetChanges, {
    id: newId(ctx.now),
    activityId: id,
    amount: budget,
    validFrom: `${year}-01-01`,
    ...written,
  });
  addWork(sheet, id, index);
  addReports(sheet, id, index, addIndicators(sheet, template, id));
  return id;
}

function addIndicators(sheet: Sheet, template: TemplateActivity, activityId: string): string[] {
  const { ctx, at, worker, year } = sheet;
  return template.indicators.map((indicator, position) => {
    const baseline = indicator.direction === "falling" ? 100 : null;
    const id = put(sheet, tables.indicators, {
      ...indicator,
      id: newId(ctx.now),
      activityId,
      baseline,
      source: "manual",
      position,
      createdAt: at,
    });
    put(sheet, tables.indicatorTargets, {
      id: newId(ctx.now),
      indicatorId: id,
      version: 1,
      q1: 40,
      q2: 40,
      q3: 40,
      q4: 40,
      validFrom: `${year}-01-01`,
      createdBy: worker,
      createdAt: at,
    });
    return id;
  });
}

function addWork(sheet: Sheet, activityId: string, index: number): void {
  const { ctx, at, worker, approver, year } = sheet;
  const own = () => ({ id: newId(ctx.now), activityId });
  const written = { createdBy: worker, createdAt: at };
  for (const position of [0, 1]) {
    const step = { title: "Menyiapkan bahan dan undangan", ownerId: worker, position };
    put(sheet, tables.activitySteps, { ...own(), ...step, dueOn: `${year}-12-15` });
  }
  const comment = { accountId: approver, mentions: [worker], body: "Mohon dilengkapi daftar hadirnya." };
  put(sheet, tables.activityComments, { ...own(), ...comment, createdAt: at });
  for (let month = 1; month <= 12; month++) {
    const spentOn = `${year}-${String(month).padStart(2, "0")}-10`;
    put(sheet, tables.spending, { ...own(), amount: 300_000, spentOn, note: "Belanja bahan", ...written });
  }
  if (index % 5 === 0) {
    const cause = "Hujan dua minggu menunda pengukuran.";
    const reason = { asOf: `${year}-03-31`, gapPoints: 12, cause, correction: "Dilanjutkan bulan depan." };
    put(sheet, tables.deviations, { ...own(), ...reason, ...written });
  }
}

function addReports(sheet: Sheet, activityId: string, index: number, indicatorIds: string[]): void {
  const { ctx, worker, approver, year, programmeId } = sheet;
  for (const quarter of QUARTERS) {
    const asOf = `${year}-${QUARTER_ENDS[quarter - 1]}`;
    const createdAt = `${asOf}T02:00:00.000Z`;
    const isWaiting = sheet.state === "running" && quarter === 4 && index % 4 === 0;
    const id = put(sheet, tables.activityUpdates, {
      id: newId(ctx.now),
      activityId,
      quarter,
      asOf,
      note: "Berjalan sesuai rencana; warga yang datang lebih banyak dari triwulan lalu.",
      state: isWaiting ? "submitted" : "approved",
      createdBy: worker,
      createdAt,
      submittedAt: createdAt,
      decidedBy: isWaiting ? null : approver,
      decidedAt: isWaiting ? null : createdAt,
    });
    for (const indicatorId of indicatorIds)
      put(sheet, tables.updateValues, { updateId: id, indicatorId, value: 30 + ((index + quarter) % 15) });
    if (quarter === 1 || isWaiting) addPhoto(sheet, id, createdAt);
    for (const action of ["update.submit", "update.approve"]) {
      const row = { id: newId(ctx.now), at: createdAt, accountId: worker, actorName: "Pemegang", action };
      const about = { entity: "update", entityId: id, parentId: activityId, requestId: programmeId };
      put(sheet, auditLog, { ...row, ...about, details: { triwulan: quarter } });
    }
    put(sheet, inboxItems, {
      id: newId(ctx.now),
      accountId: worker,
      onceKey: `update.approved:${id}`,
      title: "Laporan disetujui",
      href: `/kantor/program-kerja/kegiatan/${activityId}`,
      createdAt,
      readAt: quarter < 4 ? createdAt : null,
    });
  }
}

function addPhoto(sheet: Sheet, updateId: string, addedAt: string): void {
  const { ctx, worker } = sheet;
  const fileId = put(sheet, files, {
    id: newId(ctx.now),
    storageKey: pictureKey(ctx),
    name: "foto.jpg",
    mediaType: "image/jpeg",
    sizeBytes: PICTURE.byteLength,
    sha256: "",
    purpose: "evidence",
    createdBy: worker,
    createdAt: addedAt,
    attachedAt: addedAt,
  });
  put(sheet, tables.updateEvidence, { updateId, fileId, addedAt });
}

function put(sheet: Sheet, table: Table, row: Record<string, unknown>): string {
  const rows = sheet.rows.get(table) ?? [];
  rows.push(row);
  sheet.rows.set(table, rows);
  return String(row.id ?? "");
}

const pictureKey = (ctx: VillageCtx) => `${ctx.tenant.villageId}/foto-bench`;

/** Tables in the order in which they refer to each other, since that is how rows were put. */
async function insertAll({ ctx, rows }: Sheet): Promise<void> {
  await ctx.files.put(pictureKey(ctx), PICTURE, "image/jpeg");
  for (const [table, all] of rows) {
    for (let from = 0; from < all.length; from += ROWS_PER_INSERT)
      await ctx.db.insert(table).values(all.slice(from, from + ROWS_PER_INSERT));
  }
}
