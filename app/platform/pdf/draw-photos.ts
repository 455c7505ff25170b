import type { PhotosBlock } from "#app/platform/document/blocks.ts";
import { mmToPt } from "#app/platform/document/paper.ts";
import { lineHeight, type PdfCanvas, type TextStyle } from "./canvas.ts";
import { drawLine } from "./draw-lines.ts";
import { fitInside, type PlacedImage } from "./images.ts";
import type { TextLine } from "./wrap-text.ts";

const CAPTION: TextStyle = { size: 8.5 };
const GAP = mmToPt(5);
/** Height of a photo's frame by its width. */
const FRAME_RATIO = 0.75;
const NO_PHOTO = "Foto tidak dapat ditampilkan";

interface LaidPhoto {
  image: PlacedImage | null;
  caption: TextLine[];
}

/** Photos in a grid, each row with its captions kept whole. A photo that can't be read leaves a frame that says so. */
export function drawPhotos(canvas: PdfCanvas, block: PhotosBlock, images: (PlacedImage | null)[]): void {
  const perRow = block.perRow ?? 2;
  const width = (canvas.width - GAP * (perRow - 1)) / perRow;
  for (let from = 0; from < block.photos.length; from += perRow) {
    const row = block.photos.slice(from, from + perRow).map((photo, index) => ({
      image: images[from + index] ?? null,
      caption: canvas.wrap(photo.caption ?? "", width, CAPTION),
    }));
    drawPhotoRow(canvas, row, width);
  }
}

function drawPhotoRow(canvas: PdfCanvas, row: LaidPhoto[], width: number): void {
  const frameHeight = width * FRAME_RATIO;
  const heights = row.map(({ image }) => (image ? fitInside(image, width, frameHeight).height : frameHeight));
  const height = Math.max(...heights);
  const captionHeight = Math.max(...row.map(({ caption }) => caption.length)) * lineHeight(CAPTION);
  canvas.ensure(height + captionHeight + GAP);
  row.forEach((photo, index) => {
    const x = canvas.left + index * (width + GAP);
    if (photo.image) drawPhoto(canvas, photo.image, x, width, height);
    else drawMissing(canvas, x, width, height);
    photo.caption.forEach((line, at) => {
      drawLine(
        canvas,
        line,
        CAPTION,
        { x, width, align: "center" },
        canvas.y - height - 3 - at * lineHeight(CAPTION),
      );
    });
  });
  canvas.y -= height + captionHeight + GAP;
}

function drawPhoto(canvas: PdfCanvas, image: PlacedImage, x: number, width: number, height: number): void {
  const size = fitInside(image, width, height);
  const left = x + (width - size.width) / 2;
  const top = canvas.y - (height - size.height) / 2;
  canvas.picture(image, left, top, size.width, size.height);
  canvas.box(left, top, size.width, size.height, { border: 0.4 });
}

function drawMissing(canvas: PdfCanvas, x: number, width: number, height: number): void {
  canvas.box(x, canvas.y, width, height, { border: 0.4 });
  const line = { text: NO_PHOTO, isLast: true };
  drawLine(
    canvas,
    line,
    { ...CAPTION, face: "italic" },
    { x, width, align: "center" },
    canvas.y - height / 2 + 6,
  );
}
