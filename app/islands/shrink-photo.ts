const MAX_BYTES = 400 * 1024;
/** Longest side in pixels and JPEG quality: the first that is small enough is taken. */
const STEPS: readonly [side: number, quality: number][] = [
  [1600, 0.8],
  [1600, 0.65],
  [1280, 0.65],
  [1024, 0.6],
  [800, 0.5],
];

/**
 * Makes a phone's photo small enough for a weak signal. Drawing it anew also leaves EXIF (place, device) behind.
 * @returns a JPEG of at most 400 KB, or the file as it is where it is no photo or can't be drawn
 */
export async function shrinkPhoto(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type)) return file;
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: "from-image" });
    let blob: Blob | null = null;
    for (const [side, quality] of STEPS) {
      blob = await draw(bitmap, side, quality);
      if (blob && blob.size <= MAX_BYTES) break;
    }
    bitmap.close();
    return blob ? new File([blob], file.name.replace(/\.\w+$/, ".jpg"), { type: "image/jpeg" }) : file;
  } catch {
    return file;
  }
}

function draw(bitmap: ImageBitmap, longestSide: number, quality: number): Promise<Blob | null> {
  const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const context = canvas.getContext("2d");
  if (!context) return Promise.resolve(null);
  // JPEG knows no transparency: what shows through is paper.
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
}
