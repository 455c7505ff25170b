import { Paragraph, type Table } from "docx";
import type { Signature, SignaturesBlock } from "#app/platform/document/blocks.ts";
import { mmToTwips } from "#app/platform/document/paper.ts";
import { layoutTable } from "./layout-table.ts";
import { paragraphOf } from "./paragraphs.ts";

const SPACE_MM = 20;
const MAX_BESIDE = 3;
const NOTE_PT = 7.5;

/**
 * Signature blocks side by side, as `renderPdf` places them. A QR code vouches for a paper as it was issued, so a copy
 * that anybody may edit carries its address alone.
 */
export function buildSignatures(block: SignaturesBlock, contentWidthMm: number): (Table | Paragraph)[] {
  const count = block.signatures.length;
  if (count === 0) return [];
  const perRow = count <= MAX_BESIDE ? count : 2;
  const slots = Math.max(2, perRow);
  const rows: Paragraph[][][] = [];
  for (let from = 0; from < count; from += perRow) {
    const row = block.signatures.slice(from, from + perRow);
    const tallest = Math.max(...row.map(({ above }) => above.length));
    const cells = row.map((signature) => buildSignature(signature, tallest));
    const empty = Array.from({ length: slots - cells.length }, () => [new Paragraph({})]);
    rows.push(perRow === 1 ? [...empty, ...cells] : [...cells, ...empty]);
  }
  const widths = Array.from({ length: slots }, () => contentWidthMm / slots);
  const check = block.check
    ? [`${block.check.note} ${block.check.link}`].map((text) =>
        paragraphOf(text, { sizePt: NOTE_PT }, { spacing: { before: 240 } }),
      )
    : [];
  return [new Paragraph({ keepNext: true }), layoutTable(widths, rows), ...check];
}

function buildSignature({ above, name, below }: Signature, tallest: number): Paragraph[] {
  const padding = Array.from({ length: tallest - above.length }, () => "");
  const signed = paragraphOf(
    name,
    { isBold: true, isUnderlined: true, align: "center" },
    { spacing: { before: mmToTwips(SPACE_MM) } },
  );
  return [
    ...[...padding, ...above].map((line) => paragraphOf(line, { align: "center" })),
    signed,
    ...(below ?? []).map((line) => paragraphOf(line, { align: "center" })),
  ];
}
