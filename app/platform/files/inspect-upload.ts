import { FieldError } from "#app/platform/errors.ts";
import { FILE_FIELD, MAX_FILE_BYTES } from "#app/platform/http/read-form.ts";
import { cleanImage } from "#app/platform/image/clean-image.ts";
import { ImageError } from "#app/platform/image/image-error.ts";
import { DOCX_TYPE, type SniffedType, sniffType, XLSX_TYPE } from "#app/platform/image/sniff-type.ts";
import { checkZip } from "#app/platform/zip/unpack-zip.ts";
import { ZipError } from "#app/platform/zip/zip-error.ts";
import { type AcceptedKind, acceptedWords, isAccepted } from "./accepted-kinds.ts";
import { FILE_WORDS } from "./words.ts";

export interface InspectedUpload {
  /** What is stored: a picture without EXIF, anything else as it came. */
  bytes: Uint8Array<ArrayBuffer>;
  mediaType: SniffedType;
}

/**
 * Tells what uploaded bytes are, whatever their name says, and cleans pictures.
 * @throws FieldError at `berkas` where they are too many, empty, broken, unsafe, or of a kind that the form doesn't take
 */
export function inspectUpload(
  bytes: Uint8Array<ArrayBuffer>,
  accept: readonly AcceptedKind[],
): InspectedUpload {
  if (bytes.byteLength === 0) throw refused(FILE_WORDS.empty);
  if (bytes.byteLength > MAX_FILE_BYTES) throw refused(FILE_WORDS.tooLarge);
  const mediaType = sniffType(bytes);
  if (!mediaType || !isAccepted(mediaType, accept))
    throw refused(FILE_WORDS.wrongKind(acceptedWords(accept)));
  return { bytes: safeBytes(bytes, mediaType), mediaType };
}

function safeBytes(bytes: Uint8Array<ArrayBuffer>, mediaType: SniffedType): Uint8Array<ArrayBuffer> {
  try {
    if (mediaType.startsWith("image/")) return cleanImage(bytes).bytes;
    if (mediaType === XLSX_TYPE || mediaType === DOCX_TYPE) checkZip(bytes);
    if (mediaType === "application/pdf" && !hasPdfEnd(bytes)) throw refused(FILE_WORDS.broken);
    return bytes;
  } catch (error) {
    if (error instanceof ImageError) throw refused(imageSentence(error));
    if (error instanceof ZipError) throw refused(FILE_WORDS.unsafe);
    throw error;
  }
}

/** A whole PDF ends with `%%EOF` within its last kilobyte (ISO 32000-1, Annex H, note 18). */
function hasPdfEnd(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(-1024)).includes("%%EOF");
}

function imageSentence(error: ImageError): string {
  if (error.code === "too-many-pixels") return FILE_WORDS.tooManyPixels;
  if (error.code === "animated") return FILE_WORDS.animated;
  return FILE_WORDS.broken;
}

function refused(sentence: string): FieldError {
  return new FieldError(FILE_FIELD, sentence);
}
