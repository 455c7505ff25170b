import { errorText, stackOf } from "./error-text.ts";
import { helpCodeOf } from "./ids.ts";

/** One line of JSON per event; never carries identifiers of residents or secrets. */
export interface Log {
  info(event: string, fields?: Record<string, unknown>): void;
  error(event: string, error: unknown, fields?: Record<string, unknown>): void;
}

/**
 * Makes a log whose lines carry `base` (request id, village). Lines of errors carry the code that the person was shown.
 * @param write where a finished line goes; the default is the platform's console
 */
export function createLog(base: Record<string, unknown>, write: (line: string) => void = writeLine): Log {
  const line = (level: string, event: string, fields: Record<string, unknown>) =>
    write(JSON.stringify({ at: new Date().toISOString(), level, event, ...base, ...fields }));
  const { requestId } = base;
  const code = typeof requestId === "string" ? { helpCode: helpCodeOf(requestId) } : {};
  return {
    info: (event, fields = {}) => line("info", event, fields),
    error: (event, error, fields = {}) =>
      line("error", event, { ...code, ...fields, error: errorText(error), stack: stackOf(error) }),
  };
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An address as a log may hold it: words and ids of records stay, tokens of links and long numbers do not. */
export function loggedPath(pathname: string): string {
  const isPlain = (part: string) => ID.test(part) || (/^[\w.-]{0,24}$/.test(part) && !/\d{5}/.test(part));
  return pathname
    .split("/")
    .map((part) => (isPlain(part) ? part : "…"))
    .join("/");
}

function writeLine(line: string): void {
  console.log(line);
}
