export type ZipErrorCode =
  | "not-a-zip"
  | "corrupt"
  | "encrypted"
  | "unsupported"
  | "unsafe-path"
  | "too-many-entries"
  | "too-large";

/** The one error of `platform/zip`: an archive that is broken, hostile or beyond the limits. */
export class ZipError extends Error {
  readonly code: ZipErrorCode;

  constructor(code: ZipErrorCode, detail: string) {
    super(`zip ${code}: ${detail}`);
    this.name = "ZipError";
    this.code = code;
  }
}
