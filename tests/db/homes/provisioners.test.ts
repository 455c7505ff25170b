import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkHome } from "#db/homes/health.ts";
import { type DatabaseHome, type NamespaceHome, ProvisionError, type Provisioner } from "#db/homes/home.ts";
import { createProvisioner } from "#db/homes/homes.ts";
import { createTursoProvisioner } from "#db/homes/turso.ts";
import { connect, openVillage } from "#db/open.ts";
import { databaseHome } from "#tests/support/database-home.ts";
import { type Double, startSqldDouble, startTursoDouble, type TursoDouble } from "./doubles.ts";

interface Kind {
  open(behind: NamespaceHome): Promise<Double<DatabaseHome> | { home: DatabaseHome; stop(): Promise<void> }>;
  lists: boolean;
}

const KINDS: Record<string, Kind> = {
  "db/local": { open: async (behind) => ({ home: behind, stop: async () => {} }), lists: true },
  sqld: { open: startSqldDouble, lists: false },
  "Turso Cloud": { open: startTursoDouble, lists: true },
};

/** No test waits by the clock. */
const noPause = async () => {};
const provisionerOf = (home: DatabaseHome): Provisioner =>
  home.kind === "turso" ? createTursoProvisioner(home, fetch, noPause) : createProvisioner(home);

describe.each(Object.entries(KINDS))("a home on %s", (_, { open, lists }) => {
  let home: DatabaseHome;
  let provisioner: Provisioner;
  let stop: () => Promise<void>;
  const own = `uji-${crypto.randomUUID().slice(0, 13)}`;
  beforeAll(async () => {
    ({ home, stop } = await open(databaseHome));
    provisioner = provisionerOf(home);
  });
  afterAll(() => stop());

  const valuesIn = async (name: string) =>
    (await connect(home, name).execute("SELECT a FROM t ORDER BY a")).rows.map((row) => row.a);

  it("makes a database once and leaves what is in it", async () => {
    expect(await provisioner.hasDatabase(own)).toBe(false);
    await provisioner.createDatabase(own);
    await connect(home, own).batch(["CREATE TABLE t (a)", "INSERT INTO t VALUES (1)"], "write");
    await provisioner.createDatabase(own);
    expect(await valuesIn(own)).toEqual([1]);
    expect(await provisioner.hasDatabase(own)).toBe(true);
  });

  it("copies to a new name, apart from the original, and neither over another nor from nothing", async () => {
    await provisioner.copyDatabase(own, `${own}-b`);
    await connect(home, own).execute("INSERT INTO t VALUES (2)");
    expect(await valuesIn(`${own}-b`)).toEqual([1]);
    await expect(provisioner.copyDatabase(own, `${own}-b`)).rejects.toMatchObject({ status: 409 });
    expect(await valuesIn(`${own}-b`)).toEqual([1]);
    await expect(provisioner.copyDatabase(`${own}-x`, `${own}-c`)).rejects.toThrow(ProvisionError);
  });

  it("tells the names that begin so, or that it can't", async () => {
    const names = await provisioner.listDatabases(own);
    expect(names?.sort() ?? null).toEqual(lists ? [own, `${own}-b`] : null);
    expect(await provisioner.listDatabases("tidak-ada-")).toEqual(lists ? [] : null);
  });

  it("removes a database, also one that is gone, and then it does not open", async () => {
    await provisioner.deleteDatabase(`${own}-b`);
    await provisioner.deleteDatabase(`${own}-b`);
    expect(await provisioner.hasDatabase(`${own}-b`)).toBe(false);
    await expect(valuesIn(`${own}-b`)).rejects.toThrow();
    expect(await valuesIn(own)).toEqual([1, 2]);
  });

  it("holds transactions, and opens no village of another home", async () => {
    const tx = await connect(home, own).transaction("write");
    await tx.execute("INSERT INTO t VALUES (3)");
    await tx.rollback();
    expect(await valuesIn(own)).toEqual([1, 2]);
    expect(() => openVillage(home, { home: "lain", database: own })).toThrow("lies in lain");
  });

  it("answers a look at it, and says what is wrong where it doesn't", async () => {
    expect(await checkHome(home)).toMatchObject({ isUp: true, trouble: null });
    const broken = async () => new Response("sakit", { status: 503 });
    expect(await checkHome(home, broken)).toMatchObject({
      isUp: false,
      trouble: expect.stringContaining("503"),
    });
    const silent = () => Promise.reject(new DOMException("too late", "TimeoutError"));
    expect(await checkHome(home, silent)).toMatchObject({
      isUp: false,
      trouble: expect.stringContaining("too late"),
    });
  });

  it("fails with an error that names the home where nobody answers, or too late", async () => {
    const waits: unknown[] = [];
    const silent: typeof fetch = (_input, init) => {
      waits.push(init?.signal instanceof AbortSignal);
      return Promise.reject(new DOMException("too late", "TimeoutError"));
    };
    const refused = createProvisioner(home, silent);
    const calls = [
      () => refused.createDatabase(own),
      () => refused.copyDatabase(own, `${own}-d`),
      () => refused.deleteDatabase(own),
      () => refused.hasDatabase(own),
      () => refused.listDatabases(own),
    ];
    for (const call of calls) {
      const error = await call().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(ProvisionError);
      expect(error).toMatchObject({
        status: 0,
        message: expect.stringContaining(`home ${home.name} does not`),
      });
    }
    expect(waits).toEqual(calls.map(() => true));
  });
});

describe.each(["sqld", "Turso Cloud"])("what %s refuses", (name) => {
  let double: Double<DatabaseHome>;
  let provisioner: Provisioner;
  beforeAll(async () => {
    double = (await KINDS[name]?.open(databaseHome)) as Double<DatabaseHome>;
    provisioner = provisionerOf(double.home);
  });
  afterAll(() => double.stop());

  it.each([401, 402, 403, 429, 500, 502, 503])("is told with its status %i and its words", async (status) => {
    double.failWith = { status, body: '{"error":"alasan dari sana"}' };
    const calls = [
      provisioner.createDatabase("a"),
      provisioner.copyDatabase("a", "b"),
      provisioner.deleteDatabase("a"),
      provisioner.hasDatabase("a"),
      provisioner.listDatabases("a"),
    ];
    for (const result of await Promise.allSettled(calls))
      expect(result).toMatchObject({
        status: "rejected",
        reason: { name: "ProvisionError", status, message: expect.stringContaining("alasan dari sana") },
      });
    double.failWith = null;
  });

  it("a wrong key is refused", async () => {
    const { home } = double;
    const wrong = home.kind === "turso" ? { ...home, apiToken: "salah" } : { ...home, adminToken: "salah" };
    await expect(createProvisioner(wrong).createDatabase("a")).rejects.toMatchObject({ status: 401 });
  });
});

describe("Turso Cloud", () => {
  let double: TursoDouble;
  beforeAll(async () => {
    double = await startTursoDouble(databaseHome);
  });
  afterAll(() => double.stop());
  const name = `t-${crypto.randomUUID().slice(0, 13)}`;

  it("is waited for until a new database has its primary, also by whoever finds it half made", async () => {
    double.looksUntilReady = 3;
    double.seen.length = 0;
    await provisionerOf(double.home).createDatabase(name);
    const looks = () => double.seen.filter((call) => call.endsWith(`${name}/instances`)).length;
    expect(looks()).toBe(4);
    await provisionerOf(double.home).createDatabase(name);
    expect(looks()).toBe(5);
    double.looksUntilReady = 1000;
    const slow = provisionerOf(double.home).createDatabase(`${name}-l`);
    await expect(slow).rejects.toThrow("no primary instance");
    double.looksUntilReady = 0;
  });

  it("sends a past moment along, and refuses a name that no host can bear", async () => {
    const sent: string[] = [];
    const listen: typeof fetch = async (input, init) => {
      sent.push(String(init?.body));
      return fetch(input, init);
    };
    const provisioner = createTursoProvisioner(double.home, listen, noPause);
    await provisioner.copyDatabase(name, `${name}-p`, new Date("2026-11-23T06:05:00.000Z"));
    expect(JSON.parse(sent[0] ?? "")).toEqual({
      name: `${name}-p`,
      group: "desa",
      seed: { type: "database", name, timestamp: "2026-11-23T06:05:00.000Z" },
    });
    const hosted = { ...double.home, url: "https://{database}-organisasi-panjang.turso.io/" };
    const long = createTursoProvisioner(hosted, listen, noPause).createDatabase(`desa-${"a".repeat(48)}`);
    await expect(long).rejects.toThrow("too long");
  });

  it("is never given a database that lies elsewhere or in another group", async () => {
    const elsewhere = { ...double.home, url: double.home.url.replace("127.0.0.1", "localhost") };
    await expect(
      createTursoProvisioner(elsewhere, fetch, noPause).createDatabase(`${name}-e`),
    ).rejects.toThrow("not at localhost");
    const foreign: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init);
      return new Response((await answer.text()).replace('"group":"desa"', '"group":"lain"'), answer);
    };
    const provisioner = createTursoProvisioner(double.home, foreign, noPause);
    await expect(provisioner.createDatabase(name)).rejects.toThrow("exists in the group lain");
  });

  it("mints a token once, and another at once where the keys were rotated", async () => {
    double.seen.length = 0;
    const minted = () => double.seen.filter((call) => call.includes("/auth/tokens")).length;
    const home = { ...double.home, organization: "balai", tokenScope: "database" as const };
    const ask = () => connect(home, name).execute("SELECT 1");
    await ask();
    await ask();
    expect(minted()).toBe(1);
    double.rotate();
    await ask();
    expect(minted()).toBe(2);
    expect(double.seen.at(-1)).toContain("expiration=1d&authorization=full-access");
    const fixed = { ...home, authToken: "tetap" };
    await expect(connect(fixed, name).execute("SELECT 1")).rejects.toThrow("401");
    expect(minted()).toBe(2);
  });
});
