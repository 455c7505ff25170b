import { describe, expect, it } from "vitest";
import { ManualClock, startServer, type TestServer } from "./support.ts";

const TABLE = "CREATE TABLE hitungan (id INTEGER PRIMARY KEY, nilai INTEGER NOT NULL)";

async function startWithTable(options = {}): Promise<TestServer> {
  const server = await startServer(options);
  await server.client().batch([TABLE, "INSERT INTO hitungan VALUES (1, 0)"], "write");
  return server;
}

const readValue = async (server: TestServer, namespace = "default") =>
  (await server.client(namespace).execute("SELECT nilai FROM hitungan")).rows[0]?.nilai;

describe("a write transaction that is held open", () => {
  it("delays no reader and no other namespace", async () => {
    const server = await startWithTable();
    await server.create("lain");
    const held = await server.client().transaction("write");
    await held.execute("UPDATE hitungan SET nilai = 7");
    expect(await readValue(server)).toBe(0);
    await server.client("lain").batch([TABLE, "INSERT INTO hitungan VALUES (1, 3)"], "write");
    expect(await readValue(server, "lain")).toBe(3);
    await held.commit();
    expect(await readValue(server)).toBe(7);
  });

  it("lets a second writer wait, who then succeeds", async () => {
    const server = await startWithTable();
    const events: string[] = [];
    const held = await server.client().transaction("write");
    await held.execute("UPDATE hitungan SET nilai = nilai + 1");
    const second = server
      .client()
      .execute("UPDATE hitungan SET nilai = nilai * 10 RETURNING nilai")
      .then(({ rows }) => events.push(`second ${rows[0]?.nilai}`));
    for (let turn = 0; turn < 5; turn += 1) await held.execute("UPDATE hitungan SET nilai = nilai + 1");
    events.push("commit");
    await held.commit();
    await second;
    expect(events).toEqual(["commit", "second 60"]);
  });

  it("is rolled back when it keeps a waiting writer too long, and learns it", async () => {
    const clock = new ManualClock();
    const server = await startWithTable({ clock, transactionTimeoutMs: 5_000, streamExpireMs: 60_000 });
    const held = await server.client().transaction("write");
    await held.execute("UPDATE hitungan SET nilai = 99");
    const timersBefore = clock.pending;
    const second = server.client().execute("UPDATE hitungan SET nilai = nilai + 1");
    // Two more timers: how long the second waits, and how long the first may keep it.
    while (clock.pending < timersBefore + 2) await readValue(server);
    clock.advance(5_000);
    await second;
    await expect(held.execute("SELECT 1")).rejects.toMatchObject({ code: "TRANSACTION_TIMEOUT" });
    await expect(held.commit()).rejects.toMatchObject({ code: "TRANSACTION_TIMEOUT" });
    expect(await readValue(server)).toBe(1);
  });

  it("may last when nobody waits", async () => {
    const clock = new ManualClock();
    const server = await startWithTable({ clock, transactionTimeoutMs: 5_000, streamExpireMs: 60_000 });
    const held = await server.client().transaction("write");
    await held.execute("UPDATE hitungan SET nilai = 5");
    clock.advance(30_000);
    await held.commit();
    expect(await readValue(server)).toBe(5);
  });

  it("makes a writer who waits too long fail with SQLITE_BUSY", async () => {
    const clock = new ManualClock();
    const limits = { writerWaitMs: 3_000, transactionTimeoutMs: 60_000, streamExpireMs: 60_000 };
    const server = await startWithTable({ clock, ...limits });
    const held = await server.client().transaction("write");
    await held.execute("UPDATE hitungan SET nilai = 5");
    const timersBefore = clock.pending;
    const second = server.client().execute("UPDATE hitungan SET nilai = 6");
    const outcome = expect(second).rejects.toMatchObject({ code: "SQLITE_BUSY" });
    while (clock.pending < timersBefore + 2) await readValue(server);
    clock.advance(3_000);
    await outcome;
    await held.commit();
    expect(await readValue(server)).toBe(5);
  });
});

describe("interactive transactions on one namespace", () => {
  it("lose no increment, however many run at once", async () => {
    const server = await startWithTable();
    const increment = async () => {
      const transaction = await server.client().transaction("write");
      const { rows } = await transaction.execute("SELECT nilai FROM hitungan");
      await transaction.execute({
        sql: "UPDATE hitungan SET nilai = ?",
        args: [Number(rows[0]?.nilai) + 1],
      });
      await transaction.commit();
    };
    await Promise.all(Array.from({ length: 40 }, increment));
    expect(await readValue(server)).toBe(40);
  });

  it("become writers late, unless another wrote since they first read", async () => {
    const server = await startWithTable();
    const first = await server.client().transaction("deferred");
    const second = await server.client().transaction("deferred");
    await first.execute("SELECT * FROM hitungan");
    await second.execute("SELECT * FROM hitungan");
    await first.execute("UPDATE hitungan SET nilai = 1");
    const late = second.execute("UPDATE hitungan SET nilai = 2");
    const outcome = expect(late).rejects.toMatchObject({ code: "SQLITE_BUSY" });
    await first.commit();
    await outcome;
    // The one that failed is still a reader of its old state, and keeps nobody from writing.
    expect((await second.execute("SELECT nilai FROM hitungan")).rows[0]?.nilai).toBe(0);
    await server.client().execute("UPDATE hitungan SET nilai = 3");
    await second.rollback();
    expect(await readValue(server)).toBe(3);
  });

  it("wait for their turn when they are closed by a failed commit", async () => {
    const server = await startWithTable();
    await server.client().execute(
      `CREATE TABLE anak (id INTEGER PRIMARY KEY,
        induk INTEGER REFERENCES hitungan (id) DEFERRABLE INITIALLY DEFERRED)`,
    );
    const transaction = await server.client().transaction("write");
    await transaction.execute("INSERT INTO anak VALUES (1, 42)");
    await expect(transaction.commit()).rejects.toMatchObject({ code: "SQLITE_CONSTRAINT" });
    await server.client().execute("UPDATE hitungan SET nilai = 8");
    expect((await server.client().execute("SELECT * FROM anak")).rows).toEqual([]);
  });

  it("share fewer connections than there are of them", async () => {
    const server = await startWithTable({ maxConnections: 3, maxConnectionsPerNamespace: 2 });
    const write = () => server.client().batch(["UPDATE hitungan SET nilai = nilai + 1"], "write");
    await Promise.all(Array.from({ length: 30 }, write));
    expect(await readValue(server)).toBe(30);
  });

  it("are refused past the limit of streams", async () => {
    const server = await startWithTable({ maxStreamsPerNamespace: 2 });
    const [first, second] = [
      await server.client().transaction("read"),
      await server.client().transaction("read"),
    ];
    await Promise.all([first.execute("SELECT 1"), second.execute("SELECT 1")]);
    const body = { baton: null, requests: [] };
    expect((await server.post("v2/pipeline", body)).status).toBe(429);
    await first.rollback();
    expect((await server.post("v2/pipeline", body)).status).toBe(200);
  });
});

it("serves 200 namespaces at once, each with its own rows", async () => {
  const server = await startServer({ maxConnections: 50 });
  const names = Array.from({ length: 200 }, (_, index) => `desa-${index}`);
  await Promise.all(names.map((name) => server.create(name)));
  await Promise.all(
    names.map(async (name, index) => {
      await server.client(name).batch([TABLE, `INSERT INTO hitungan VALUES (1, ${index})`], "write");
      const transaction = await server.client(name).transaction("write");
      await transaction.execute("UPDATE hitungan SET nilai = nilai + 1000");
      await transaction.commit();
    }),
  );
  const values = await Promise.all(names.map((name) => readValue(server, name)));
  expect(values).toEqual(names.map((_, index) => index + 1_000));
});

it("lets others in while a long result is read", async () => {
  const server = await startWithTable();
  const events: string[] = [];
  const numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300000)";
  const long = server.post("v3/cursor", {
    batch: { steps: [{ stmt: { sql: `${numbers} SELECT i FROM n` } }] },
  });
  const response = await long;
  const body = response.text().then((text) => {
    events.push("long");
    return text;
  });
  await readValue(server);
  events.push("short");
  expect((await body).trimEnd().split("\n")).toHaveLength(300_003);
  expect(events).toEqual(["short", "long"]);
});
