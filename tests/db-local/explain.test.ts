import { expect, it } from "vitest";
import { startServer } from "./support.ts";

it.each(["UPDATE t SET a = 2", "DELETE FROM t RETURNING a", "INSERT INTO t VALUES (2)"])(
  "explains %s without running it, and what comes after can commit",
  async (sql) => {
    const client = (await startServer()).client();
    await client.batch(["CREATE TABLE t (a INTEGER)", "INSERT INTO t VALUES (1)"], "write");
    const { rows } = await client.execute(`EXPLAIN QUERY PLAN ${sql}`);
    expect(rows).toBeInstanceOf(Array);
    const [, after] = await client.batch(["UPDATE t SET a = a + 10", "SELECT a FROM t"], "write");
    expect(after?.rows.map((row) => row.a)).toEqual([11]);
  },
);
