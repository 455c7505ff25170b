import { SqlError } from "./errors.ts";
import { pragmaEffect } from "./pragmas.ts";
import { splitTokens, type Token } from "./sql-tokens.ts";

/**
 * One SQL statement and what it needs. The native package does not tell whether a statement writes;
 * SQLite's grammar does, by the first keyword (after WITH: the first one behind the tables).
 */
export type Statement = {
  sql: string;
  /** Needs the namespace's writer: changes the file, or begins a transaction that may. */
  writes: boolean;
  begins: "readonly" | "other" | undefined;
  isRollback: boolean;
  /** INSERT, REPLACE, UPDATE or DELETE: has a count of changed rows. */
  isChange: boolean;
  /** INSERT or REPLACE: has a last rowid. */
  isInsert: boolean;
  isExplain: boolean;
  /** Changes how its connection behaves, which must not leak to the next stream. */
  touchesConnection: boolean;
  /** By position, from 1: the name with its sign, or null for a bare `?` and for gaps. */
  parameters: (string | null)[];
};

const CHANGES = new Set(["INSERT", "REPLACE", "UPDATE", "DELETE"]);
const WRITES = new Set([...CHANGES, ..."CREATE DROP ALTER REINDEX ANALYZE".split(" ")]);
const MAX_PARAMETER = 32_766;

function parseError(reason: string): SqlError {
  return new SqlError("SQL_PARSE_ERROR", `SQL string could not be parsed: ${reason}`);
}

function verbOf(tokens: Token[]): string {
  const first = tokens[0]?.text.toUpperCase() ?? "";
  if (first !== "WITH") return first;
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.text === "(") depth += 1;
    if (token.text === ")") depth -= 1;
    const word = token.text.toUpperCase();
    const closesTable = depth === 0 && tokens[index - 1]?.text === ")";
    if (closesTable && (CHANGES.has(word) || word === "SELECT" || word === "VALUES")) return word;
  }
  return "SELECT";
}

function isTemporary(tokens: Token[]): boolean {
  const names = tokens.slice(0, 8).map((token) => token.text.replace(/^["'`[]|["'`\]]$/g, "").toUpperCase());
  if (names[1] === "TEMP" || names[1] === "TEMPORARY") return true;
  return names.some((name, index) => name === "TEMP" && names[index + 1] === ".");
}

function listParameters(tokens: Token[]): (string | null)[] {
  const names: (string | null)[] = [];
  for (const { text } of tokens.filter((token) => token.kind === "parameter")) {
    const numbered = text.startsWith("?") && text.length > 1;
    const position = numbered ? Number(text.slice(1)) : text === "?" ? 0 : names.indexOf(text) + 1;
    if (position > MAX_PARAMETER || (numbered && position < 1))
      throw parseError(`no such parameter: ${text}`);
    if (position === 0) names.push(text === "?" ? null : text);
    else {
      while (names.length < position) names.push(null);
      names[position - 1] ??= text;
    }
  }
  return names;
}

function describeEffect(tokens: Token[], sql: string) {
  const isExplain = tokens[0]?.text.toUpperCase() === "EXPLAIN";
  const inner = isExplain ? tokens.slice(tokens[1]?.text.toUpperCase() === "QUERY" ? 3 : 1) : tokens;
  const verb = verbOf(inner);
  const second = inner[1]?.text.toUpperCase() ?? "";
  const pragma = verb === "PRAGMA" ? pragmaEffect(inner) : undefined;
  const begins = verb !== "BEGIN" ? undefined : inner.at(-1)?.text.toUpperCase() === "READONLY";
  if (pragma === "refused" || (isExplain && pragma === "connection") || isTemporary(inner)) {
    throw parseError(`unsupported statement: ${sql}`);
  }
  if (/^(ATTACH|DETACH|VACUUM)$/.test(verb)) throw parseError(`unsupported statement: ${sql}`);
  const locks = verb === "BEGIN" && (second === "IMMEDIATE" || second === "EXCLUSIVE");
  return {
    isExplain,
    verb: isExplain ? "EXPLAIN" : verb,
    writes: !isExplain && (WRITES.has(verb) || pragma === "write" || locks),
    begins:
      begins === undefined || isExplain ? undefined : begins ? ("readonly" as const) : ("other" as const),
    touchesConnection: pragma === "connection",
  };
}

function toStatement(tokens: Token[], source: string): Statement {
  const sql = source.slice(tokens[0]?.start, tokens.at(-1)?.end);
  const { verb, ...effect } = describeEffect(tokens, sql);
  return {
    sql,
    ...effect,
    isRollback: verb === "ROLLBACK" && !tokens.some((token) => token.text.toUpperCase() === "TO"),
    isChange: CHANGES.has(verb),
    isInsert: verb === "INSERT" || verb === "REPLACE",
    parameters: listParameters(tokens),
  };
}

/** The statements of a text, in order. Throws SqlError for what sqld refuses (ATTACH, VACUUM, TEMP ...). */
export function parseStatements(sql: string): Statement[] {
  // To SQLite a NUL ends the text: what follows would be dropped without a word.
  if (sql.includes("\0")) throw parseError("unexpected NUL character");
  return splitTokens(sql).map((tokens) => toStatement(tokens, sql));
}

const CACHE_SIZE = 2_000;
const CACHED_SQL_LENGTH = 20_000;
const parsed = new Map<string, Statement>();

/** The one statement of a text. Throws SqlError SQL_NO_STATEMENT or SQL_MANY_STATEMENTS. */
export function parseStatement(sql: string): Statement {
  const known = parsed.get(sql);
  if (known) return known;
  const [statement, ...others] = parseStatements(sql);
  if (!statement) throw new SqlError("SQL_NO_STATEMENT", "SQL string does not contain any statement");
  if (others.length > 0) {
    throw new SqlError("SQL_MANY_STATEMENTS", "SQL string contains more than one statement");
  }
  if (parsed.size >= CACHE_SIZE) parsed.clear();
  if (sql.length <= CACHED_SQL_LENGTH) parsed.set(sql, statement);
  return statement;
}
