import { useLoaderData } from "react-router";
import { dayIn } from "#app/platform/clock.ts";
import { officeLoader } from "#app/platform/http/handlers.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { StatGrid, StatTile } from "#app/ui/card.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { TripleProgress } from "#app/ui/progress.tsx";
import { quarterEnd } from "../calendar-rules.ts";
import { MadeReports } from "../components/made-reports.tsx";
import { ProgrammeTabs } from "../components/programme-tabs.tsx";
import { ReportDownloads } from "../components/report-downloads.tsx";
import { ReportPeriodForm } from "../components/report-period-form.tsx";
import { formatPoints, formatRupiah } from "../format-rules.ts";
import { canReport, loadReportPage } from "../load-report.server.ts";
import { yearParam } from "../params.ts";
import { chosenDayProblem, usualPeriod } from "../report-asof-rules.ts";
import { laggingRows } from "../report-document.ts";
import { parsePeriod, periodKey } from "../report-file-rules.ts";
import { madeReportRow } from "../report-made-rules.ts";
import { periodName, REPORT_PAGE_WORDS } from "../report-words.ts";
import { REPORT_COLUMN_NAMES } from "../words.ts";

export const loader = officeLoader(async ({ ctx, params, url }) => {
  const year = yearParam(params);
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  const written = url.searchParams.get("per");
  const problem = chosenDayProblem(year, written);
  const chosenDate = problem ? null : written || null;
  const asked = url.searchParams.get("masa");
  const period = parsePeriod(asked ?? "") ?? usualPeriod(year, today);
  const { report, state, columns, made } = await loadReportPage(ctx, { year, period, chosenDate });
  const { sections, period: _, ...totals } = report;
  const rows = sections.flatMap((section) => section.rows);
  return {
    year,
    isOpen: canReport(state),
    canPlan: ctx.actor.permissions.has("programme.plan"),
    canSpend: ctx.actor.permissions.has("programme.spend"),
    form: { period: periodKey(period), written: written ?? "", problem },
    periodName: periodName(period),
    chosenDate,
    isOver: totals.asOf <= today,
    today,
    goesOn: chosenDate === null && today < quarterEnd(year, 4),
    totals,
    activityCount: rows.length,
    laggingCount: laggingRows(report).length,
    columns: columns.map((column) => REPORT_COLUMN_NAMES[column]),
    made: made.map((row) => madeReportRow(row, ctx.tenant.timeZone)),
  };
});

export default function ReportPage() {
  const page = useLoaderData<typeof loader>();
  const { year, totals } = page;
  const here = `/kantor/program-kerja/${year}`;
  return (
    <>
      <title>{`Laporan program kerja ${year}`}</title>
      <PageHeader
        title={`Laporan program kerja ${year}`}
        lead={page.isOpen ? REPORT_PAGE_WORDS.lead : undefined}
        back={{ href: here, label: `Program kerja ${year}` }}
        actions={
          page.canSpend &&
          page.isOpen && (
            <ButtonLink icon="upload" href={`${here}/impor`}>
              Impor anggaran dan belanja
            </ButtonLink>
          )
        }
      />
      <ProgrammeTabs year={year} current="/laporan" />
      {!page.isOpen ? (
        <Notice>{REPORT_PAGE_WORDS.notYet}</Notice>
      ) : (
        <div className="flex flex-col gap-8">
          <ReportPeriodForm {...page.form} year={year} />
          <section className="flex flex-col gap-4">
            <h2 className="text-lg">{`${page.periodName}, keadaan per ${formatDate(totals.asOf)}`}</h2>
            {page.goesOn && <Notice>{REPORT_PAGE_WORDS.yearGoesOn(formatDate(page.today))}</Notice>}
            {!page.isOver && <Notice>{REPORT_PAGE_WORDS.notEnded(formatDate(totals.asOf))}</Notice>}
            <TripleProgress
              physical={totals.physical}
              financial={totals.financial}
              elapsed={totals.elapsed}
              behind={totals.isBehind && `Tertinggal ${formatPoints(totals.pointsBehind)} dari waktu`}
            />
            <StatGrid>
              <StatTile label="Anggaran" value={formatRupiah(totals.budget)} />
              <StatTile label="Belanja" value={formatRupiah(totals.spending)} />
              <StatTile label="Kegiatan" value={page.activityCount} />
              <StatTile label="Perlu dijelaskan" value={page.laggingCount} hint="kegiatan yang tertinggal" />
            </StatGrid>
          </section>
          <ReportDownloads here={here} period={page.form.period} chosenDate={page.chosenDate} />
          <section className="flex flex-col items-start gap-3">
            <h2 className="text-lg">Kolom laporan</h2>
            <p className="max-w-text">{page.columns.join(", ")}.</p>
            {page.canPlan && (
              <ButtonLink icon="edit" href={`${here}/laporan/kolom`}>
                Atur kolom
              </ButtonLink>
            )}
          </section>
          <MadeReports here={here} rows={page.made} />
        </div>
      )}
    </>
  );
}
