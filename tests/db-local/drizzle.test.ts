import { count, eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/libsql/http";
import { blob, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { beforeEach, expect, it } from "vitest";
import { startServer } from "./support.ts";

const households = sqliteTable("households", {
  id: integer().primaryKey(),
  number: text().notNull().unique(),
  createdAt: integer({ mode: "timestamp_ms" }).notNull(),
  details: text({ mode: "json" }).$type<{ dusun: string }>(),
  seal: blob({ mode: "buffer" }),
});

const people = sqliteTable("people", {
  id: integer().primaryKey(),
  householdId: integer().references(() => households.id),
  name: text().notNull(),
});

async function openDatabase() {
  const server = await startServer();
  await server.create("desa");
  const client = server.client("desa");
  await client.executeMultiple(`
    CREATE TABLE households (id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, createdAt INTEGER NOT NULL,
      details TEXT, seal BLOB);
    CREATE TABLE people (id INTEGER PRIMARY KEY, householdId INTEGER REFERENCES households (id), name TEXT NOT NULL);`);
  return drizzle({ client, schema: { households, people } });
}

let db: Awaited<ReturnType<typeof openDatabase>>;

beforeEach(async () => {
  db = await openDatabase();
});

const household = (number: string) => ({ number, createdAt: new Date(1_790_000_000_123) });

it("writes and reads every kind of column", async () => {
  const row = { ...household("5201"), details: { dusun: "Batu Layar" }, seal: Buffer.from([0, 255]) };
  const [inserted] = await db.insert(households).values(row).returning();
  expect(inserted).toEqual({ id: 1, ...row });
  const updated = await db.update(households).set({ details: null }).where(eq(households.id, 1));
  expect(updated.rowsAffected).toBe(1);
  expect(await db.query.households.findFirst()).toEqual({ id: 1, ...row, details: null });
  expect(await db.$count(households)).toBe(1);
});

it("commits a transaction, and rolls one back that throws", async () => {
  const kept = await db.transaction(async (tx) => {
    const [{ id } = { id: 0 }] = await tx.insert(households).values(household("1")).returning();
    await tx.insert(people).values([
      { householdId: id, name: "Sri" },
      { householdId: id, name: "Aḥmad" },
    ]);
    return (await tx.select({ n: count() }).from(people))[0]?.n;
  });
  expect(kept).toBe(2);
  const failing = db.transaction(async (tx) => {
    await tx.insert(people).values({ name: "Hilang" });
    await tx.insert(households).values(household("1"));
  });
  await expect(failing).rejects.toMatchObject({ cause: { code: "SQLITE_CONSTRAINT" } });
  const undone = db.transaction(async (tx) => {
    await tx.insert(people).values({ name: "Hilang" });
    tx.rollback();
  });
  await expect(undone).rejects.toThrow("Rollback");
  expect(await db.$count(people)).toBe(2);
});

it("runs a batch in one request, all or nothing", async () => {
  const [, rows, total] = await db.batch([
    db.insert(households).values(household("1")),
    db.select({ number: households.number }).from(households),
    db.select({ n: sql<number>`count(*)` }).from(households),
  ]);
  expect([rows, total]).toEqual([[{ number: "1" }], [{ n: 1 }]]);
  const failing = db.batch([
    db.insert(people).values({ name: "Hilang" }),
    db.insert(people).values({ householdId: 99, name: "Tanpa KK" }),
  ]);
  await expect(failing).rejects.toThrow();
  expect(await db.$count(people)).toBe(0);
});

it("gives concurrent transactions their turn", async () => {
  await db.insert(households).values(household("0"));
  const rename = () =>
    db.transaction(
      async (tx) => {
        const [row] = await tx.select().from(households);
        await tx.update(households).set({ number: String(Number(row?.number) + 1) });
      },
      { behavior: "immediate" },
    );
  await Promise.all(Array.from({ length: 10 }, rename));
  expect((await db.query.households.findFirst())?.number).toBe("10");
});
