import { describe, expect, it } from "vitest";
import { execute, integer, pipeline, startServer } from "./support.ts";

const ok = (step: number) => ({ type: "ok", step });
const failed = (step: number) => ({ type: "error", step });
const not = (cond: unknown) => ({ type: "not", cond });
const step = (sql: string, condition?: unknown) => ({ stmt: { sql }, condition });
const batch = (...steps: unknown[]) => ({ type: "batch", batch: { steps } });

describe("the endpoints", () => {
  it("say which versions and encodings there are", async () => {
    const server = await startServer();
    const status = async (path: string) => (await fetch(server.url + path)).status;
    expect([await status("v2"), await status("v3"), await status("health")]).toEqual([200, 200, 200]);
    expect([await status("v3-protobuf"), await status("v1"), await status("")]).toEqual([404, 404, 404]);
    expect((await server.post("v3-protobuf/pipeline", "")).status).toBe(404);
  });

  it.each(["v2/pipeline", "v3/pipeline"])("answer %s in Hrana's words", async (path) => {
    const server = await startServer();
    const create = execute("CREATE TABLE t (id INTEGER PRIMARY KEY, nama VARCHAR(20))");
    const insert = execute("INSERT INTO t (nama) VALUES (?)", [{ type: "text", value: "Sri" }]);
    const requests = [create, insert, execute("SELECT *, 1.5 AS x FROM t"), { type: "close" }];
    const { results, baton, base_url } = await pipeline(server, requests, null, path);
    expect([baton, base_url]).toEqual([null, null]);
    expect(results[1]).toMatchObject({
      type: "ok",
      response: {
        type: "execute",
        result: { cols: [], rows: [], affected_row_count: 1, last_insert_rowid: "1", rows_written: 1 },
      },
    });
    expect(results[2]?.response?.result).toMatchObject({
      cols: [
        { name: "id", decltype: "INTEGER" },
        { name: "nama", decltype: "VARCHAR(20)" },
        { name: "x", decltype: null },
      ],
      rows: [[integer(1), { type: "text", value: "Sri" }, { type: "float", value: 1.5 }]],
      affected_row_count: 0,
      last_insert_rowid: null,
      rows_read: 1,
      query_duration_ms: expect.any(Number),
    });
    expect(results[3]).toEqual({ type: "ok", response: { type: "close" } });
  });
});

describe("a stream", () => {
  it("keeps its SQL texts, and forgets them when told", async () => {
    const server = await startServer();
    const store = { type: "store_sql", sql_id: 7, sql: "SELECT ? + 1" };
    const run = { type: "execute", stmt: { sql_id: 7, args: [integer(41)] } };
    const first = await pipeline(server, [store, run]);
    expect(first.results[1]?.response?.result?.rows).toEqual([[integer(42)]]);
    const next = await pipeline(server, [run, { type: "close_sql", sql_id: 7 }], first.baton);
    expect(next.results[0]?.type).toBe("ok");
    const body = { baton: next.baton, requests: [run] };
    const unknown = await server.post("v3/pipeline", body);
    expect([unknown.status, await unknown.text()]).toEqual([400, "SQL text 7 not found"]);
  });

  it("refuses too many and too long texts, and an id in use", async () => {
    const server = await startServer();
    const store = (sql_id: number, sql = "SELECT 1") => ({ type: "store_sql", sql_id, sql });
    const many = Array.from({ length: 51 }, (_, id) => store(id));
    const { results } = await pipeline(server, [store(99, `SELECT '${"x".repeat(5_000)}'`), ...many]);
    expect(results[0]?.error?.code).toBe("SQL_STORE_TOO_LARGE");
    expect(results[51]?.error?.code).toBe("SQL_STORE_TOO_MANY");
    const twice = await server.post("v3/pipeline", { baton: null, requests: [store(1), store(1)] });
    expect([twice.status, await twice.text()]).toEqual([400, "SQL text 1 already exists"]);
  });

  it("tells whether it is in a transaction, from version 3 on", async () => {
    const server = await startServer();
    const ask = { type: "get_autocommit" };
    const { results } = await pipeline(server, [ask, execute("BEGIN"), ask, execute("ROLLBACK"), ask]);
    expect([0, 2, 4].map((index) => results[index]?.response?.is_autocommit)).toEqual([true, false, true]);
    const old = await server.post("v2/pipeline", { baton: null, requests: [ask] });
    expect([old.status, await old.text()]).toEqual([400, expect.stringContaining("hrana3")]);
  });

  it("describes a statement without running it", async () => {
    const server = await startServer();
    const describeSql = (sql: string) => ({ type: "describe", sql });
    const { results } = await pipeline(server, [
      execute("CREATE TABLE t (id INTEGER PRIMARY KEY, nama TEXT)"),
      describeSql("SELECT nama, id + ?2 FROM t WHERE id = :id AND nama <> ?"),
      describeSql("DELETE FROM t RETURNING id"),
      describeSql("EXPLAIN DELETE FROM t"),
      describeSql("SELECT * FROM nope"),
    ]);
    expect(results[1]?.response?.result).toEqual({
      params: [{ name: null }, { name: "?2" }, { name: ":id" }, { name: null }],
      cols: [
        { name: "nama", decltype: "TEXT" },
        { name: "id + ?2", decltype: null },
      ],
      is_explain: false,
      is_readonly: true,
    });
    expect(results[2]?.response?.result).toMatchObject({ is_readonly: false, cols: [{ name: "id" }] });
    expect(results[3]?.response?.result).toMatchObject({ is_readonly: true, is_explain: true });
    expect(results[4]?.error?.message).toContain("no such table: nope");
  });

  it("runs a sequence up to the statement that fails", async () => {
    const server = await startServer();
    const sequence = {
      type: "sequence",
      sql: "CREATE TABLE t (a); INSERT INTO t VALUES (1); SELECT 1; SELECT b FROM t",
    };
    const { results } = await pipeline(server, [sequence, execute("SELECT count(*) FROM t")]);
    expect(results[0]?.error?.code).toBe("SQL_INPUT_ERROR");
    expect(results[1]?.response?.result?.rows).toEqual([[integer(1)]]);
  });

  it("sends no rows that nobody wants, and a limit to those that are wanted", async () => {
    const server = await startServer({ maxResponseBytes: 5_000 });
    const sql =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) SELECT i FROM n";
    const insert = `CREATE TABLE t AS ${sql}`;
    const returning = "UPDATE t SET i = i + 1 RETURNING i";
    const { results } = await pipeline(server, [
      { type: "execute", stmt: { sql, want_rows: false } },
      execute(sql),
      execute(insert),
      execute(returning),
      execute("SELECT min(i) FROM t"),
    ]);
    expect(results[0]?.response?.result?.rows).toEqual([]);
    expect(results[1]?.error?.code).toBe("RESPONSE_TOO_LARGE");
    expect(results[3]?.error?.code).toBe("RESPONSE_TOO_LARGE");
    // What it changed stays, once, and is committed.
    expect(results[4]?.response?.result?.rows).toEqual([[integer(2)]]);
    expect((await server.client().execute("UPDATE t SET i = i + 1")).rowsAffected).toBe(1_000);
  });

  it("holds on to nothing of a result that was too large", async () => {
    const server = await startServer({ maxResponseBytes: 5_000 });
    const numbers =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) SELECT i FROM n";
    await server.client().execute(`CREATE TABLE t AS ${numbers}`);
    const { results, baton } = await pipeline(server, [execute("SELECT i FROM t")]);
    expect(results[0]?.error?.code).toBe("RESPONSE_TOO_LARGE");
    await server.client().execute("UPDATE t SET i = i + 1");
    const next = await pipeline(server, [execute("SELECT min(i) FROM t")], baton);
    expect(next.results[0]?.response?.result?.rows).toEqual([[integer(2)]]);
  });
});

describe("a batch", () => {
  it("runs each step whose condition holds", async () => {
    const server = await startServer();
    const { results } = await pipeline(server, [
      batch(
        step("SELECT 0"),
        step("SELECT nope"),
        step("SELECT 2", ok(0)),
        step("SELECT 3", ok(1)),
        step("SELECT 4", failed(1)),
        step("SELECT 5", failed(3)),
        step("SELECT 6", not(ok(3))),
        step("SELECT 7", { type: "and", conds: [ok(0), failed(1)] }),
        step("SELECT 8", { type: "and", conds: [ok(0), ok(1)] }),
        step("SELECT 9", { type: "or", conds: [ok(1), ok(0)] }),
        step("SELECT 10", { type: "or", conds: [] }),
        step("SELECT 11", { type: "and", conds: [] }),
        step("BEGIN", { type: "is_autocommit" }),
        step("SELECT 13", { type: "is_autocommit" }),
        step("ROLLBACK", not({ type: "is_autocommit" })),
      ),
    ]);
    const result = results[0]?.response?.result as unknown as {
      step_results: unknown[];
      step_errors: unknown[];
    };
    const ran = result.step_results.flatMap((each, index) => (each === null ? [] : [index]));
    expect(ran).toEqual([0, 2, 4, 6, 7, 9, 11, 12, 14]);
    const errors = result.step_errors.flatMap((each, index) => (each === null ? [] : [index]));
    expect(errors).toEqual([1]);
  });

  it.each([
    ["a later step", step("SELECT 1", ok(0)), "Invalid reference to step"],
    ["an unknown kind", step("SELECT 1", { type: "maybe" }), "BatchCond type not recognized"],
  ])("is refused when a condition names %s", async (_, bad, message) => {
    const server = await startServer();
    const response = await server.post("v3/pipeline", { baton: null, requests: [batch(bad)] });
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining(message)]);
  });

  it("knows is_autocommit from version 3 on", async () => {
    const server = await startServer();
    const requests = [batch(step("SELECT 1", { type: "is_autocommit" }))];
    expect((await server.post("v2/pipeline", { baton: null, requests })).status).toBe(400);
  });
});

describe("a cursor", () => {
  async function readCursor(response: Response): Promise<Record<string, unknown>[]> {
    expect(response.status).toBe(200);
    return (await response.text())
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
  }

  it("gives a batch's columns, rows and errors line by line, and a baton to go on", async () => {
    const server = await startServer();
    const steps = [
      step("CREATE TABLE t (a TEXT)"),
      step("INSERT INTO t VALUES ('x'), ('y') RETURNING a"),
      step("INSERT INTO t VALUES (abs(1, 2))"),
      step("SELECT 1", ok(2)),
      step("BEGIN"),
    ];
    const [head, ...entries] = await readCursor(
      await server.post("v3/cursor", { baton: null, batch: { steps } }),
    );
    expect(entries).toEqual([
      { type: "step_begin", step: 0, cols: [] },
      { type: "step_end", affected_row_count: 0, last_insert_rowid: null },
      { type: "step_begin", step: 1, cols: [{ name: "a", decltype: "TEXT" }] },
      { type: "row", row: [{ type: "text", value: "x" }] },
      { type: "row", row: [{ type: "text", value: "y" }] },
      { type: "step_end", affected_row_count: 2, last_insert_rowid: "2" },
      { type: "step_error", step: 2, error: expect.objectContaining({ code: "SQL_INPUT_ERROR" }) },
      { type: "step_begin", step: 4, cols: [] },
      { type: "step_end", affected_row_count: 0, last_insert_rowid: null },
    ]);
    const next = await pipeline(server, [{ type: "get_autocommit" }], String(head?.baton));
    expect(next.results[0]?.response?.is_autocommit).toBe(false);
  });

  it("tells an error of the whole batch in its last line", async () => {
    const server = await startServer();
    const lines = await readCursor(
      await server.post("v3/cursor", { batch: { steps: [step("SELECT 1; SELECT 2")] } }),
    );
    expect(lines[1]).toEqual({
      type: "error",
      error: expect.objectContaining({ code: "SQL_MANY_STATEMENTS" }),
    });
  });

  it("ends with its reader, and lets the next one in", async () => {
    const server = await startServer({ maxConnections: 1 });
    const sql = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n";
    const endless = await server.post("v3/cursor", { batch: { steps: [step(sql)] } });
    await endless.body?.cancel();
    const { results } = await pipeline(server, [execute("SELECT 1"), { type: "close" }]);
    expect(results[0]?.type).toBe("ok");
  });
});

describe("what is no request", () => {
  it.each([
    ["no JSON", "{"],
    ["not an object", "[]"],
    ["no list of requests", { baton: null }],
    ["a request of no kind", { requests: [{ type: "dance" }] }],
    ["a request that is null", { requests: [null] }],
    ["neither sql nor sql_id", { requests: [{ type: "execute", stmt: {} }] }],
    ["both sql and sql_id", { requests: [{ type: "execute", stmt: { sql: "SELECT 1", sql_id: 1 } }] }],
    ["sql of the wrong type", { requests: [{ type: "execute", stmt: { sql: 1 } }] }],
    ["a value of no type", { requests: [execute("SELECT ?", [{ value: "1" }])] }],
    ["an integer that is a number", { requests: [execute("SELECT ?", [{ type: "integer", value: 1 }])] }],
    ["an integer too large", { requests: [execute("SELECT ?", [integer(2n ** 63n)])] }],
    ["a blob that is no base64", { requests: [execute("SELECT ?", [{ type: "blob", base64: "a*" }])] }],
    ["a request after close", { requests: [{ type: "close" }, execute("SELECT 1")] }],
  ])("is answered 400: %s", async (_, body) => {
    const server = await startServer();
    expect((await server.post("v3/pipeline", body)).status).toBe(400);
  });

  it("is answered 400 when it is not UTF-8", async () => {
    const server = await startServer();
    const response = await fetch(`${server.url}v3/pipeline`, {
      method: "POST",
      body: new Uint8Array([0x22, 0xff, 0x22]),
    });
    expect(response.status).toBe(400);
  });

  it("is answered 413 when it is too large, said or unsaid", async () => {
    const server = await startServer({ maxRequestBytes: 1_000 });
    const body = JSON.stringify({ requests: [execute(`SELECT '${"x".repeat(2_000)}'`)] });
    expect((await server.post("v3/pipeline", body)).status).toBe(413);
    const init = { method: "POST", body: new Blob([body]).stream(), duplex: "half" };
    expect((await fetch(`${server.url}v3/pipeline`, init)).status).toBe(413);
    expect((await pipeline(server, [execute("SELECT 1")])).results[0]?.type).toBe("ok");
  });
});
