import { vi } from "vitest";
import { connect, type DatabaseHome } from "#db/open.ts";

/** A statement as it went to the server. */
export interface SentStatement {
  namespace: string;
  sql: string;
  args: (string | number | null)[];
}

interface HranaStatement {
  sql?: string;
  sql_id?: number;
  args?: { type: string; value?: string | number }[];
}

interface HranaRequest {
  type: string;
  sql?: string;
  sql_id?: number;
  stmt?: HranaStatement;
  batch?: { steps: { stmt: HranaStatement }[] };
}

/** Runs what a page or sweep runs and gives each statement that it sent, transactions' own left out. */
export async function recordStatements(work: () => Promise<unknown>): Promise<SentStatement[]> {
  const sent: Request[] = [];
  const original = globalThis.fetch;
  const spy = vi.spyOn(globalThis, "fetch").mockImplementation((input, init) => {
    const request = new Request(input, init);
    if (new URL(request.url).pathname.endsWith("/pipeline")) sent.push(request.clone());
    return original(request);
  });
  try {
    await work();
  } finally {
    spy.mockRestore();
  }
  return (await Promise.all(sent.map(statementsOf))).flat();
}

async function statementsOf(request: Request): Promise<SentStatement[]> {
  const namespace = request.headers.get("x-namespace") ?? "";
  const { requests } = (await request.json()) as { requests: HranaRequest[] };
  const stored = new Map(
    requests.filter(({ type }) => type === "store_sql").map(({ sql_id, sql }) => [sql_id, sql]),
  );
  const statements = requests.flatMap(({ stmt, batch }) => [
    ...(stmt ? [stmt] : []),
    ...(batch?.steps ?? []).map((step) => step.stmt),
  ]);
  return statements
    .map(({ sql, sql_id, args }) => ({
      namespace,
      sql: sql ?? stored.get(sql_id) ?? "",
      args: (args ?? []).map(decodeValue),
    }))
    .filter(({ sql }) => !/^\s*(BEGIN|COMMIT|ROLLBACK)\b/i.test(sql));
}

function decodeValue({ type, value }: { type: string; value?: string | number }): string | number | null {
  if (value === undefined) return null;
  return type === "integer" || type === "float" ? Number(value) : value;
}

/** Lines of SQLite's plan for a statement, on the database to which it was sent. */
export async function explain(
  home: DatabaseHome,
  { namespace, sql, args }: SentStatement,
): Promise<string[]> {
  const { rows } = await connect(home, namespace).execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args });
  return rows.map((row) => String(row.detail));
}
