import type { Arguments } from "./arguments.ts";
import { ProtocolError } from "./errors.ts";
import { decodeValue, type NativeValue } from "./values.ts";

export type Version = 2 | 3;
export type Json = Record<string, unknown>;

/** A statement of a request: its text, or the id of a stored one. */
export type StatementRequest = { sql: SqlReference; args: Arguments; wantRows: boolean };
export type SqlReference = { sql: string } | { sqlId: number };

export type Condition =
  | { type: "ok" | "error"; step: number }
  | { type: "not"; condition: Condition }
  | { type: "and" | "or"; conditions: Condition[] }
  | { type: "is_autocommit" };

export type Step = { condition: Condition | undefined; statement: StatementRequest };

const MAX_CONDITION_DEPTH = 100;

export function asObject(json: unknown, what: string): Json {
  if (typeof json === "object" && json !== null && !Array.isArray(json)) return json as Json;
  throw new ProtocolError(`Cannot deserialize client message from JSON: ${what} is not an object`);
}

export function asArray(json: unknown, what: string): unknown[] {
  if (Array.isArray(json)) return json;
  throw new ProtocolError(`Cannot deserialize client message from JSON: ${what} is not an array`);
}

function optional<Value>(json: unknown, isValue: (json: unknown) => json is Value, what: string) {
  if (json === undefined || json === null) return undefined;
  if (isValue(json)) return json;
  throw new ProtocolError(`Cannot deserialize client message from JSON: ${what} has the wrong type`);
}

const isString = (json: unknown): json is string => typeof json === "string";
const isBoolean = (json: unknown): json is boolean => typeof json === "boolean";
const isInt32 = (json: unknown): json is number => Number.isInteger(json) && (Number(json) | 0) === json;
const isUint32 = (json: unknown): json is number => Number.isInteger(json) && Number(json) >>> 0 === json;

export function readText(json: unknown, what: string): string {
  const text = optional(json, isString, what);
  if (text === undefined) throw new ProtocolError(`Cannot deserialize client message from JSON: no ${what}`);
  return text;
}

export function readSqlId(json: unknown): number {
  const id = optional(json, isInt32, "`sql_id`");
  if (id === undefined) throw new ProtocolError("Cannot deserialize client message from JSON: no `sql_id`");
  return id;
}

export function readBaton(json: unknown): string | undefined {
  return optional(json, isString, "`baton`");
}

/** Reads `sql` or `sql_id` of a request. Throws ProtocolError unless it has exactly one. */
export function readSqlReference(request: Json): SqlReference {
  const sql = optional(request.sql, isString, "`sql`");
  const sqlId = optional(request.sql_id, isInt32, "`sql_id`");
  if (sql !== undefined && sqlId === undefined) return { sql };
  if (sql === undefined && sqlId !== undefined) return { sqlId };
  const reason = sql === undefined ? "are required" : "are required, but not both";
  throw new ProtocolError(`Either \`sql\` or \`sql_id\` ${reason}`);
}

function readArguments(request: Json): Arguments {
  const positional = asArray(request.args ?? [], "`args`").map(decodeValue);
  const named = new Map<string, NativeValue>();
  for (const each of asArray(request.named_args ?? [], "`named_args`")) {
    const { name, value } = asObject(each, "a named argument");
    named.set(readText(name, "`name`"), decodeValue(value));
  }
  return { positional, named };
}

/** Reads a `Stmt`. Throws ProtocolError, and SqlError for a value that this server cannot keep. */
export function readStatement(json: unknown): StatementRequest {
  const request = asObject(json, "`stmt`");
  const wantRows = optional(request.want_rows, isBoolean, "`want_rows`") ?? true;
  return { sql: readSqlReference(request), args: readArguments(request), wantRows };
}

function readStepIndex(json: unknown, before: number): number {
  const step = optional(json, isUint32, "`step`");
  if (step === undefined || step >= before) {
    throw new ProtocolError("Invalid reference to step in a batch condition");
  }
  return step;
}

function readCondition(json: unknown, before: number, version: Version, depth = 0): Condition {
  if (depth > MAX_CONDITION_DEPTH) throw new ProtocolError("Batch condition is nested too deeply");
  const { type, step, cond, conds } = asObject(json, "a batch condition");
  const readInner = (inner: unknown) => readCondition(inner, before, version, depth + 1);
  if (type === "ok" || type === "error") return { type, step: readStepIndex(step, before) };
  if (type === "not") return { type, condition: readInner(cond) };
  if (type === "and" || type === "or") return { type, conditions: asArray(conds, "`conds`").map(readInner) };
  if (type !== "is_autocommit") throw new ProtocolError("BatchCond type not recognized");
  if (version >= 3) return { type };
  const what = "BatchCond of type `is_autocommit`";
  throw new ProtocolError(`${what} is only supported in protocol version hrana3 and higher`);
}

/** Reads a `Batch`. Conditions may only name earlier steps. Throws ProtocolError or SqlError. */
export function readBatch(json: unknown, version: Version): Step[] {
  const steps = asArray(asObject(json, "`batch`").steps, "`steps`");
  return steps.map((each, index) => {
    const { condition, stmt } = asObject(each, "a step");
    const hasCondition = condition !== undefined && condition !== null;
    return {
      condition: hasCondition ? readCondition(condition, index, version) : undefined,
      statement: readStatement(stmt),
    };
  });
}
