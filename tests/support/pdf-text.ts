import { PDFDocument } from "@cantoo/pdf-lib";

export interface PdfPageText {
  /** Points. */
  width: number;
  height: number;
  /** Lines from top to bottom; pieces that stand on one line are joined by a blank. */
  text: string;
  /** What was drawn, in the order of drawing: a table cell's lines follow each other here. Points from the bottom left. */
  runs: { text: string; x: number; y: number; size: number }[];
}

const SAME_LINE_POINTS = 2;

/** Reads each page's size and text out of a PDF's content streams. */
export async function readPdf(bytes: Uint8Array): Promise<PdfPageText[]> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  return file.getPages().map((page) => {
    const runs = page.extractContents().flatMap((asset) => {
      if (asset.kind !== "text") return [];
      return [{ text: asset.getText(), x: asset.x, y: asset.y, size: asset.fontSize }];
    });
    return { width: page.getWidth(), height: page.getHeight(), text: toLines(runs), runs };
  });
}

/** Only the text of each page, top to bottom. */
export async function readPdfText(bytes: Uint8Array): Promise<string[]> {
  return (await readPdf(bytes)).map(({ text }) => text);
}

function toLines(runs: PdfPageText["runs"]): string {
  const lines: PdfPageText["runs"][] = [];
  for (const run of runs.toSorted((a, b) => b.y - a.y)) {
    const last = lines.at(-1);
    if (last?.[0] && last[0].y - run.y < SAME_LINE_POINTS) last.push(run);
    else lines.push([run]);
  }
  const inOrder = lines.map((line) => line.toSorted((a, b) => a.x - b.x));
  return inOrder.map((line) => line.map(({ text }) => text).join(" ")).join("\n");
}
