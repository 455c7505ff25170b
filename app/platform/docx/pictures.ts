import { ImageRun } from "docx";
import type { CheckedImage } from "#app/platform/document/check-image.ts";
import { isSideways, type Orientation } from "#app/platform/image/orientation.ts";

const PX_PER_MM = 96 / 25.4;

/** Word's turn (clockwise, in degrees) and flip, flip first, that show a stored picture upright. */
const TURNS: Record<Orientation, { rotation?: number; flip?: { horizontal?: boolean; vertical?: boolean } }> =
  {
    1: {},
    2: { flip: { horizontal: true } },
    3: { rotation: 180 },
    4: { flip: { vertical: true } },
    5: { rotation: 270, flip: { horizontal: true } },
    6: { rotation: 90 },
    7: { rotation: 90, flip: { horizontal: true } },
    8: { rotation: 270 },
  };

/** A picture as large as fits into the frame (mm) with its own proportions. */
export function pictureOf(image: CheckedImage, widthMm: number, heightMm: number, name: string): ImageRun {
  const scale = Math.min(widthMm / image.width, heightMm / image.height) * PX_PER_MM;
  const shown = { width: Math.round(image.width * scale), height: Math.round(image.height * scale) };
  const stored = isSideways(image.orientation) ? { width: shown.height, height: shown.width } : shown;
  return new ImageRun({
    type: image.type === "image/png" ? "png" : "jpg",
    data: image.bytes,
    transformation: { ...stored, ...TURNS[image.orientation] },
    altText: { name, title: name, description: name },
  });
}
