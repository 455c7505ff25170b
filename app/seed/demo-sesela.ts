import { approveProgramme } from "#app/modules/programme/approve-programme.server.ts";
import { openNextYear } from "#app/modules/programme/open-next-year.server.ts";
import { resubmitActivity } from "#app/modules/programme/resubmit-activity.server.ts";
import { reviewActivity } from "#app/modules/programme/review-activity.server.ts";
import { startProgrammes } from "#app/modules/programme/start-programme.server.ts";
import { submitProgramme } from "#app/modules/programme/submit-programme.server.ts";
import { addDays, instantOf } from "#app/platform/clock.ts";
import { carriedOn, plansOf } from "./demo-activity.ts";
import { informationDeeds } from "./demo-information.ts";
import { mailDeeds } from "./demo-mail.ts";
import { DEMO_CAPACITY, DEMO_PARTICIPATION } from "./demo-people-work.ts";
import { portalDeeds } from "./demo-portal.ts";
import { letterDeeds, seedRegister } from "./demo-register.ts";
import { registerDeeds } from "./demo-registers.ts";
import { type LatestReport, latestDeeds, yearDeeds } from "./demo-reports.ts";
import { DEMO_LAND, DEMO_SERVICE } from "./demo-service-land.ts";
import { serviceDeeds } from "./demo-services.ts";
import { openDemoVillage, settleFirstHour, stageAt, takeOverBooks } from "./demo-settle.ts";
import { SESELA } from "./demo-villages.ts";
import { voiceDeeds } from "./demo-voices.ts";
import { workDeeds } from "./demo-work.ts";
import { type DemoYear, demoYearOf } from "./demo-year.ts";
import { actAs, runDeeds, type Stage } from "./seed-deeds.ts";
import { findSeeded, type SeedActivityPlan, seedDraft, seedPlans, versionOf } from "./seed-programme.ts";
import { type SeedSite, seedCtx } from "./seed-village.ts";

const ACTIVITIES = [...DEMO_SERVICE, ...DEMO_LAND, ...DEMO_PARTICIPATION, ...DEMO_CAPACITY];
const DROPPED = [
  { key: "studi-banding", reason: "Belum ada anggaran perjalanan tahun ini." },
  { key: "literasi-aparatur", reason: "Digabung dengan pelatihan teknis." },
];
const ADDED = [{ key: "buku-administrasi", section: 3 }];
const LATEST: LatestReport[] = [
  { key: "layanan-digital", daysAgo: 4, fate: "waiting" },
  { key: "sosialisasi-hak-kewajiban", daysAgo: 3, fate: "waiting" },
  { key: "sengketa-tanah", daysAgo: 2, fate: "waiting" },
  { key: "penyuluhan-hukum", daysAgo: 6, fate: "returned" },
  { key: "sertifikat-tanah", daysAgo: 1, fate: "draft" },
];
/** Activities of next year's draft that are planned already; the others still lack targets. */
const PLANNED_AHEAD = 5;

/** Sesela: a year in full run, with all that comes up in one, and next year's draft. */
export async function tellSesela(site: SeedSite, passwordHash: string): Promise<void> {
  const demo = demoYearOf(SESELA.timeZone, site.now);
  const { year, zone } = demo;
  const day = (date: string, hour = 9) => instantOf(zone, date, hour);
  const begun = { ...site, now: day(`${year - 1}-10-05`) };
  const opened = await openDemoVillage(begun, SESELA, passwordHash);
  await settleFirstHour(opened);
  const stage = stageAt(opened, site.now);
  const plans = plansOf(ACTIVITIES, stage.people);
  await planYear(stage, demo, plans);
  await takeOverBooks(stageAt(stage, day(`${year}-01-05`)), year);
  await seedRegister(stageAt(stage, day(`${year}-01-06`)));
  await startProgrammes(seedCtx({ ...site, now: day(`${year}-01-01`, 1) }, stage.tenant));
  const { deeds, skipped } = latestDeeds(demo, ACTIVITIES, LATEST);
  await runDeeds(stage, [
    ...yearDeeds(demo, ACTIVITIES, skipped),
    ...deeds,
    ...workDeeds(demo, stage.people),
    ...letterDeeds(demo),
    ...mailDeeds(demo, stage.people),
    ...serviceDeeds(demo),
    ...registerDeeds(demo),
    ...portalDeeds(demo),
    ...informationDeeds(demo),
    ...voiceDeeds(demo),
  ]);
  const kasi = actAs(stage, "kasi", day(addDays(demo.today, -7), 10));
  await openNextYear(kasi, year, { kegiatan: [], cakupan: "semua" });
  await seedPlans(kasi, year + 1, carriedOn(plans.slice(0, PLANNED_AHEAD)));
}

/** The Kasi plans and submits; the Kepala Desa returns one activity, looks at it again, approves. */
async function planYear(stage: Stage, { year, zone }: DemoYear, plans: SeedActivityPlan[]): Promise<void> {
  const on = (by: string, monthDay: string) =>
    actAs(stage, by, instantOf(zone, `${year - 1}-${monthDay}`, 10));
  await seedDraft(on("kasi", "11-09"), { year, dropped: DROPPED, added: ADDED, plans });
  const submitter = on("kasi", "12-02");
  await submitProgramme(submitter, year, { versi: await versionOf(submitter, year) });
  const reviewer = on("kades", "12-04");
  const { activity } = await findLawTalk(reviewer, year);
  await reviewActivity(reviewer, activity.id, {
    versi: activity.version,
    putusan: "returned",
    alasan: "Pelaksananya baru satu orang. Ajak BPD, lalu ajukan lagi.",
  });
  const mender = on("kasi", "12-07");
  await seedPlans(
    mender,
    year,
    plans.filter((plan) => plan.key === LAW_TALK),
  );
  const mended = await findLawTalk(mender, year);
  await resubmitActivity(mender, mended.activity.id, { versi: mended.activity.version });
  const approver = on("kades", "12-10");
  await approveProgramme(approver, year, { versi: await versionOf(approver, year) });
}

const LAW_TALK = "penyuluhan-hukum";

async function findLawTalk(ctx: Parameters<typeof findSeeded>[0], year: number) {
  const found = (await findSeeded(ctx, year)).get(LAW_TALK);
  if (!found) throw new Error(`the programme has no activity ${LAW_TALK}`);
  return found;
}
