import { NO_ARGUMENTS } from "./arguments.ts";
import { type ReadyStep, runBatch } from "./batch.ts";
import { type HranaError, ProtocolError, SqlError, toHranaError } from "./errors.ts";
import type { SqlReference, StatementRequest, Step, Version } from "./protocol.ts";
import {
  asObject,
  type Json,
  readBatch,
  readSqlId,
  readSqlReference,
  readStatement,
  readText,
} from "./protocol.ts";
import { ResponseBudget, ResultCollector, type StatementResult } from "./results.ts";
import { parseStatement, parseStatements } from "./statement.ts";
import type { Stream } from "./streams.ts";

const MAX_STORED_SQLS = 50;
const MAX_STORED_SQL_BYTES = 5_000;

type Context = { stream: Stream; version: Version; budget: ResponseBudget };
type Answer = { type: string } & Json;
export type StreamResult = { type: "ok"; response: Answer } | { type: "error"; error: HranaError };

function findSql(stream: Stream, reference: SqlReference): string {
  if ("sql" in reference) return reference.sql;
  const sql = stream.sqls.get(reference.sqlId);
  if (sql === undefined) throw new ProtocolError(`SQL text ${reference.sqlId} not found`);
  return sql;
}

async function execute(stream: Stream, request: StatementRequest, budget: ResponseBudget) {
  const statement = parseStatement(findSql(stream, request.sql));
  const collector = new ResultCollector(request.wantRows, budget);
  return collector.finish(await stream.session.execute(statement, request.args, collector));
}

/** Finds and parses every text of a batch before the first step runs. Throws SqlError or ProtocolError. */
export function prepareSteps(stream: Stream, steps: Step[]): ReadyStep[] {
  return steps.map(({ condition, statement: { sql, args, wantRows } }) => {
    return { condition, statement: parseStatement(findSql(stream, sql)), args, wantRows };
  });
}

async function batch(stream: Stream, steps: ReadyStep[], budget: ResponseBudget) {
  const stepResults: (StatementResult | null)[] = steps.map(() => null);
  const stepErrors: (HranaError | null)[] = steps.map(() => null);
  await runBatch(steps, stream.session, {
    async run({ statement, args, wantRows }, index) {
      const collector = new ResultCollector(wantRows, budget);
      stepResults[index] = collector.finish(await stream.session.execute(statement, args, collector));
    },
    failed(error, index) {
      stepErrors[index] = toHranaError(error);
    },
    skipped: () => undefined,
  });
  return { step_results: stepResults, step_errors: stepErrors };
}

async function runSequence({ stream, budget }: Context, request: Json): Promise<void> {
  for (const statement of parseStatements(findSql(stream, readSqlReference(request)))) {
    await stream.session.execute(statement, NO_ARGUMENTS, new ResultCollector(false, budget));
  }
}

async function describe({ stream }: Context, request: Json) {
  const statement = parseStatement(findSql(stream, readSqlReference(request)));
  return {
    cols: await stream.session.describe(statement),
    params: statement.parameters.map((name) => ({ name })),
    is_explain: statement.isExplain,
    is_readonly: !statement.writes,
  };
}

function storeSql({ stream: { sqls } }: Context, request: Json): void {
  const id = readSqlId(request.sql_id);
  const sql = readText(request.sql, "`sql`");
  if (sqls.has(id)) throw new ProtocolError(`SQL text ${id} already exists`);
  if (sqls.size >= MAX_STORED_SQLS) {
    const message = `The server already stores ${sqls.size} SQL texts, it cannot store more`;
    throw new SqlError("SQL_STORE_TOO_MANY", message);
  }
  const bytes = Buffer.byteLength(sql);
  if (bytes > MAX_STORED_SQL_BYTES) {
    const message = `The statement is too large to be stored: ${bytes} B/${MAX_STORED_SQL_BYTES} B`;
    throw new SqlError("SQL_STORE_TOO_LARGE", message);
  }
  sqls.set(id, sql);
}

async function answer(context: Context, type: unknown, request: Json): Promise<Answer> {
  const { stream, version, budget } = context;
  switch (type) {
    case "execute":
      return { type, result: await execute(stream, readStatement(request.stmt), budget) };
    case "batch": {
      const steps = prepareSteps(stream, readBatch(request.batch, version));
      return { type, result: await batch(stream, steps, budget) };
    }
    case "sequence":
      await runSequence(context, request);
      return { type };
    case "describe":
      return { type, result: await describe(context, request) };
    case "get_autocommit":
      if (version < 3) {
        const what = "The `get_autocommit` request";
        throw new ProtocolError(`${what} is only supported in protocol version hrana3 and higher`);
      }
      return { type, is_autocommit: stream.session.isAutocommit };
    default:
      throw new ProtocolError("StreamRequest type not recognized");
  }
}

async function answerAny(context: Context, request: Json): Promise<Answer> {
  const { type } = request;
  const { stream } = context;
  if (type === "close") stream.isClosed = true;
  else if (type === "store_sql") storeSql(context, request);
  else if (type === "close_sql") stream.sqls.delete(readSqlId(request.sql_id));
  else if (stream.isClosed) throw new ProtocolError("Stream for this baton was closed");
  else return answer(context, type, request);
  return { type };
}

/** Answers one request of a pipeline. Throws ProtocolError, which ends the stream. */
export async function handleRequest(
  stream: Stream,
  json: unknown,
  version: Version,
  maxResponseBytes: number,
): Promise<StreamResult> {
  const context = { stream, version, budget: new ResponseBudget(maxResponseBytes) };
  try {
    return { type: "ok", response: await answerAny(context, asObject(json, "a request")) };
  } catch (error) {
    if (error instanceof SqlError) return { type: "error", error: toHranaError(error) };
    throw error;
  }
}
