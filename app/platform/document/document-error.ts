export type DocumentErrorCode = "unreadable-image" | "too-many-columns" | "no-room";

/** The one error of `renderPdf` and `renderDocx`: blocks that can't be put on the page as asked. */
export class DocumentError extends Error {
  readonly code: DocumentErrorCode;

  constructor(code: DocumentErrorCode, detail: string) {
    super(`document ${code}: ${detail}`);
    this.name = "DocumentError";
    this.code = code;
  }
}
