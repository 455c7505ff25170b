import { and, eq, lt } from "drizzle-orm";
import type { OfficeCtx } from "#app/context.ts";
import { approveUpdates } from "#app/modules/programme/approve-updates.server.ts";
import { QUARTERS, type Quarter, quarterEnd, quarterReached } from "#app/modules/programme/calendar-rules.ts";
import { createUpdate } from "#app/modules/programme/create-update.server.ts";
import { recordSpending } from "#app/modules/programme/record-spending.server.ts";
import { returnUpdate } from "#app/modules/programme/return-update.server.ts";
import { EVIDENCE } from "#app/modules/programme/update-parts.server.ts";
import { addDays, type Day, instantOf } from "#app/platform/clock.ts";
import { storeUpload } from "#app/platform/files/store-upload.ts";
import { activityUpdates } from "#db/village/schema/programme.ts";
import type { DemoActivity } from "./demo-activity.ts";
import type { DemoYear } from "./demo-year.ts";
import type { Deed } from "./seed-deeds.ts";
import { photoFile } from "./seed-photo.ts";
import { findSeeded } from "./seed-programme.ts";

/** Days after a quarter's end on which its reports arrive, one activity after the other. */
const SENT_AFTER = [2, 3, 4, 6, 7, 8];
const DECIDED_AFTER = 11;

/** Regular reports of every quarter, the Kepala Desa's approval of each round, and the money spent. */
export function yearDeeds(demo: DemoYear, activities: readonly DemoActivity[], skipped: Set<string>): Deed[] {
  const { year, zone } = demo;
  const rounds = QUARTERS.flatMap((quarter) => [
    ...activities.flatMap((each, index) =>
      each.results[quarter - 1] && !skipped.has(`${each.key}:${quarter}`)
        ? [reportDeed(demo, each, { quarter, index })]
        : [],
    ),
    {
      at: instantOf(zone, addDays(quarterEnd(year, quarter), DECIDED_AFTER), 14),
      by: "kades",
      act: (ctx: OfficeCtx) => approveRound(ctx, quarter),
    },
  ]);
  return [...rounds, ...activities.flatMap((each) => spendingDeeds(demo, each))];
}

function reportDeed(
  demo: DemoYear,
  activity: DemoActivity,
  { quarter, index }: { quarter: Quarter; index: number },
): Deed {
  const day = addDays(quarterEnd(demo.year, quarter), SENT_AFTER[index % SENT_AFTER.length] ?? 2);
  return {
    at: instantOf(demo.zone, day, 9 + (index % 5)),
    by: activity.team[0],
    act: (ctx) => sendReport(ctx, demo.year, activity, quarter, { photo: (index + quarter) % 3 === 0 }),
  };
}

interface ReportOptions {
  photo?: boolean;
  isDraft?: boolean;
}

async function sendReport(
  ctx: OfficeCtx,
  year: number,
  activity: DemoActivity,
  quarter: Quarter,
  { photo = false, isDraft = false }: ReportOptions,
): Promise<void> {
  const found = (await findSeeded(ctx, year)).get(activity.key);
  if (!found) throw new Error(`the programme has no activity ${activity.key}`);
  const manual = found.indicators.filter((each) => each.source === "manual");
  const scene = quarter + activity.key.length;
  await createUpdate(ctx, found.activity.id, {
    triwulan: quarter,
    tanggal: null,
    capaian: manual.map(({ id }, index) => ({ id, nilai: activity.results[quarter - 1]?.[index] ?? null })),
    catatan: activity.notes[quarter - 1] || null,
    penyebab: null,
    perbaikan: null,
    maksud: isDraft ? "simpan" : "kirim",
    berkas: photo ? (await storeUpload(ctx, photoFile(scene), EVIDENCE)).id : null,
  });
}

/** What came in before today; the Kepala Desa looks at today's tomorrow. */
async function approveRound(ctx: OfficeCtx, quarter: Quarter): Promise<void> {
  const isOfRound = and(
    eq(activityUpdates.state, "submitted"),
    eq(activityUpdates.quarter, quarter),
    lt(activityUpdates.submittedAt, ctx.now.toISOString().slice(0, 10)),
  );
  const waiting = await ctx.db.select().from(activityUpdates).where(isOfRound);
  if (waiting.length > 0)
    await approveUpdates(ctx, { laporan: waiting.map(({ id, version }) => ({ id, version })) });
}

function spendingDeeds({ year, zone }: DemoYear, { key, spending = [] }: DemoActivity): Deed[] {
  return spending.map(([month, day, jumlah, keterangan]) => {
    const tanggal = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    const act = async (ctx: OfficeCtx) => {
      const id = (await findSeeded(ctx, year)).get(key)?.activity.id ?? "";
      await recordSpending(ctx, id, { jenis: "belanja", tanggal, jumlah, keterangan });
    };
    return { at: instantOf(zone, tanggal, 15), by: "kaur", act };
  });
}

/** What became of a report of these last days: still waiting, sent back, or not sent yet. */
export interface LatestReport {
  key: string;
  daysAgo: number;
  fate: "waiting" | "returned" | "draft";
}

/** Reports of these last days for the quarter in which they fall (the last one, once the year is over). */
export function latestDeeds(
  demo: DemoYear,
  activities: readonly DemoActivity[],
  latest: readonly LatestReport[],
): { deeds: Deed[]; skipped: Set<string> } {
  const skipped = new Set<string>();
  const deeds = latest.flatMap(({ key, daysAgo, fate }): Deed[] => {
    const activity = activities.find((each) => each.key === key);
    const day = addDays(demo.today, -daysAgo);
    const quarter = quarterReached(demo.year, day);
    if (!activity || !quarter) return [];
    skipped.add(`${key}:${quarter}`);
    const options = { photo: fate !== "draft", isDraft: fate === "draft" };
    const act = (ctx: OfficeCtx) => sendReport(ctx, demo.year, activity, quarter, options);
    const sent = { at: instantOf(demo.zone, day, 9), by: activity.team[0], act };
    return fate === "returned" ? [sent, returnDeed(demo, key, addDays(day, 1))] : [sent];
  });
  return { deeds, skipped };
}

function returnDeed({ year, zone }: DemoYear, key: string, day: Day): Deed {
  const act = async (ctx: OfficeCtx) => {
    const activityId = (await findSeeded(ctx, year)).get(key)?.activity.id ?? "";
    const [update] = await ctx.db
      .select()
      .from(activityUpdates)
      .where(and(eq(activityUpdates.activityId, activityId), eq(activityUpdates.state, "submitted")));
    if (!update) throw new Error(`no report of ${key} waits`);
    const alasan = "Daftar hadir belum ada. Lampirkan fotonya, lalu kirim lagi.";
    await returnUpdate(ctx, update.id, { versi: update.version, alasan });
  };
  return { at: instantOf(zone, day, 11), by: "kades", act };
}
