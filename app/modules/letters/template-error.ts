import { ConflictError } from "#app/platform/errors.ts";

/** A template that can't be drawn; the sentence names the line. */
export class TemplateError extends ConflictError {
  readonly line: number | null;

  /** @param line of the template, from 1; null where none can be told */
  constructor(line: number | null, message: string) {
    super(line === null ? message : `Baris ${line}: ${message}`);
    this.line = line;
  }
}
