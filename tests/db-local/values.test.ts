import type { InValue } from "@libsql/client/http";
import fc from "fast-check";
import { expect, it } from "vitest";
import { execute, pipeline, startServer } from "./support.ts";

const text = fc.string({ unit: "binary", maxLength: 60 }).filter((value) => !value.includes("\0"));
const integers = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const blob = fc.uint8Array({ maxLength: 80 }).map((bytes) => bytes.buffer.slice(0) as ArrayBuffer);
// SQLite stores whole floats as integers, and so has no negative zero in a table.
const float = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0));
const value: fc.Arbitrary<InValue> = fc.oneof(text, integers, blob, float, fc.constant(null));

it("brings every value through a STRICT table and back as it was", async () => {
  const server = await startServer();
  const client = server.client("default", { intMode: "bigint" });
  await client.execute("CREATE TABLE t (v ANY) STRICT");
  await fc.assert(
    fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 20 }), async (values) => {
      const inserts = values.map((each) => ({
        sql: "INSERT INTO t VALUES (?) RETURNING v, typeof(v)",
        args: [each],
      }));
      const results = await client.batch(
        ["DELETE FROM t", ...inserts, "SELECT v FROM t ORDER BY rowid"],
        "write",
      );
      const returned = results.slice(1, -1).map(({ rows }) => rows[0]?.v);
      expect(returned).toEqual(values);
      expect(results.at(-1)?.rows.map(({ v }) => v)).toEqual(values);
    }),
    { numRuns: 60 },
  );
});

it("keeps integers, floats and texts apart", async () => {
  const server = await startServer();
  const args = [
    { type: "integer", value: "1" },
    { type: "float", value: 1 },
    { type: "text", value: "1" },
    { type: "blob", base64: "MQ" },
    { type: "null" },
  ];
  const sql = "SELECT typeof(?1), typeof(?2), typeof(?3), typeof(?4), typeof(?5), ?2";
  const { results } = await pipeline(server, [execute(sql, args)]);
  const [row] = results[0]?.response?.result?.rows ?? [];
  expect(row?.map((each) => each.value)).toEqual(["integer", "real", "text", "blob", "null", 1]);
  expect(row?.[5]?.type).toBe("float");
});

it("reads blobs with and without padding, and writes them without", async () => {
  const server = await startServer();
  const blobs = ["", "AA", "AA==", "AAE=", "AAE", "AAEC"].map((base64) => ({ type: "blob", base64 }));
  const { results } = await pipeline(server, [execute("SELECT ?, ?, ?, ?, ?, ?", blobs)]);
  const [row] = results[0]?.response?.result?.rows ?? [];
  expect(row?.map(({ base64 }) => base64)).toEqual(["", "AA", "AA", "AAE", "AAE", "AAEC"]);
});

it("writes infinities and the negative zero as numbers", async () => {
  const server = await startServer();
  const { results } = await pipeline(server, [execute("SELECT 9e999, -9e999, -0.0 * 1, 0.1")]);
  const [row] = results[0]?.response?.result?.rows ?? [];
  expect(row?.map((each) => each.value)).toEqual([Infinity, -Infinity, -0, 0.1]);
});

it("refuses text with a NUL rather than giving back half of it", async () => {
  const server = await startServer();
  const failing = server.client().execute({ sql: "SELECT ?", args: ["a\0b"] });
  await expect(failing).rejects.toMatchObject({ code: "ARGS_INVALID" });
});
