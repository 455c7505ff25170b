import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { errorText } from "#app/platform/error-text.ts";
import { helpCodeOf, newId } from "#app/platform/ids.ts";
import { createLog, loggedPath } from "#app/platform/log.ts";
import { openDirectory } from "#db/open.ts";
import { databaseHome } from "#tests/support/database-home.ts";

const NIK = "5201140405900007";
const PHONES = ["081234567890", "+62 812-3456-7890", "6281234567890", "0812 3456 7890"];

async function thrownBy(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

describe("what a log says of an error", () => {
  it("holds nothing of the text that was no JSON", async () => {
    for (const text of ["Sahrum bin Ali", `{"nik": ${NIK}`, `{"nama":"Sahrum"} ${NIK}`, "\nSahrum\n"]) {
      const said = errorText(await thrownBy(() => JSON.parse(text)));
      expect(said).toMatch(/^SyntaxError: /);
      expect(said).not.toMatch(/Sahrum|5201140405900007/);
    }
  });

  it("holds nothing of what was searched for", async () => {
    const directory = openDirectory(databaseHome);
    for (const words of ['Sahrum"', `AND ${NIK}`, "(Sahrum"]) {
      const search = sql`SELECT 1 FROM region_search WHERE region_search MATCH ${words}`;
      expect(errorText(await thrownBy(() => directory.all(search)))).not.toMatch(/Sahrum|52011404/);
    }
  });

  it("masks numbers and addresses that name a person, wherever they stand, and no others", () => {
    for (const secret of [NIK, ...PHONES, "sahrum@desa.id"]) {
      expect(errorText(new Error(`gagal untuk ${secret}.`))).not.toContain(secret);
      expect(errorText(new Error("di luar", { cause: new Error(secret) }))).not.toContain(secret);
      expect(errorText(`teks ${secret}`)).not.toContain(secret);
    }
    const id = newId(new Date());
    for (const kept of [id, "52.01.14.2006", "2026-11-24T02:00:00.000Z", "status 503", "12345678"])
      expect(errorText(new Error(`gagal: ${kept}`))).toContain(kept);
  });

  it("stands under the code that the person was shown", () => {
    const requestId = newId(new Date());
    const lines: string[] = [];
    const log = createLog({ requestId }, (line) => lines.push(line));
    log.error("request.failed", new Error("x"));
    log.info("sweep.done");
    const [error, info] = lines.map((line) => JSON.parse(line));
    expect(error).toMatchObject({ level: "error", requestId, helpCode: helpCodeOf(requestId) });
    expect(error.at).toMatch(/^\d{4}-\d{2}-\d{2}T/);
    expect(info.helpCode).toBeUndefined();
  });
});

describe("an address in the log", () => {
  it("keeps words and ids, and hides tokens and numbers of people", () => {
    const id = newId(new Date());
    expect(loggedPath(`/kantor/program-kerja/2026/kegiatan/${id}`)).toBe(
      `/kantor/program-kerja/2026/kegiatan/${id}`,
    );
    expect(loggedPath("/undangan/abcdefghijkmnpqrstuvwxyz23456789/masuk")).toBe("/undangan/…/masuk");
    expect(loggedPath(`/kantor/penduduk/${NIK}`)).toBe("/kantor/penduduk/…");
    expect(loggedPath("/kantor/penduduk/Lalu%20Sahrum")).toBe("/kantor/penduduk/…");
  });
});
