import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { execute, makeDirectory, pipeline, startServer, type TestServer } from "./support.ts";

const answerOf = async (response: Response) => [response.status, await response.text()];
const errorOf = (message: string) => JSON.stringify({ error: message });

async function fill(server: TestServer, namespace: string, rows: number): Promise<void> {
  const inserts = Array.from({ length: rows }, (_, index) => `INSERT INTO t VALUES ('${index}')`);
  await server.client(namespace).batch(["CREATE TABLE t (a TEXT PRIMARY KEY)", ...inserts], "write");
}

const countIn = async (server: TestServer, namespace: string) =>
  (await server.client(namespace).execute("SELECT count(*) AS n FROM t")).rows[0]?.n;

describe("namespaces", () => {
  it("are made empty, once, and listed", async () => {
    const server = await startServer();
    expect(await answerOf(await server.admin("POST", "namespaces/desa-1/create", { body: "{}" }))).toEqual([
      200,
      "",
    ]);
    const again = await server.admin("POST", "namespaces/desa-1/create", { body: "{}" });
    expect(await answerOf(again)).toEqual([400, errorOf("Namespace `desa-1` already exists")]);
    expect(await (await server.admin("GET", "namespaces")).json()).toEqual({
      namespaces: ["default", "desa-1"],
    });
    const schema = await server.client("desa-1").execute("SELECT count(*) AS n FROM sqlite_schema");
    expect(schema.rows[0]?.n).toBe(0);
    expect((await server.client("desa-1").execute("PRAGMA journal_mode")).rows[0]?.journal_mode).toBe("wal");
    expect((await server.client("desa-1").execute("PRAGMA synchronous")).rows[0]?.synchronous).toBe(2);
  });

  it("are 404 when they do not exist, for clients and for the admin", async () => {
    const server = await startServer();
    const missing = errorOf("Namespace `nope` doesn't exist");
    const asked = await server.post("v2/pipeline", { baton: null, requests: [] }, { "x-namespace": "nope" });
    expect(await answerOf(asked)).toEqual([404, missing]);
    expect(await answerOf(await server.admin("DELETE", "namespaces/nope"))).toEqual([404, missing]);
    expect(await answerOf(await server.admin("POST", "namespaces/nope/fork/b"))).toEqual([404, missing]);
    await expect(server.client("nope").execute("SELECT 1")).rejects.toMatchObject({ code: "SERVER_ERROR" });
    expect((await server.admin("POST", "namespaces/desa/unknown")).status).toBe(404);
    expect(readdirSync(server.dataDir).filter((name) => name.endsWith(".db"))).toEqual(["default.db"]);
  });

  it("are named by x-namespace-bin too, which goes first", async () => {
    const server = await startServer();
    await server.create("desa");
    await fill(server, "desa", 3);
    const bin = Buffer.from("desa").toString("base64").replace(/=+$/, "");
    const ask = (headers: Record<string, string>) =>
      server.post("v3/pipeline", { baton: null, requests: [execute("SELECT count(*) FROM t")] }, headers);
    const body = (await (await ask({ "x-namespace-bin": bin, "x-namespace": "default" })).json()) as {
      results: { type: string }[];
    };
    expect(body.results[0]?.type).toBe("ok");
    expect((await ask({ "x-namespace-bin": "*" })).status).toBe(400);
  });

  it.each([
    "../default",
    "..",
    ".",
    "",
    "a/b",
    "a\\b",
    "Desa",
    "desa.db",
    "-desa",
    "desa-",
    "d\u00e9sa",
    "x".repeat(65),
  ])("are refused with the name %j", async (name) => {
    const server = await startServer({ dataDir: join(makeDirectory(), "dbs") });
    const bin = Buffer.from(name).toString("base64").replace(/=+$/, "");
    const asked = await server.post("v2/pipeline", { requests: [] }, { "x-namespace-bin": bin });
    expect(asked.status).toBe(400);
    for (const path of [
      `namespaces/${encodeURIComponent(name)}/create`,
      `namespaces/default/fork/${encodeURIComponent(name)}`,
    ]) {
      const { pathname } = new URL(`${server.adminUrl}v1/${path}`);
      if (pathname.includes(encodeURIComponent(name)) && name !== "") {
        expect((await server.admin("POST", path)).status).toBe(400);
      }
    }
    expect(readdirSync(join(server.dataDir, ".."))).toEqual(["dbs"]);
    expect(readdirSync(server.dataDir).filter((file) => file.endsWith(".db"))).toEqual(["default.db"]);
  });
});

describe("delete", () => {
  it("takes the file away and ends the streams that use it", async () => {
    const server = await startServer();
    await server.create("desa");
    await fill(server, "desa", 1);
    const open = await server.client("desa").transaction("write");
    await open.execute("INSERT INTO t VALUES ('x')");
    expect(await answerOf(await server.admin("DELETE", "namespaces/desa"))).toEqual([200, ""]);
    await expect(open.commit()).rejects.toMatchObject({ code: "SERVER_ERROR" });
    expect(readdirSync(server.dataDir).filter((name) => name.includes("desa"))).toEqual([]);
    await server.create("desa");
    await fill(server, "desa", 5);
    expect(await countIn(server, "desa")).toBe(5);
  });

  it("keeps the default namespace", async () => {
    const server = await startServer();
    await fill(server, "default", 1);
    const open = await server.client().transaction("write");
    await open.execute("INSERT INTO t VALUES ('x')");
    expect((await server.admin("DELETE", "namespaces/default")).status).toBe(400);
    await open.commit();
    expect(await countIn(server, "default")).toBe(2);
  });
});

describe("fork", () => {
  it("copies what is committed, log and rowids included, and nothing afterwards", async () => {
    const server = await startServer();
    await server.create("asal", "lain");
    await fill(server, "asal", 50);
    await fill(server, "lain", 2);
    await server.client("asal").execute("DELETE FROM t WHERE a = '7'");
    const open = await server.client("asal").transaction("write");
    await open.execute("INSERT INTO t VALUES ('uncommitted')");
    expect(await answerOf(await server.admin("POST", "namespaces/asal/fork/salinan"))).toEqual([200, ""]);
    await open.commit();
    const sql = "SELECT rowid, a FROM t ORDER BY rowid";
    const [original, copy] = [
      await server.client("asal").execute(sql),
      await server.client("salinan").execute(sql),
    ];
    expect(copy.rows.map((row) => [row[0], row[1]])).toEqual(
      original.rows.slice(0, 49).map((row) => [row[0], row[1]]),
    );
    await server.client("salinan").execute("DELETE FROM t");
    expect([await countIn(server, "asal"), await countIn(server, "lain")]).toEqual([50, 2]);
  });

  it("never overwrites, also when two ask at once", async () => {
    const server = await startServer();
    await server.create("a", "b");
    await fill(server, "b", 4);
    expect((await server.admin("POST", "namespaces/a/fork/b")).status).toBe(400);
    expect(await countIn(server, "b")).toBe(4);
    const asked = [1, 2, 3].map(() => server.admin("POST", "namespaces/b/fork/c"));
    expect((await Promise.all(asked)).map(({ status }) => status).sort()).toEqual([200, 400, 400]);
    expect(await countIn(server, "c")).toBe(4);
  });

  it("refuses a copy as of a time, which this server cannot give", async () => {
    const server = await startServer();
    const body = JSON.stringify({ timestamp: "2026-01-01T00:00:00" });
    expect((await server.admin("POST", "namespaces/default/fork/dulu", { body })).status).toBe(400);
    expect(existsSync(join(server.dataDir, "dulu.db"))).toBe(false);
  });
});

it("clears away at its start what a crash left half-made", async () => {
  const dataDir = makeDirectory();
  for (const name of [
    "desa.db.0123456789ab.tmp",
    "desa.db.0123456789ab.tmp-wal",
    "gone.db-wal",
    "gone.db-shm",
  ]) {
    writeFileSync(join(dataDir, name), "half");
  }
  const server = await startServer({ dataDir });
  expect(readdirSync(dataDir)).toEqual(["default.db"]);
  expect(await (await server.admin("GET", "namespaces")).json()).toEqual({ namespaces: ["default"] });
});

describe("the token", () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

  it("is wanted on both ports", async () => {
    const server = await startServer({ authToken: "rahasia" });
    const body = { baton: null, requests: [] };
    const statuses = await Promise.all([
      server.post("v2/pipeline", body),
      server.post("v2/pipeline", body, bearer("salah")),
      server.post("v2/pipeline", body, { authorization: "Basic rahasia" }),
      server.post("v2/pipeline", body, bearer("rahasia")),
      server.admin("POST", "namespaces/a/create"),
      server.admin("GET", "namespaces", { headers: bearer("") }),
      server.admin("POST", "namespaces/b/create", { headers: bearer("rahasia") }),
      server.admin("POST", "namespaces/c/create", { headers: { authorization: "basic rahasia" } }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([401, 401, 401, 200, 401, 401, 200, 200]);
    expect(existsSync(join(server.dataDir, "a.db"))).toBe(false);
    const { rows } = await server.client("b", { authToken: "rahasia" }).execute("SELECT 1 AS satu");
    expect(rows[0]?.satu).toBe(1);
  });

  it("being absent, web pages are kept out", async () => {
    const server = await startServer();
    const headers = { origin: "http://example.com" };
    expect((await server.post("v2/pipeline", { requests: [] }, headers)).status).toBe(403);
    expect((await server.admin("POST", "namespaces/a/create", { headers })).status).toBe(403);
    expect((await pipeline(server, [])).results).toEqual([]);
  });
});
