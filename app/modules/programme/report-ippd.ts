import { mmToPt, type PageSetup, resolvePage } from "#app/platform/document/paper.ts";
import { lineHeight, openCanvas, type PdfCanvas, type TextStyle } from "#app/platform/pdf/canvas.ts";
import { drawLine, drawLines } from "#app/platform/pdf/draw-lines.ts";
import { openFile } from "#app/platform/pdf/open-file.ts";
import { drawBlock } from "#app/platform/pdf/render-pdf.ts";
import { formatDate } from "#app/ui/format.ts";
import { formatPercent, formatRupiah } from "./format-rules.ts";
import { barPercent } from "./progress-rules.ts";
import { isBeforeYearEnd } from "./report-asof-rules.ts";
import { type ReportFacts, villageTitle } from "./report-paper.ts";
import type { ReportRow } from "./report-rules.ts";
import { IPPD_WORDS } from "./report-words.ts";

const BIG: TextStyle = { size: 34, face: "bold" };
const SMALL: TextStyle = { size: 10 };
const LABEL: TextStyle = { size: 12, face: "bold" };
const MONEY: TextStyle = { size: 20, face: "bold" };
const ROW: TextStyle = { size: 10 };
const ROW_HEIGHT = mmToPt(11);
const BAR = mmToPt(4);
const GAP = mmToPt(5);

/**
 * The IPPD poster (information to the residents, Permendagri 46/2016): one upright page with the year's three
 * percentages as large numbers, the money, and a bar for each activity, as many as fit; it says how many don't.
 */
export async function ippdPoster(
  facts: ReportFacts,
  paper: PageSetup["paper"],
): Promise<Uint8Array<ArrayBuffer>> {
  const { report, village, madeAt, issuer } = facts;
  const title = `Informasi penyelenggaraan pemerintahan ${villageTitle(village)} ${report.year}`;
  const file = await openFile({ title, author: villageTitle(village), createdAt: madeAt });
  const margins = { top: 12, right: 18, bottom: 14, left: 18 };
  const canvas = await openCanvas(file, resolvePage({ paper, marginsMm: margins }), issuer);
  await drawBlock(file, canvas, facts.letterhead);
  await drawBlock(file, canvas, {
    type: "title",
    text: IPPD_WORDS.title(report.year),
    lines: [
      IPPD_WORDS.asOf(formatDate(report.asOf), isBeforeYearEnd(report.year, report.period, report.asOf)),
    ],
  });
  drawNumbers(canvas, facts);
  drawMoney(canvas, facts);
  drawActivities(canvas, facts);
  return new Uint8Array(await file.save());
}

/** Three columns: the number, its bar, and what it means. */
function drawNumbers(canvas: PdfCanvas, { report }: ReportFacts): void {
  const width = (canvas.width - 2 * GAP) / 3;
  const numbers: [string, string, number | null][] = [
    [IPPD_WORDS.physical, IPPD_WORDS.physicalMeans, report.physical],
    [IPPD_WORDS.financial, IPPD_WORDS.financialMeans, report.financial],
    [IPPD_WORDS.elapsed, IPPD_WORDS.elapsedMeans, report.elapsed],
  ];
  const top = canvas.y;
  const bottoms = numbers.map(([label, means, percent], index) => {
    const frame = { x: canvas.left + index * (width + GAP), width, align: "center" as const };
    canvas.y = top;
    drawLines(canvas, canvas.wrap(label, width, LABEL), LABEL, frame);
    drawLines(canvas, canvas.wrap(formatPercent(percent), width, BIG), BIG, frame);
    drawBar(canvas, frame.x, width, percent);
    canvas.y -= BAR + 6;
    drawLines(canvas, canvas.wrap(means, width, SMALL), SMALL, frame);
    return canvas.y;
  });
  canvas.y = Math.min(...bottoms) - GAP;
}

function drawMoney(canvas: PdfCanvas, { report }: ReportFacts): void {
  const width = (canvas.width - GAP) / 2;
  const top = canvas.y;
  const amounts: [string, number][] = [
    [IPPD_WORDS.budget, report.budget],
    [IPPD_WORDS.spending, report.spending],
  ];
  const height = lineHeight(LABEL) + lineHeight(MONEY) + 10;
  amounts.forEach(([label, rupiah], index) => {
    const frame = { x: canvas.left + index * (width + GAP), width, align: "center" as const };
    canvas.box(frame.x, top, width, height, { fill: 0.94, border: 0.6 });
    canvas.y = top - 4;
    drawLines(canvas, canvas.wrap(label, width, LABEL), LABEL, frame);
    drawLines(canvas, canvas.wrap(formatRupiah(rupiah), width, MONEY), MONEY, frame);
  });
  canvas.y = top - height - GAP;
}

/** One line an activity while there is room; the rest is counted in a sentence, never left out in silence. */
function drawActivities(canvas: PdfCanvas, { report }: ReportFacts): void {
  const rows = report.sections.flatMap((section) => section.rows);
  drawLines(canvas, canvas.wrap(IPPD_WORDS.activities, canvas.width, LABEL), LABEL, {
    x: canvas.left,
    width: canvas.width,
  });
  canvas.y -= 4;
  const closing = canvas.wrap(IPPD_WORDS.closing, canvas.width, SMALL);
  const room = canvas.room - (closing.length + 1) * lineHeight(SMALL) - 6;
  const shown = rows.slice(0, Math.max(0, Math.floor(room / ROW_HEIGHT)));
  for (const row of shown) drawActivity(canvas, row);
  const rest = rows.length - shown.length;
  const sentence = rest > 0 ? `${IPPD_WORDS.more(rest)} ${IPPD_WORDS.closing}` : IPPD_WORDS.closing;
  drawLines(canvas, canvas.wrap(sentence, canvas.width, SMALL), SMALL, {
    x: canvas.left,
    width: canvas.width,
  });
}

function drawActivity(canvas: PdfCanvas, row: ReportRow): void {
  const nameWidth = canvas.width * 0.5;
  const barX = canvas.left + nameWidth + GAP;
  const barWidth = canvas.width - nameWidth - GAP;
  const [first = "", second = "", third] = canvas.wrap(row.name, nameWidth, ROW).map(({ text }) => text);
  const lines = [first, third === undefined ? second : `${second} …`].filter((line) => line !== "");
  lines.forEach((text, index) => {
    const top = canvas.y - index * lineHeight(ROW);
    drawLine(canvas, { text, isLast: true }, ROW, { x: canvas.left, width: nameWidth }, top);
  });
  const money = IPPD_WORDS.spentOf(formatRupiah(row.spending), formatRupiah(row.budget));
  const caption = `${formatPercent(row.physical, IPPD_WORDS.notMeasured)} · ${money}`;
  drawLine(canvas, { text: caption, isLast: true }, { ...ROW, size: 9 }, { x: barX, width: barWidth });
  const top = canvas.y;
  canvas.y = top - lineHeight(ROW) - 1;
  drawBar(canvas, barX, barWidth, row.physical);
  canvas.y = top - ROW_HEIGHT;
}

function drawBar(canvas: PdfCanvas, x: number, width: number, percent: number | null): void {
  const filled = (width * barPercent(percent)) / 100;
  if (filled > 0) canvas.box(x, canvas.y, filled, BAR, { fill: 0.35 });
  canvas.box(x, canvas.y, width, BAR, { border: 0.5 });
}
