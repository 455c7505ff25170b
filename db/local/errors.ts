/** What the client did wrong in one request or statement; the stream lives on. Codes are sqld's. */
export class SqlError extends Error {
  readonly code: string;
  /** SQLite's own extended name, as SQLITE_CONSTRAINT_UNIQUE; sqld knows only the primary code. */
  readonly extendedCode: string | undefined;

  constructor(code: string, message: string, extendedCode?: string) {
    super(message);
    this.code = code;
    this.extendedCode = extendedCode;
  }
}

/** A breach of the protocol: HTTP 400 with plain text, and the stream is closed. */
export class ProtocolError extends Error {}

/** The stream was idle for too long; its transaction was rolled back. HTTP 400. */
export class StreamExpiredError extends Error {
  readonly code = "STREAM_EXPIRED";

  constructor() {
    super("The stream has expired due to inactivity");
  }
}

/** Any other refusal: this status with `{"error": message}`. */
export class HttpError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** An error as Hrana writes it. `extended_code` is ours: clients ignore what they do not know. */
export type HranaError = { message: string; code: string; extended_code?: string };

export function toHranaError(error: SqlError): HranaError {
  const plain = { message: error.message, code: error.code };
  return error.extendedCode === undefined ? plain : { ...plain, extended_code: error.extendedCode };
}

/** sqld's names for SQLite's primary result codes; whatever is missing here is SQLITE_UNKNOWN there. */
const PRIMARY_CODES: Record<number, string> = {
  2: "SQLITE_INTERNAL",
  3: "SQLITE_PERM",
  4: "SQLITE_ABORT",
  5: "SQLITE_BUSY",
  6: "SQLITE_LOCKED",
  7: "SQLITE_NOMEM",
  8: "SQLITE_READONLY",
  9: "SQLITE_INTERRUPT",
  10: "SQLITE_IOERR",
  11: "SQLITE_CORRUPT",
  12: "SQLITE_NOTFOUND",
  13: "SQLITE_FULL",
  14: "SQLITE_CANTOPEN",
  15: "SQLITE_PROTOCOL",
  17: "SQLITE_SCHEMA",
  18: "SQLITE_TOOBIG",
  19: "SQLITE_CONSTRAINT",
  20: "SQLITE_MISMATCH",
  21: "SQLITE_MISUSE",
  22: "SQLITE_NOLFS",
  23: "SQLITE_AUTH",
  25: "SQLITE_RANGE",
  26: "SQLITE_NOTADB",
};

const PARSE_ERROR = /syntax error$|^unrecognized token|^incomplete input|^parser stack overflow/;
const INPUT_ERROR = /^no such column|^ambiguous column name|^no such function|^wrong number of arguments/;

/**
 * Names an error of the native package as sqld would. sqld parses with a second parser and adds
 * offsets; both are told here by SQLite's messages, without the offset.
 */
export function fromNative(error: unknown): SqlError {
  if (!(error instanceof Error)) return new SqlError("SQLITE_UNKNOWN", `SQLite error: ${String(error)}`);
  const { code, rawCode } = error as Error & { code?: string; rawCode?: number };
  if (rawCode === 1 && PARSE_ERROR.test(error.message)) {
    return new SqlError("SQL_PARSE_ERROR", `SQL string could not be parsed: ${error.message}`, code);
  }
  if (rawCode === 1 && INPUT_ERROR.test(error.message)) {
    return new SqlError("SQL_INPUT_ERROR", `SQL input error: ${error.message}`, code);
  }
  const primary = PRIMARY_CODES[(rawCode ?? 1) & 0xff] ?? "SQLITE_UNKNOWN";
  return new SqlError(primary, `SQLite error: ${error.message}`, code);
}

export function busyError(): SqlError {
  return new SqlError("SQLITE_BUSY", "SQLite error: database is locked", "SQLITE_BUSY");
}
