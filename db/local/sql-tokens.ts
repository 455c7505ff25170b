/** One token of SQL. `word` covers keywords, names and the letters before a blob's quote. */
export type Token = {
  kind: "word" | "quoted" | "string" | "parameter" | "semicolon" | "other";
  text: string;
  start: number;
  end: number;
};

// SQLite takes a byte order mark at the start of any token for a space.
const SPACE = /[ \t\n\f\r\uFEFF]+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const WORD = /[A-Za-z_\u0080-\uFFFF][A-Za-z0-9_$\u0080-\uFFFF]*/y;
const NUMBER = /[0-9][A-Za-z0-9_.]*/y;
const STRING = /'(?:[^']|'')*'/y;
const QUOTED = /"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\]/y;
const PARAMETER = /\?[0-9]*|[:@#$](?:[A-Za-z0-9_$\u0080-\uFFFF]|::)+(?:\([^)\s]*\))?/y;
const RULES: [Token["kind"], RegExp][] = [
  ["word", WORD],
  ["parameter", PARAMETER],
  ["string", STRING],
  ["quoted", QUOTED],
  ["other", NUMBER],
];

function lengthAt(pattern: RegExp, sql: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(sql) ? pattern.lastIndex - at : 0;
}

function tokenAt(sql: string, start: number): Token {
  for (const [kind, pattern] of RULES) {
    const length = lengthAt(pattern, sql, start);
    if (length > 0) return { kind, text: sql.slice(start, start + length), start, end: start + length };
  }
  const text = sql.charAt(start);
  return { kind: text === ";" ? "semicolon" : "other", text, start, end: start + 1 };
}

/** The tokens of `sql` by SQLite's own rules, without spaces and comments. Never throws. */
export function* readTokens(sql: string): Generator<Token> {
  let at = 0;
  while (at < sql.length) {
    const space = lengthAt(SPACE, sql, at);
    if (space > 0) {
      at += space;
      continue;
    }
    const token = tokenAt(sql, at);
    yield token;
    at = token.end;
  }
}

function opensTrigger(words: string[]): boolean {
  const explained = words[0] === "EXPLAIN" ? (words[1] === "QUERY" ? 3 : 1) : 0;
  const rest = words.slice(explained).filter((word) => word !== "TEMP" && word !== "TEMPORARY");
  return rest[0] === "CREATE" && rest[1] === "TRIGGER";
}

/**
 * Cuts a text into its statements, each a list of tokens without the closing semicolon; empty ones
 * are left out. A trigger's body holds semicolons and ends, as for sqlite3_complete(), at `; END ;`.
 */
export function splitTokens(sql: string): Token[][] {
  const statements: Token[][] = [];
  let current: Token[] = [];
  for (const token of readTokens(sql)) {
    if (token.kind !== "semicolon") {
      current.push(token);
      continue;
    }
    const words = current.slice(0, 6).map((each) => each.text.toUpperCase());
    const [beforeEnd, end] = current.slice(-2);
    const bodyClosed = beforeEnd?.kind === "semicolon" && end?.text.toUpperCase() === "END";
    if (opensTrigger(words) && !bodyClosed) current.push(token);
    else if (current.length > 0) {
      statements.push(current);
      current = [];
    }
  }
  if (current.length > 0) statements.push(current);
  return statements;
}
