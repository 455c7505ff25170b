import type { Block, PaperDocument, TableBlock } from "#app/platform/document/blocks.ts";
import { achievementWords } from "./achievement-words.ts";
import { FIELD_NAMES } from "./apbdes-rules.ts";
import { formatPercent, formatRupiah, NO_VALUE } from "./format-rules.ts";
import { financialPercent } from "./progress-rules.ts";
import { isBeforeYearEnd } from "./report-asof-rules.ts";
import { totalsTable } from "./report-document.ts";
import { LPPD_WORDS } from "./report-lppd-words.ts";
import { heading, paragraph, type ReportFacts, villageTitle } from "./report-paper.ts";
import type { Report, ReportRow } from "./report-rules.ts";
import { REPORT_TITLES } from "./report-words.ts";

const NO_FIELD = "";

/**
 * The part of the LPPD (Permendagri 46/2016) that the work programme can fill: chapters with their tables per bidang,
 * and a line in brackets wherever the village must write itself.
 */
export function lppdDocument(facts: ReportFacts): PaperDocument {
  const { report, village } = facts;
  const title = villageTitle(village);
  return {
    title: `Bahan LPPD ${title} ${report.year}`,
    author: title,
    issuer: facts.issuer,
    createdAt: facts.madeAt,
    blocks: [
      facts.letterhead,
      {
        type: "title",
        text: REPORT_TITLES.lppd,
        lines: [
          title.toUpperCase(),
          `TAHUN ANGGARAN ${report.year}`,
          REPORT_TITLES.asOf(report.asOf, isBeforeYearEnd(report.year, report.period, report.asOf)),
        ],
      },
      heading(LPPD_WORDS.introduction),
      ...LPPD_WORDS.introductionParts.map(paragraph),
      heading(LPPD_WORDS.plans),
      ...LPPD_WORDS.planParts.map(paragraph),
      heading(LPPD_WORDS.programme),
      totalsTable(report),
      ...fieldsOf(report).flatMap(fieldBlocks),
      heading(LPPD_WORDS.finance),
      financeTable(report),
      heading(LPPD_WORDS.closing),
      ...LPPD_WORDS.closingParts.map(paragraph),
      { type: "signatures", signatures: [facts.headSignature] },
    ],
  };
}

interface Field {
  name: string;
  rows: ReportRow[];
}

/** Activities by the bidang of their APBDes code; those without a code come last. */
function fieldsOf(report: Report): Field[] {
  const rows = report.sections.flatMap((section) => section.rows);
  const keys = [...Object.keys(FIELD_NAMES), NO_FIELD];
  return keys
    .map((key) => ({
      name: FIELD_NAMES[key] ? `Bidang ${FIELD_NAMES[key]}` : LPPD_WORDS.noField,
      rows: rows.filter((row) => (row.activityCode?.slice(0, 2) ?? NO_FIELD) === key),
    }))
    .filter((field) => field.rows.length > 0);
}

function fieldBlocks({ name, rows }: Field): Block[] {
  const explained = rows.filter((row) => row.deviation);
  const problems = explained.map((row) => `${row.name}: ${row.deviation?.cause}`);
  const solutions = explained.map((row) => `${row.name}: ${row.deviation?.correction}`);
  return [
    heading(name, 2),
    activityTable(rows),
    heading(LPPD_WORDS.problems, 2),
    listOr(problems, LPPD_WORDS.noProblem),
    heading(LPPD_WORDS.solutions, 2),
    listOr(solutions, LPPD_WORDS.noSolution),
  ];
}

function listOr(items: string[], whenNone: string): Block {
  return items.length > 0 ? { type: "list", items, isNumbered: true } : paragraph(whenNone);
}

function activityTable(rows: readonly ReportRow[]): TableBlock {
  return {
    type: "table",
    fontSizePt: 8.5,
    columns: [
      { header: "Kode", widthMm: 17 },
      { header: "Kegiatan", weight: 2 },
      { header: "Target dan realisasi", weight: 2.4 },
      { header: "Fisik", widthMm: 16, align: "right" },
      { header: "Anggaran", widthMm: 27, align: "right" },
      { header: "Belanja", widthMm: 27, align: "right" },
    ],
    rows: rows.map((row) => ({
      cells: [
        row.activityCode ?? NO_VALUE,
        row.name,
        resultsOf(row),
        formatPercent(row.physical),
        formatRupiah(row.budget),
        formatRupiah(row.spending),
      ],
    })),
  };
}

function resultsOf({ indicators }: ReportRow): string {
  const lines = indicators.map((indicator) => `${indicator.name}: ${achievementWords(indicator)}`);
  return lines.join("\n") || NO_VALUE;
}

function financeTable(report: Report): TableBlock {
  const line = (name: string, rows: readonly ReportRow[]) => {
    const budget = rows.reduce((sum, row) => sum + row.budget, 0);
    const spending = rows.reduce((sum, row) => sum + row.spending, 0);
    const percent = formatPercent(financialPercent(spending, budget));
    return [name, formatRupiah(budget), formatRupiah(spending), formatRupiah(budget - spending), percent];
  };
  const allRows = report.sections.flatMap((section) => section.rows);
  return {
    type: "table",
    fontSizePt: 8.5,
    columns: [
      { header: "Bidang", weight: 2 },
      { header: "Anggaran", widthMm: 30, align: "right" },
      { header: "Belanja", widthMm: 30, align: "right" },
      { header: "Sisa", widthMm: 30, align: "right" },
      { header: "Persen", widthMm: 16, align: "right" },
    ],
    rows: [
      ...fieldsOf(report).map(({ name, rows }) => ({ cells: line(name, rows) })),
      { emphasis: "total", cells: line("Jumlah", allRows) },
    ],
  };
}
