import { useLoaderData } from "react-router";
import { dayIn } from "#app/platform/clock.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { type CalendarCell, CalendarLegend, YearCalendar } from "#app/ui/year-calendar.tsx";
import { monthsFromMask } from "../calendar-rules.ts";
import { ProgrammeTabs } from "../components/programme-tabs.tsx";
import { loadPlan } from "../load-plan.server.ts";
import { yearParam } from "../params.ts";
import { acceptsUpdates } from "../rules.ts";
import { effectiveState } from "../running-rules.ts";
import { EMPTY } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params }) => {
  const plan = await loadPlan(ctx, yearParam(params));
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const { year } = plan.programme;
  const isRunning = acceptsUpdates(effectiveState(plan.programme, today));
  const monthNow = isRunning && today.startsWith(String(year)) ? Number(today.slice(5, 7)) : null;
  return {
    year,
    sections: plan.sections.map(({ id, name }) => ({
      id,
      name,
      rows: plan.activities
        .filter((each) => each.sectionId === id)
        .map((each) => ({
          key: each.id,
          label: each.name,
          href: `/kantor/program-kerja/kegiatan/${each.id}`,
          cells: cellsOf(monthsFromMask(each.months), monthNow),
        })),
    })),
  };
});

const MARK_WORDS = { planned: "Direncanakan", running: "Bulan ini" };

/** Planned months; the present one stands out while the programme runs. */
function cellsOf(months: number[], monthNow: number | null): Partial<Record<number, CalendarCell>> {
  return Object.fromEntries(
    months.map((month) => [month, { mark: month === monthNow ? "running" : "planned" } as const]),
  );
}

export default function Calendar() {
  const { year, sections } = useLoaderData<typeof loader>();
  const filled = sections.filter((section) => section.rows.length > 0);
  return (
    <>
      <title>{`Kalender program kerja ${year}`}</title>
      <PageHeader title={`Kalender ${year}`} back={{ href: "/kantor/program-kerja", label: "Semua tahun" }} />
      <ProgrammeTabs year={year} current="/kalender" />
      <div className="flex flex-col gap-8">
        {filled.length === 0 && <EmptyState title="Belum ada kegiatan">{EMPTY.activities.text}</EmptyState>}
        <CalendarLegend rows={filled.flatMap((section) => section.rows)} words={MARK_WORDS} />
        {filled.map((section) => (
          <YearCalendar
            key={section.id}
            caption={section.name}
            rows={section.rows}
            words={MARK_WORDS}
            hidesLegend
          />
        ))}
      </div>
    </>
  );
}
