export type ImageErrorCode = "unsupported" | "truncated" | "corrupt" | "too-many-pixels" | "animated";

/** The one error of `platform/image`: a picture that is broken, hostile, too large or of a kind not taken. */
export class ImageError extends Error {
  readonly code: ImageErrorCode;

  constructor(code: ImageErrorCode, detail: string) {
    super(`image ${code}: ${detail}`);
    this.name = "ImageError";
    this.code = code;
  }
}
