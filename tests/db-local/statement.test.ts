import Database from "libsql";
import { afterAll, describe, expect, it } from "vitest";
import { parseStatement, parseStatements } from "#db/local/statement.ts";

const database = new Database(":memory:");
database.exec("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT); CREATE VIEW v AS SELECT * FROM t");
database.exec("CREATE VIRTUAL TABLE f USING fts5 (b); CREATE INDEX i ON t (b)");
afterAll(() => database.close());

/** SQLite's own answer: does its program begin a writing transaction? */
function writesBySqlite(sql: string): boolean {
  const program = database.prepare(`EXPLAIN ${sql}`).all([]) as { opcode: string; p2: number }[];
  return program.some(({ opcode, p2 }) => opcode === "Transaction" && p2 > 0);
}

describe("whether a statement writes", () => {
  it.each([
    "SELECT * FROM v",
    "select(1)",
    "VALUES (1), (2)",
    "WITH x AS (SELECT 1) SELECT * FROM x",
    'WITH RECURSIVE "insert" (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM "insert" WHERE n < 5) SELECT * FROM "insert"',
    "WITH replace AS (SELECT 1) SELECT replace('a', 'b', 'c') FROM replace",
    "SELECT * FROM f WHERE f MATCH 'x'",
    "INSERT INTO t (b) VALUES ('x') RETURNING a",
    "/* a */ -- b\n insert into t default values",
    "REPLACE INTO t VALUES (1, 'x')",
    "WITH x (n) AS (SELECT 1) INSERT INTO t SELECT n, n FROM x",
    "WITH x AS NOT MATERIALIZED (SELECT 1) UPDATE t SET b = 1",
    "WITH x AS (SELECT ')' || 1), y AS (SELECT 2) DELETE FROM t WHERE a IN x RETURNING b",
    "UPDATE f SET b = 'x'",
    "INSERT INTO f (f) VALUES ('optimize')",
    "CREATE TABLE u AS SELECT 1",
    "CREATE UNIQUE INDEX j ON t (b)",
    "CREATE VIEW w AS SELECT 1",
    "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; SELECT 2; END",
    "ALTER TABLE t ADD COLUMN c",
    "DROP TABLE t",
    "DROP VIEW IF EXISTS v",
    "REINDEX i",
    "ANALYZE",
    "BEGIN",
    "BEGIN DEFERRED TRANSACTION",
    "BEGIN TRANSACTION READONLY",
    "BEGIN IMMEDIATE",
    "BEGIN EXCLUSIVE TRANSACTION",
    "COMMIT",
    "END TRANSACTION",
    "ROLLBACK",
    "SAVEPOINT s",
    "RELEASE s",
    "PRAGMA user_version",
    "PRAGMA main.user_version = 3",
    "PRAGMA table_info(t)",
    "PRAGMA foreign_key_check",
  ])("is told as SQLite itself would: %s", (sql) => {
    expect(parseStatement(sql).writes).toBe(writesBySqlite(sql));
  });

  it("is no for what EXPLAIN only shows", () => {
    expect(parseStatement("EXPLAIN DELETE FROM t")).toMatchObject({
      writes: false,
      isExplain: true,
      isChange: false,
    });
    expect(parseStatement("EXPLAIN QUERY PLAN BEGIN IMMEDIATE").writes).toBe(false);
  });

  it("is told with what it counts", () => {
    expect(parseStatement("WITH x AS (SELECT 1) INSERT INTO t SELECT 1, 2")).toMatchObject({
      isChange: true,
      isInsert: true,
    });
    expect(parseStatement("DELETE FROM t")).toMatchObject({ isChange: true, isInsert: false });
    expect(parseStatement("ROLLBACK").isRollback).toBe(true);
    expect(parseStatement("ROLLBACK TO s").isRollback).toBe(false);
  });
});

describe("cutting a text into statements", () => {
  const cut = (sql: string) => parseStatements(sql).map((statement) => statement.sql);

  it("sees through strings, names and comments", () => {
    expect(cut("SELECT 'a;''b', \"c;\"\"d\", [e;f], `g;h` /* ; */ -- ;\n;; SELECT 2 ;")).toEqual([
      "SELECT 'a;''b', \"c;\"\"d\", [e;f], `g;h`",
      "SELECT 2",
    ]);
    expect(cut("/* never closed ; SELECT 1")).toEqual([]);
  });

  it("keeps a trigger whole, whatever is in its body", () => {
    const trigger = `CREATE TRIGGER IF NOT EXISTS g AFTER UPDATE ON t WHEN CASE WHEN 1 THEN 1 END BEGIN
      UPDATE t SET b = CASE a WHEN 1 THEN 'x' END;
      SELECT 1;
    END`;
    expect(cut(`${trigger}; SELECT 1`)).toEqual([trigger, "SELECT 1"]);
    expect(cut(`CREATE TABLE trigger_log (a); ${trigger}`)).toHaveLength(2);
  });

  it("numbers parameters as SQLite does", () => {
    const sql = "SELECT ?, ?3, :a, ?, @b, $c, :a, ':no', x'00', \"?\" -- ?";
    expect(parseStatement(sql).parameters).toEqual([null, null, "?3", ":a", null, "@b", "$c"]);
  });
});
