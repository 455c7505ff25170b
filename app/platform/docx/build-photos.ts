import { AlignmentType, Paragraph, type Table } from "docx";
import type { PhotosBlock } from "#app/platform/document/blocks.ts";
import { findImage } from "#app/platform/document/check-image.ts";
import { layoutTable } from "./layout-table.ts";
import { paragraphOf } from "./paragraphs.ts";
import { pictureOf } from "./pictures.ts";

const GAP_MM = 5;
const FRAME_RATIO = 0.75;
const CAPTION_PT = 8.5;
const NO_PHOTO = "Foto tidak dapat ditampilkan";

/** Photos in a grid with captions; one that can't be read leaves a sentence in its place. */
export function buildPhotos(block: PhotosBlock, contentWidthMm: number): Table[] {
  if (block.photos.length === 0) return [];
  const perRow = block.perRow ?? 2;
  const slot = contentWidthMm / perRow;
  const cells = block.photos.map((photo) => buildPhoto(photo, slot - GAP_MM));
  const rows: Paragraph[][][] = [];
  for (let from = 0; from < cells.length; from += perRow) {
    rows.push(Array.from({ length: perRow }, (_, index) => cells[from + index] ?? [new Paragraph({})]));
  }
  return [
    layoutTable(
      Array.from({ length: perRow }, () => slot),
      rows,
    ),
  ];
}

function buildPhoto({ image, caption }: PhotosBlock["photos"][number], widthMm: number): Paragraph[] {
  const checked = findImage(image);
  const picture = checked
    ? new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [pictureOf(checked, widthMm, widthMm * FRAME_RATIO, caption ?? "Foto")],
      })
    : paragraphOf(NO_PHOTO, { sizePt: CAPTION_PT, isItalic: true, align: "center" });
  const words = paragraphOf(
    caption ?? "",
    { sizePt: CAPTION_PT, align: "center" },
    { spacing: { before: 40, after: 120 } },
  );
  return [picture, words];
}
