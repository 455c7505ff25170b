import type { Block, PaperDocument, TableBlock } from "#app/platform/document/blocks.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { formatPercent, formatPoints, formatRupiah } from "./format-rules.ts";
import { barPercent } from "./progress-rules.ts";
import { isBeforeYearEnd } from "./report-asof-rules.ts";
import type { ReportColumn } from "./report-column-rules.ts";
import { heading, paragraph, type ReportFacts, villageTitle } from "./report-paper.ts";
import type { Report, ReportRow, ReportTotals } from "./report-rules.ts";
import { reportTable } from "./report-table.ts";
import { PAPER_WORDS, REPORT_TITLES } from "./report-words.ts";

/** The quarterly or yearly report as blocks, the same for PDF and DOCX: the numbers are those of `buildReport`. */
export function reportDocument(facts: ReportFacts, columns: readonly ReportColumn[]): PaperDocument {
  const { report, village, madeAt, zone } = facts;
  const lines = [
    REPORT_TITLES.period(report.period, report.year),
    REPORT_TITLES.asOf(report.asOf, isBeforeYearEnd(report.year, report.period, report.asOf)),
  ];
  return {
    title: `Laporan program kerja ${villageTitle(village)} ${report.year}`,
    author: villageTitle(village),
    createdAt: madeAt,
    issuer: facts.issuer,
    footer: PAPER_WORDS.madeAt(formatDateTime(madeAt, zone)),
    blocks: [
      facts.letterhead,
      { type: "title", text: REPORT_TITLES.report, lines: [villageTitle(village).toUpperCase(), ...lines] },
      heading(PAPER_WORDS.overview),
      totalsTable(report),
      paragraph(PAPER_WORDS.explainer),
      heading(PAPER_WORDS.activities),
      reportTable(report, columns),
      ...laggingBlocks(report),
      ...photoBlocks(facts),
      { type: "signatures", signatures: facts.signatures },
    ],
  };
}

/** The three percentages of the whole programme, each with its bar, and the money behind the second. */
export function totalsTable(totals: ReportTotals): TableBlock {
  const percent = (value: number | null) => ({
    text: formatPercent(value),
    bar: barPercent(value) / 100,
    isBold: true,
  });
  return {
    type: "table",
    fontSizePt: 11,
    columns: [
      { header: PAPER_WORDS.physical, align: "center" },
      { header: PAPER_WORDS.financial, align: "center" },
      { header: PAPER_WORDS.elapsed, align: "center" },
      { header: PAPER_WORDS.budget, align: "center" },
      { header: PAPER_WORDS.spending, align: "center" },
    ],
    rows: [
      {
        cells: [
          percent(totals.physical),
          percent(totals.financial),
          percent(totals.elapsed),
          formatRupiah(totals.budget),
          formatRupiah(totals.spending),
        ],
      },
    ],
  };
}

/** Rows that are late enough to be explained. */
export function laggingRows(report: Report): ReportRow[] {
  return report.sections.flatMap((section) => section.rows.filter((row) => row.needsDeviation));
}

/** Activities that lag by more than the village's limit, with cause and correction. */
export function laggingBlocks(report: Report): Block[] {
  const rows = laggingRows(report);
  if (rows.length === 0) return [heading(PAPER_WORDS.lagging), paragraph(PAPER_WORDS.noneLagging)];
  const table: TableBlock = {
    type: "table",
    fontSizePt: 8,
    columns: [
      { header: "Kegiatan", weight: 2.5 },
      { header: "Fisik", widthMm: 18, align: "right" },
      { header: "Waktu", widthMm: 18, align: "right" },
      { header: "Tertinggal", widthMm: 24, align: "right" },
      { header: "Penyebab", weight: 3 },
      { header: "Langkah perbaikan", weight: 3 },
    ],
    rows: rows.map((row) => ({
      cells: [
        row.name,
        formatPercent(row.physical),
        formatPercent(row.elapsed),
        formatPoints(row.pointsBehind),
        row.deviation?.cause ?? PAPER_WORDS.causeMissing,
        row.deviation?.correction ?? PAPER_WORDS.correctionMissing,
      ],
    })),
  };
  return [heading(PAPER_WORDS.lagging), table];
}

function photoBlocks({ photos, morePhotos }: ReportFacts): Block[] {
  const more = morePhotos > 0 ? [paragraph(PAPER_WORDS.morePhotos(morePhotos))] : [];
  if (photos.length === 0) return more;
  return [heading(PAPER_WORDS.photos), { type: "photos", photos, perRow: 3 }, ...more];
}
