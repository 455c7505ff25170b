import type { VillageCtx } from "#app/context.ts";
import { dayIn } from "#app/platform/clock.ts";
import { ConflictError, NotFoundError } from "#app/platform/errors.ts";
import { readTogether } from "#app/platform/read-together.ts";
import { quarterStart, type ReportPeriod, reportDate } from "./calendar-rules.ts";
import { programmeMeasures } from "./load-measures.server.ts";
import type { ProgrammeMeasures } from "./measures.ts";
import { usualReportDay } from "./report-asof-rules.ts";
import { chooseColumns } from "./report-column-rules.ts";
import { columnKeys } from "./report-order-rules.ts";
import { buildReport } from "./report-rules.ts";
import { approvedEvidence, columnsSetting, madeReports, paperFrame } from "./report-statements.server.ts";
import { REPORT_PAGE_WORDS } from "./report-words.ts";
import type { ProgrammeState } from "./rules.ts";
import { effectiveState } from "./running-rules.ts";

export interface ReportRequest {
  year: number;
  period: ReportPeriod;
  /** A day of the year; null: the usual one. */
  chosenDate: string | null;
  /** ISO instant: as it was known then, to repeat a paper made earlier. */
  knownAt?: string;
}

const REPORTED_STATES: readonly ProgrammeState[] = ["approved", "running", "closed"];

/** Is there a plan that was approved, so that work can be reported against it? */
export function canReport(state: ProgrammeState): boolean {
  return REPORTED_STATES.includes(state);
}

/** Totals, columns and papers made so far, for the report page: one round trip. @throws NotFoundError without a programme */
export async function loadReportPage(ctx: VillageCtx, asked: ReportRequest) {
  const request = dated(ctx, asked);
  const asOf = reportDate(request.year, request.period, request.chosenDate);
  const { measures, columns, made } = await readTogether(ctx.db, {
    measures: programmeMeasures(ctx, request.year, asOf),
    columns: columnsSetting(ctx),
    made: madeReports(ctx, request.year),
  });
  const found = requireProgramme(measures);
  return {
    state: effectiveState(found.programme, dayIn(ctx.tenant.timeZone, ctx.now)),
    report: reportOf(request, found),
    columns: chooseColumns(columnKeys(columns)),
    made,
  };
}

/**
 * Everything that a paper is made from, in one round trip.
 * @throws NotFoundError without a programme of the year, ConflictError before it was approved
 */
export async function loadReport(ctx: VillageCtx, asked: ReportRequest) {
  const request = dated(ctx, asked);
  const { year, period, knownAt } = request;
  const asOf = reportDate(year, period, request.chosenDate);
  const from = quarterStart(year, period.kind === "quarter" ? period.quarter : 1);
  const { measures, frame, evidence, columns } = await readTogether(ctx.db, {
    measures: programmeMeasures(ctx, year, asOf, knownAt),
    frame: paperFrame(ctx),
    evidence: approvedEvidence(ctx, { year, from, asOf, knownAt }),
    columns: columnsSetting(ctx),
  });
  const found = requireProgramme(measures);
  if (!canReport(found.programme.state)) throw new ConflictError(REPORT_PAGE_WORDS.notYet);
  return {
    programmeId: found.programme.id,
    report: reportOf(request, found),
    columns: chooseColumns(columnKeys(columns)),
    frame,
    evidence,
  };
}

export type LoadedReport = Awaited<ReturnType<typeof loadReport>>;

/** The request with its day, where the period's last is not meant. */
function dated(ctx: VillageCtx, request: ReportRequest): ReportRequest {
  const today = dayIn(ctx.tenant.timeZone, ctx.now);
  return {
    ...request,
    chosenDate: request.chosenDate ?? usualReportDay(request.year, request.period, today),
  };
}

function requireProgramme(measures: ProgrammeMeasures | null): ProgrammeMeasures {
  if (!measures) throw new NotFoundError("Program kerja tahun ini belum disusun.");
  return measures;
}

function reportOf({ year, period, chosenDate, knownAt }: ReportRequest, measures: ProgrammeMeasures) {
  const { sections, options } = measures;
  return buildReport({ year, period, chosenDate, knownAt, limitPoints: options.limitPoints, sections });
}
