export type DocumentErrorCode = "unreadable-image" | "too-many-columns" | "no-room" | "unknown-letters";

/** The one error of `renderPdf` and `renderDocx`: blocks that can't be put on the page as asked. */
export class DocumentError extends Error {
  readonly code: DocumentErrorCode;
  /** What could not be put: for `unknown-letters` the letters, blanks between them. */
  readonly detail: string;

  constructor(code: DocumentErrorCode, detail: string) {
    super(`document ${code}: ${detail}`);
    this.name = "DocumentError";
    this.code = code;
    this.detail = detail;
  }
}
