import { openNextYear } from "#app/modules/programme/open-next-year.server.ts";
import type { QuarterTargets } from "#app/modules/programme/rules.ts";
import { startProgrammes } from "#app/modules/programme/start-programme.server.ts";
import { submitProgramme } from "#app/modules/programme/submit-programme.server.ts";
import { TEMPLATE } from "#app/modules/programme/template.ts";
import { addDays, instantOf } from "#app/platform/clock.ts";
import { carriedOn, type DemoActivity, plansOf } from "./demo-activity.ts";
import { yearDeeds } from "./demo-reports.ts";
import { DEMO_LAND, DEMO_SERVICE } from "./demo-service-land.ts";
import { openDemoVillage, stageAt } from "./demo-settle.ts";
import { MIDANG } from "./demo-villages.ts";
import { demoYearOf } from "./demo-year.ts";
import { actAs, runDeeds } from "./seed-deeds.ts";
import { seedApproval, seedDraft, seedPlans, versionOf } from "./seed-programme.ts";
import { type SeedSite, seedCtx } from "./seed-village.ts";

/** How large Midang's work is beside Sesela's. */
const SHARE = 0.7;

const ACTIVITIES = [...DEMO_SERVICE, ...DEMO_LAND].filter(({ key }) => key !== "peta-desa").map(smaller);

const DROPPED = TEMPLATE.flatMap((section) => section.activities)
  .filter(({ key }) => !ACTIVITIES.some((each) => each.key === key))
  .map(({ key }) => ({ key, reason: "Dikerjakan setelah tenaga bertambah." }));

/** Midang: half the activities, the first hour unfinished, and next year's programme with the Kepala Desa. */
export async function tellMidang(site: SeedSite, passwordHash: string): Promise<void> {
  const demo = demoYearOf(MIDANG.timeZone, site.now);
  const { year, zone } = demo;
  const day = (date: string, hour = 9) => instantOf(zone, date, hour);
  const begun = { ...site, now: day(`${year - 1}-11-02`) };
  const stage = stageAt(await openDemoVillage(begun, MIDANG, passwordHash), site.now);
  const plans = plansOf(ACTIVITIES, stage.people);
  await seedDraft(actAs(stage, "kasi", day(`${year - 1}-12-01`)), { year, dropped: DROPPED, plans });
  const decided = day(`${year - 1}-12-14`);
  await seedApproval(actAs(stage, "kasi", decided), actAs(stage, "kades", decided), year);
  await startProgrammes(seedCtx({ ...site, now: day(`${year}-01-01`, 1) }, stage.tenant));
  await runDeeds(stage, yearDeeds(demo, ACTIVITIES, new Set()));
  const kasi = actAs(stage, "kasi", day(addDays(demo.today, -5), 10));
  await openNextYear(kasi, year, { kegiatan: [], cakupan: "semua" });
  await seedPlans(kasi, year + 1, carriedOn(plans));
  await submitProgramme(kasi, year + 1, { versi: await versionOf(kasi, year + 1) });
}

function smaller(activity: DemoActivity): DemoActivity {
  const share = (value: number) => Math.round(value * SHARE);
  const shareOf = (value: number | null) => (value === null ? null : share(value));
  const rupiah = (value: number) => share(value / 1000) * 1000;
  return {
    ...activity,
    budget: rupiah(activity.budget),
    team: ["kasi", "sekdes"],
    indicators: activity.indicators.map(({ baseline, targets: [q1, q2, q3, q4] }) => ({
      ...(baseline !== undefined && { baseline: share(baseline) }),
      targets: [shareOf(q1), shareOf(q2), shareOf(q3), shareOf(q4)] satisfies QuarterTargets,
    })),
    results: activity.results.map((values) => values?.map(share) ?? null),
    notes: [],
    spending: (activity.spending ?? []).map(
      ([month, date, amount, note]) => [month, date, rupiah(amount), note] as const,
    ),
  };
}
