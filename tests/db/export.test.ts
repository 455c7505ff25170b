import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import Database from "libsql";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { VillageRow } from "#db/directory/villages.ts";
import { exportVillage } from "#db/export.ts";
import { loadVillageFile, saveVillageFile } from "#db/local/village-file.ts";
import { connect } from "#db/open.ts";
import type { Place } from "#db/place.ts";
import { RestoreError } from "#db/restore/restore-error.ts";
import { restoreVillage } from "#db/restore/restore-village.ts";
import { listTables } from "#db/tables.ts";
import { changeVillage, readAll, readSchema, storeVillage } from "./stored-village.ts";

vi.setConfig({ testTimeout: 120_000 });
const NOW = new Date("2026-11-24T04:00:00.000Z");

describe("a village's data outside of its home", () => {
  let place: Place;
  let village: VillageRow;
  let folder: string;
  beforeAll(async () => {
    ({ place, village } = await storeVillage("52.03.01.2001"));
    folder = mkdtempSync(join(tmpdir(), "balai-export-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  let second = 5;
  const restoreFile = (path: string) => {
    const now = new Date(NOW.getTime() + 1000 * second++);
    const rules = { numbers: [], carried: [], cleared: [] };
    const load = (database: string) => loadVillageFile(place, village, path, database);
    return restoreVillage({ place, rules, now, clock: () => now }, village.id, {
      source: { kind: "load", name: path, at: NOW, load },
      askedBy: "uji",
    });
  };
  const readZip = async () => {
    const chunks: Uint8Array[] = [];
    await exportVillage(place, village, NOW, (chunk) => void chunks.push(chunk));
    return unzipSync(new Uint8Array(Buffer.concat(chunks)));
  };

  it("is exported whole: every table as JSON lines, the list of files, nothing left behind", async () => {
    const zip = await readZip();
    const rows = await readAll(place.home, village.database);
    for (const table of await listTables(connect(place.home, village.database))) {
      const lines = strFromU8(zip[`tabel/${table.name}.jsonl`] ?? new Uint8Array())
        .split("\n")
        .filter(Boolean)
        .map((line) => Object.values(JSON.parse(line)));
      expect(lines, table.name).toEqual(rows[table.name]);
    }
    expect(strFromU8(zip["berkas.jsonl"] ?? new Uint8Array())).toContain('"sha256":"00"');
    expect(strFromU8(zip["BACA.txt"] ?? new Uint8Array())).toContain("52.03.01.2001");
    const left = await (await fetch(`${place.home.adminUrl}v1/namespaces`)).text();
    expect(left).not.toContain(`${village.database}-ekspor`);
  });

  it("is made again by any SQLite from the SQL in the export", async () => {
    const zip = await readZip();
    const database = new Database(":memory:");
    database.exec(strFromU8(zip["basis-data.sql"] ?? new Uint8Array()));
    const rows = await readAll(place.home, village.database);
    for (const [table, expected] of Object.entries(rows)) {
      const found = database.prepare(`SELECT * FROM "${table}" ORDER BY rowid`).raw().all();
      expect(found, table).toEqual(expected);
    }
    const triggers = database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all();
    const expected = (await readSchema(place.home, village.database)).filter(
      (each) => each.type === "trigger",
    );
    expect(triggers).toHaveLength(expected.length);
    expect(expected.length).toBeGreaterThan(0);
    database.close();
  });

  it("comes back from a file equal to what was saved, schema and all", async () => {
    const path = join(folder, "desa.db");
    const before = await readAll(place.home, village.database);
    const schema = await readSchema(place.home, village.database);
    await saveVillageFile(place, village, path, NOW);
    expect(statSync(path).mode & 0o077).toBe(0);
    await expect(saveVillageFile(place, village, path, NOW)).rejects.toThrow("exists");
    await changeVillage(place.home, village.database);
    const { database } = await restoreFile(path);
    const { restore_epochs: note, ...rows } = await readAll(place.home, database);
    expect(note).toHaveLength(1);
    expect({ ...rows, restore_epochs: [] }).toEqual(before);
    expect(await readSchema(place.home, database)).toEqual(schema);
  });

  it("refuses a file of another village and leaves nothing of it", async () => {
    const { village: other } = await storeVillage("52.03.01.2002");
    const path = join(folder, "lain.db");
    await saveVillageFile(place, other, path, NOW);
    await expect(restoreFile(path)).rejects.toThrow(RestoreError);
    const left = await (await fetch(`${place.home.adminUrl}v1/namespaces`)).text();
    expect(left.match(new RegExp(`${village.database}-pul`, "g")) ?? []).toHaveLength(1);
  });
});
