import { join } from "node:path";
import type { InStatement } from "@libsql/client/http";
import Database from "libsql";
import { expect, it } from "vitest";
import { execute, pipeline, startServer } from "./support.ts";

const SCHEMA = `CREATE TABLE kk (id INTEGER PRIMARY KEY, nomor TEXT UNIQUE NOT NULL, jiwa INTEGER CHECK (jiwa > 0));
  CREATE TABLE warga (id INTEGER PRIMARY KEY, kk_id INTEGER REFERENCES kk (id)) STRICT;
  INSERT INTO kk VALUES (1, 'a', 1);`;

const insertKk = (nomor: string | null, jiwa: number): InStatement => ({
  sql: "INSERT INTO kk (nomor, jiwa) VALUES (?, ?)",
  args: [nomor, jiwa],
});

it.each<[string, InStatement, string]>([
  ["SQLITE_CONSTRAINT", insertKk("a", 1), "UNIQUE constraint failed: kk.nomor"],
  ["SQLITE_CONSTRAINT", insertKk(null, 1), "NOT NULL constraint failed: kk.nomor"],
  ["SQLITE_CONSTRAINT", insertKk("b", 0), "CHECK constraint failed"],
  ["SQLITE_CONSTRAINT", "INSERT INTO warga VALUES (1, 9)", "FOREIGN KEY constraint failed"],
  ["SQLITE_CONSTRAINT", "INSERT INTO warga VALUES (1, 'x')", "cannot store TEXT value in INTEGER column"],
  ["SQLITE_MISMATCH", "INSERT INTO kk (id, nomor) VALUES ('x', 'y')", "datatype mismatch"],
  ["SQLITE_TOOBIG", "SELECT zeroblob(2000000000)", "string or blob too big"],
  ["SQLITE_UNKNOWN", "SELECT * FROM nope", "no such table: nope"],
  ["SQLITE_UNKNOWN", "COMMIT", "cannot commit - no transaction is active"],
  ["SQLITE_UNKNOWN", "SELECT json('{')", "malformed JSON"],
  ["SQL_INPUT_ERROR", "SELECT nope FROM kk", "no such column: nope"],
  ["SQL_PARSE_ERROR", "SELEC 1", 'near "SELEC": syntax error'],
  ["SQL_PARSE_ERROR", "SELECT 'x", "unrecognized token"],
  ["SQL_PARSE_ERROR", "SELECT 1 +", "incomplete input"],
  ["SQL_PARSE_ERROR", "SELECT 1 \0 FROM kk", "unexpected NUL character"],
  ["SQL_PARSE_ERROR", "SELECT ?0", "no such parameter: ?0"],
  ["SQL_NO_STATEMENT", " ; -- nothing", "does not contain any statement"],
  ["SQL_MANY_STATEMENTS", "SELECT 1; SELECT 2", "more than one statement"],
  ["ARGS_INVALID", "SELECT ?", "value for parameter 1 not found"],
  ["ARGS_INVALID", { sql: "SELECT :a", args: { b: 1 } }, "value for parameter :a not found"],
  ["ARGS_INVALID", { sql: "SELECT 1", args: [1] }, "too many parameters, expected 0 found 1"],
])("is %s for %j", async (code, statement, message) => {
  const server = await startServer();
  const client = server.client();
  await client.executeMultiple(SCHEMA);
  await expect(client.execute(statement)).rejects.toMatchObject({
    code,
    message: expect.stringContaining(message),
  });
});

it.each([
  "ATTACH 'other.db' AS other",
  "\uFEFF/* */ attach 'other.db' as other",
  "EXPLAIN ATTACH 'other.db' AS other",
  "DETACH main",
  "VACUUM",
  "VACUUM INTO 'other.db'",
  "CREATE TEMP TABLE t (a)",
  'CREATE TABLE IF NOT EXISTS "temp".t (a)',
  "PRAGMA journal_mode = DELETE",
  "PRAGMA main.synchronous(OFF)",
  "PRAGMA writable_schema = ON",
  "PRAGMA wal_checkpoint",
  "PRAGMA temp_store_directory = '/tmp'",
  "EXPLAIN PRAGMA foreign_keys = OFF",
])("refuses %j, alone and in a sequence", async (sql) => {
  const server = await startServer();
  const refused = { code: "SQL_PARSE_ERROR", message: expect.stringContaining("unsupported statement") };
  await expect(server.client().execute(sql)).rejects.toMatchObject(refused);
  await expect(server.client().executeMultiple(`SELECT 1; ${sql}`)).rejects.toMatchObject(refused);
});

it("adds SQLite's extended code beside sqld's", async () => {
  const server = await startServer();
  await server.client().executeMultiple(SCHEMA);
  const { results } = await pipeline(server, [execute("INSERT INTO kk (id, nomor) VALUES (1, 'z')")]);
  expect(results[0]?.error).toEqual({
    code: "SQLITE_CONSTRAINT",
    extended_code: "SQLITE_CONSTRAINT_PRIMARYKEY",
    message: "SQLite error: UNIQUE constraint failed: kk.id",
  });
});

it("refuses arguments by position and by name at once", async () => {
  const server = await startServer();
  const value = { type: "null" };
  const stmt = { sql: "SELECT ?, :a", args: [value], named_args: [{ name: "a", value }] };
  const { results } = await pipeline(server, [{ type: "execute", stmt }]);
  expect(results[0]?.error?.code).toBe("ARGS_BOTH_POSITIONAL_AND_NAMED");
});

it("undoes one stream's settings before the next has its connection", async () => {
  const server = await startServer({ maxConnections: 1 });
  const client = server.client();
  await client.executeMultiple(SCHEMA);
  await client.execute("PRAGMA foreign_keys = OFF");
  await expect(client.execute("INSERT INTO warga VALUES (1, 9)")).rejects.toMatchObject({
    code: "SQLITE_CONSTRAINT",
  });
});

it("is SQLITE_BUSY at once while another process writes, and leaves no old state behind", async () => {
  const server = await startServer({ maxConnections: 1 });
  await server.client().executeMultiple("CREATE TABLE t (a); INSERT INTO t VALUES (1)");
  const other = new Database(join(server.dataDir, "default.db"));
  other.exec("BEGIN IMMEDIATE; UPDATE t SET a = 2");
  for (const sql of [
    "UPDATE t SET a = 9",
    "BEGIN IMMEDIATE",
    "CREATE TABLE u (a)",
    "DELETE FROM t RETURNING a",
  ]) {
    await expect(server.client().execute(sql)).rejects.toMatchObject({ code: "SQLITE_BUSY" });
  }
  other.exec("COMMIT");
  other.close();
  expect((await server.client().execute("SELECT a FROM t")).rows[0]?.a).toBe(2);
  await server.client().execute("UPDATE t SET a = 3");
  expect((await server.client().execute("SELECT a FROM t")).rows[0]?.a).toBe(3);
});
