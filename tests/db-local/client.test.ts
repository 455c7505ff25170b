import type { Client } from "@libsql/client/http";
import { createClient as createWebClient } from "@libsql/client/web";
import { beforeEach, describe, expect, it } from "vitest";
import { startServer, type TestServer, withNamespace } from "./support.ts";

let server: TestServer;
let client: Client;

beforeEach(async () => {
  server = await startServer();
  await server.create("desa");
  client = server.client("desa");
  await client.execute("CREATE TABLE warga (id INTEGER PRIMARY KEY, nama TEXT UNIQUE NOT NULL)");
});

const insert = (nama: string) => ({ sql: "INSERT INTO warga (nama) VALUES (?)", args: [nama] });
const names = async (from: Pick<Client, "execute"> = client) =>
  (await from.execute("SELECT nama FROM warga ORDER BY id")).rows.map((row) => row.nama);

describe("execute", () => {
  it("gives columns, their declared types, rows, counts and the last rowid", async () => {
    const inserted = await client.execute(insert("Sri"));
    expect([inserted.rowsAffected, inserted.lastInsertRowid]).toEqual([1, 1n]);
    const read = await client.execute("SELECT id, nama, 1 AS satu FROM warga");
    expect(read.columns).toEqual(["id", "nama", "satu"]);
    expect(read.columnTypes).toEqual(["INTEGER", "TEXT", ""]);
    expect(read.rows[0]).toMatchObject({ id: 1, nama: "Sri", satu: 1 });
    expect([read.rowsAffected, read.lastInsertRowid]).toEqual([0, undefined]);
  });

  it("counts what RETURNING, UPDATE and DELETE changed", async () => {
    const returned = await client.execute("INSERT INTO warga (nama) VALUES ('A'), ('B') RETURNING id");
    expect(returned.rows.map((row) => row.id)).toEqual([1, 2]);
    expect([returned.rowsAffected, returned.lastInsertRowid]).toEqual([2, 2n]);
    expect((await client.execute("UPDATE warga SET nama = nama || '!'")).rowsAffected).toBe(2);
    expect((await client.execute("DELETE FROM warga WHERE id = 1")).rowsAffected).toBe(1);
    expect((await client.execute("INSERT OR IGNORE INTO warga (nama) VALUES ('B!')")).rowsAffected).toBe(0);
  });

  it("binds arguments by name and with every sign", async () => {
    const sql = "SELECT :a AS a, @b AS b, $c AS c, :a AS again";
    const { rows } = await client.execute({ sql, args: { a: 1, b: "dua", c: null } });
    expect(rows[0]).toMatchObject({ a: 1, b: "dua", c: null, again: 1 });
  });

  it("gives integers as the client asks for", async () => {
    const big = server.client("desa", { intMode: "bigint" });
    const { rows } = await big.execute("SELECT 9223372036854775807 AS n");
    expect(rows[0]?.n).toBe(9223372036854775807n);
  });
});

describe("batch", () => {
  it.each(["write", "read", "deferred"] as const)("runs a %s batch in order", async (mode) => {
    await client.execute(insert("Sri"));
    const results = await client.batch(["SELECT 1 AS n", "SELECT count(*) AS n FROM warga"], mode);
    expect(results.map(({ rows }) => rows[0]?.n)).toEqual([1, 1]);
  });

  it.each(["write", "deferred"] as const)("keeps nothing of a %s batch that fails", async (mode) => {
    const failing = client.batch([insert("A"), insert("B"), insert("A"), insert("C")], mode);
    await expect(failing).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT", statementIndex: 2 });
    expect(await names()).toEqual([]);
  });

  it("refuses to write in a read batch", async () => {
    await expect(client.batch([insert("A")], "read")).rejects.toMatchObject({ code: "SQLITE_READONLY" });
    expect(await names()).toEqual([]);
  });

  it("sends a repeated statement's text once and runs it each time", async () => {
    const many = Array.from({ length: 200 }, (_, index) => insert(`warga ${index}`));
    await client.batch(many, "write");
    expect(await names()).toHaveLength(200);
  });
});

describe("migrate", () => {
  it("switches foreign keys off for itself and on again", async () => {
    await client.execute("CREATE TABLE kk (id INTEGER PRIMARY KEY, warga_id INTEGER REFERENCES warga (id))");
    await client.migrate(["INSERT INTO kk VALUES (1, 99)", "ALTER TABLE kk ADD COLUMN alamat TEXT"]);
    expect((await client.execute("SELECT * FROM kk")).columns).toEqual(["id", "warga_id", "alamat"]);
    const orphan = client.execute("INSERT INTO kk (id, warga_id) VALUES (2, 98)");
    await expect(orphan).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT" });
  });

  it("keeps nothing of one that fails", async () => {
    const failing = client.migrate(["CREATE TABLE dusun (id INTEGER)", "CREATE TABLE warga (id INTEGER)"]);
    await expect(failing).rejects.toThrow("already exists");
    await expect(client.execute("SELECT * FROM dusun")).rejects.toThrow("no such table: dusun");
  });
});

describe("transaction", () => {
  it("commits what execute, batch and executeMultiple wrote", async () => {
    const transaction = await client.transaction("write");
    await transaction.execute(insert("A"));
    await transaction.batch([insert("B"), insert("C")]);
    await transaction.executeMultiple(
      "INSERT INTO warga (nama) VALUES ('D'); DELETE FROM warga WHERE nama = 'B'",
    );
    expect(await names(transaction)).toEqual(["A", "C", "D"]);
    expect(await names()).toEqual([]);
    await transaction.commit();
    expect(transaction.closed).toBe(true);
    expect(await names()).toEqual(["A", "C", "D"]);
  });

  it("rolls back, and close does so too", async () => {
    const rolledBack = await client.transaction();
    await rolledBack.execute(insert("A"));
    await rolledBack.rollback();
    const closed = await client.transaction("deferred");
    await closed.executeMultiple("INSERT INTO warga (nama) VALUES ('B')");
    closed.close();
    await client.execute(insert("C"));
    expect(await names()).toEqual(["C"]);
  });

  it("goes on after a statement that failed", async () => {
    const transaction = await client.transaction("write");
    await transaction.execute(insert("A"));
    await expect(transaction.execute(insert("A"))).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT" });
    await transaction.execute(insert("B"));
    await transaction.commit();
    expect(await names()).toEqual(["A", "B"]);
  });

  it("sees one state in a read transaction while others write, and may not write", async () => {
    const reading = await client.transaction("read");
    expect(await names(reading)).toEqual([]);
    await client.execute(insert("A"));
    expect(await names(reading)).toEqual([]);
    await expect(reading.execute(insert("B"))).rejects.toMatchObject({ code: "SQLITE_READONLY" });
    await reading.commit();
    expect(await names()).toEqual(["A"]);
  });

  it("refuses to go on once it is over", async () => {
    const transaction = await client.transaction("write");
    await transaction.execute(insert("A"));
    await transaction.commit();
    await expect(transaction.execute("SELECT 1")).rejects.toMatchObject({ code: "TRANSACTION_CLOSED" });
  });
});

describe("the rest of the client", () => {
  it("runs many statements, triggers included, until one fails", async () => {
    await client.executeMultiple(`
      CREATE TABLE log (pesan TEXT); -- a comment; with a semicolon
      CREATE TRIGGER catat AFTER INSERT ON warga BEGIN
        INSERT INTO log VALUES ('satu; ' || NEW.nama);
        INSERT INTO log SELECT CASE WHEN 1 THEN 'dua' END;
      END;
      INSERT INTO warga (nama) VALUES ('A');`);
    expect((await client.execute("SELECT pesan FROM log")).rows.map((row) => row.pesan)).toEqual([
      "satu; A",
      "dua",
    ]);
    const failing = client.executeMultiple(
      "INSERT INTO log VALUES ('x'); SELECT nope; INSERT INTO log VALUES ('y')",
    );
    await expect(failing).rejects.toMatchObject({ code: "SQL_INPUT_ERROR" });
    expect((await client.execute("SELECT count(*) AS n FROM log")).rows[0]?.n).toBe(3);
  });

  it("speaks http, syncs nothing, closes and reconnects", async () => {
    expect(client.protocol).toBe("http");
    expect(() => client.sync()).toThrow("sync not supported");
    client.close();
    expect(client.closed).toBe(true);
    await expect(client.execute("SELECT 1")).rejects.toThrow("closed");
    client.reconnect();
    expect(await names()).toEqual([]);
  });

  it("serves the client that runs in workers", async () => {
    const web = createWebClient({ url: server.url, fetch: withNamespace("desa") });
    await web.batch([insert("A"), insert("B")], "write");
    const transaction = await web.transaction("read");
    expect(await names(transaction)).toEqual(["A", "B"]);
    transaction.close();
  });

  it("searches text by FTS5", async () => {
    await client.executeMultiple(`CREATE VIRTUAL TABLE cari USING fts5 (nama, tokenize = 'trigram');
      INSERT INTO cari VALUES ('Batu Layar'), ('Senggigi'), ('Batulayar Barat');`);
    const { rows } = await client.execute("SELECT nama FROM cari WHERE cari MATCH 'lay' ORDER BY rank");
    expect(rows.map((row) => row.nama).sort()).toEqual(["Batu Layar", "Batulayar Barat"]);
    const counted = await client.batch(["INSERT INTO cari (cari) VALUES ('optimize')", "SELECT 1"], "write");
    expect(counted).toHaveLength(2);
  });
});
