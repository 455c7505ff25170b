export type SheetErrorCode =
  | "empty"
  | "file-too-large"
  | "old-excel"
  | "unsupported"
  | "corrupt"
  | "too-many-rows"
  | "too-many-columns"
  | "cell-too-long";

/** The one error of `platform/sheet`. `row` and `column` count from 1 and name the place, where there is one. */
export class SheetError extends Error {
  readonly code: SheetErrorCode;
  readonly row: number | null;
  readonly column: number | null;

  constructor(code: SheetErrorCode, place: { row?: number; column?: number } = {}) {
    super(`sheet ${code}${place.row ? ` at row ${place.row}` : ""}`);
    this.name = "SheetError";
    this.code = code;
    this.row = place.row ?? null;
    this.column = place.column ?? null;
  }
}
