import type { OfficeCtx } from "#app/context.ts";
import type { PageSetup } from "#app/platform/document/paper.ts";
import { renderDocx } from "#app/platform/docx/render-docx.ts";
import { FieldError } from "#app/platform/errors.ts";
import { renderPdf } from "#app/platform/pdf/render-pdf.ts";
import { requirePermission } from "#app/platform/require.ts";
import { write } from "#app/platform/write.ts";
import { type LoadedReport, loadReport, type ReportRequest } from "./load-report.server.ts";
import { chosenDayProblem } from "./report-asof-rules.ts";
import { reportDocument } from "./report-document.ts";
import { collectReportFacts } from "./report-facts.server.ts";
import { type ReportFile, type ReportFormat, reportFileName } from "./report-file-rules.ts";
import { ippdPoster } from "./report-ippd.ts";
import { lppdDocument } from "./report-lppd.ts";
import { REPORT_PAGE_WORDS } from "./report-words.ts";

export interface MadePaper {
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: string;
  /** Name under which a browser saves it. */
  fileName: string;
}

export interface MakeReportInput {
  year: number;
  file: ReportFile;
  chosenDate: string | null;
  knownAt?: string;
}

const MEDIA_TYPES: Record<ReportFormat, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
};

/**
 * Makes one of the papers of a year's programme and leaves a trace of it: a paper goes out of the house. With
 * `knownAt` it is the paper as it was made then, since later approvals, money and explanations are left out.
 */
export async function makeReport(ctx: OfficeCtx, input: MakeReportInput): Promise<MadePaper> {
  requirePermission(ctx, "programme.report");
  requireDay(input);
  const loaded = await loadReport(ctx, requestOf(input));
  const bytes = await render(ctx, input.file, loaded);
  await trace(ctx, input, loaded);
  const name = reportFileName(input.file);
  const stem = input.file.kind === "report" ? "laporan-" : "";
  return {
    bytes,
    mediaType: MEDIA_TYPES[input.file.format],
    fileName: `${stem}${name.replace(".", `-${input.year}-${ctx.tenant.slug}.`)}`,
  };
}

/** A paper that is repeated may stand for a day before its year: so it was made. */
function requireDay({ year, chosenDate, knownAt }: MakeReportInput): void {
  const problem = chosenDayProblem(year, chosenDate);
  if (problem === "outside" && knownAt && (chosenDate ?? "") < `${year}-01-01`) return;
  if (problem === "unknown") throw new FieldError("per", REPORT_PAGE_WORDS.dayUnknown);
  if (problem === "outside") throw new FieldError("per", REPORT_PAGE_WORDS.dayOutside(year));
}

function requestOf({ year, file, chosenDate, knownAt }: MakeReportInput): ReportRequest {
  const period = file.kind === "report" ? file.period : ({ kind: "year" } as const);
  return { year, period, chosenDate, knownAt };
}

async function render(
  ctx: OfficeCtx,
  file: ReportFile,
  loaded: LoadedReport,
): Promise<Uint8Array<ArrayBuffer>> {
  const paper = loaded.frame.profile?.paper ?? "F4";
  const facts = await collectReportFacts(ctx, loaded, file.kind === "report");
  if (file.kind === "ippd") return ippdPoster(facts, paper);
  if (file.kind === "lppd") return renderDocx(lppdDocument(facts), { paper });
  const document = reportDocument(facts, loaded.columns);
  const setup: PageSetup = { paper, orientation: "landscape", marginsMm: { left: 20, right: 15 } };
  return file.format === "pdf" ? renderPdf(document, setup) : renderDocx(document, setup);
}

/** A repeated paper leaves its trace too, marked with the moment that it repeats. */
async function trace(ctx: OfficeCtx, input: MakeReportInput, loaded: LoadedReport): Promise<void> {
  await write(ctx, async ({ audit }) => {
    const details = {
      berkas: reportFileName(input.file),
      per: loaded.report.asOf,
      menurut: input.knownAt ?? null,
    };
    await audit({ action: "report.make", entity: "programme", entityId: loaded.programmeId, details });
    return null;
  });
}
