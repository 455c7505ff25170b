import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { errorText } from "#app/platform/error-text.ts";
import { createLog } from "#app/platform/log.ts";
import { openDirectory } from "#db/open.ts";
import { databaseHome } from "#tests/support/database-home.ts";

it("tells of a failed statement what the database says, and none of its values", async () => {
  const values = ["6281234567890", "baris satu\n    at baris dua"];
  const failing = openDirectory(databaseHome).run(
    sql`INSERT INTO villages (id, slug) VALUES (${values[0]}, ${values[1]})`,
  );
  const error = await failing.then(
    () => expect.unreachable("no name, no code"),
    (reason: unknown) => reason,
  );
  expect(String(error)).toContain("6281234567890");
  const lines: string[] = [];
  createLog({ village: "sesela" }, (line) => lines.push(line)).error("request.failed", error);
  for (const text of [errorText(error), ...lines]) {
    expect(text).toContain("INSERT INTO villages");
    expect(text).toContain("NOT NULL constraint failed: villages.name");
    expect(text).not.toMatch(/6281234567890|baris/);
  }
  expect(lines[0]).toContain("error-text.test.ts");
});

it("leaves other errors as they are, with what caused them", () => {
  expect(errorText(new TypeError("tidak ada", { cause: new Error("jaringan putus") }))).toBe(
    "TypeError: tidak ada (Error: jaringan putus)",
  );
  expect(errorText("teks saja")).toBe("teks saja");
});
