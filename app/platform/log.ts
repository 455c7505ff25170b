import { errorText, stackOf } from "./error-text.ts";

/** One line of JSON per event; never carries identifiers of residents or secrets. */
export interface Log {
  info(event: string, fields?: Record<string, unknown>): void;
  error(event: string, error: unknown, fields?: Record<string, unknown>): void;
}

/**
 * Makes a log whose lines carry `base` (request id, village).
 * @param write where a finished line goes; the default is the platform's console
 */
export function createLog(base: Record<string, unknown>, write: (line: string) => void = writeLine): Log {
  const line = (level: string, event: string, fields: Record<string, unknown>) =>
    write(JSON.stringify({ level, event, ...base, ...fields }));
  return {
    info: (event, fields = {}) => line("info", event, fields),
    error: (event, error, fields = {}) =>
      line("error", event, { ...fields, error: errorText(error), stack: stackOf(error) }),
  };
}

function writeLine(line: string): void {
  console.log(line);
}
