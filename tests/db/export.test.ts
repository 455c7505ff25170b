import { createHash } from "node:crypto";
import { mkdtempSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import Database from "libsql";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { VillageRow } from "#db/directory/villages.ts";
import { exportVillage } from "#db/export/export-village.ts";
import { loadVillageFile, saveVillageFile } from "#db/local/village-file.ts";
import { connect } from "#db/open.ts";
import type { Place } from "#db/place.ts";
import { RestoreError } from "#db/restore/restore-error.ts";
import { restoreVillage } from "#db/restore/restore-village.ts";
import { listTables } from "#db/tables.ts";
import { createMemoryFileStore } from "#tests/support/memory-file-store.ts";
import { removeFolder } from "../support/remove-folder.ts";
import { changeVillage, readAll, readSchema, storeVillage } from "./stored-village.ts";

vi.setConfig({ testTimeout: 120_000 });
const PHOTO = new Uint8Array([255, 216, 255, 0, 1, 2]);
const NOW = new Date("2026-11-24T04:00:00.000Z");

describe("a village's data outside of its home", () => {
  let place: Place;
  let village: VillageRow;
  let folder: string;
  beforeAll(async () => {
    ({ place, village } = await storeVillage("52.03.01.2001"));
    folder = mkdtempSync(join(tmpdir(), "balai-export-"));
  });
  afterAll(() => removeFolder(folder));

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
    const files = createMemoryFileStore();
    await files.put(`${village.id}/abc`, PHOTO, "image/jpeg");
    const rules = { omitted: ["sessions"], blanked: { accounts: ["password_hash"] } };
    await exportVillage({ place, village, files, rules, now: NOW }, (chunk) => void chunks.push(chunk));
    return unzipSync(new Uint8Array(Buffer.concat(chunks)));
  };

  it("is exported whole: every table as CSV, the files, sums of all, nothing left behind", async () => {
    const zip = await readZip();
    const text = (name: string) => strFromU8(zip[name] ?? new Uint8Array());
    const rows = await readAll(place.home, village.database);
    for (const table of await listTables(connect(place.home, village.database))) {
      if (table.name === "sessions") continue;
      const csv = text(`tabel/${table.name}.csv`);
      expect(csv.startsWith(`${table.columns.join(",")}\r\n`), table.name).toBe(true);
      expect([...(zip[`tabel/${table.name}.csv`] ?? []).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      expect(csv.split("\r\n").length - 2, table.name).toBe(rows[table.name]?.length);
    }
    expect(text("tabel/accounts.csv")).toContain("Ni Luh O'Brien");
    expect(text("tabel/accounts.csv")).not.toContain("scrypt$");
    expect(text("tabel/village_profile.csv")).toContain('"[""PEMERINTAH"",""DESA \\""X\\""""]"');
    expect(zip["tabel/sessions.csv"]).toBeUndefined();
    expect(zip["berkas/f1.jpg"]).toEqual(PHOTO);
    expect(text("berkas.csv")).toContain("berkas/f1.jpg,foto.jpg,image/jpeg,123,00,ya");
    expect(text("BACA.txt")).toContain("52.03.01.2001");
    const sums = text("SHA256SUMS.txt").trim().split("\n");
    expect(sums).toHaveLength(Object.keys(zip).length - 1);
    for (const line of sums) {
      const [sum, name = ""] = line.split("  ");
      expect(
        createHash("sha256")
          .update(zip[name] ?? "")
          .digest("hex"),
        name,
      ).toBe(sum);
    }
    const left = await (await fetch(`${place.home.adminUrl}v1/namespaces`)).text();
    expect(left).not.toContain(`${village.database}-eks`);
  });

  it("is made again by any SQLite from the SQL in the export", async () => {
    const zip = await readZip();
    const database = new Database(":memory:");
    database.exec(strFromU8(zip["basis-data.sql"] ?? new Uint8Array()));
    const { sessions: _omitted, accounts, ...rows } = await readAll(place.home, village.database);
    for (const [table, expected] of Object.entries(rows)) {
      const found = database.prepare(`SELECT * FROM "${table}" ORDER BY rowid`).raw().all();
      expect(found, table).toEqual(expected);
    }
    const people = database.prepare("SELECT count(*) FROM accounts WHERE password_hash = ''").raw().get();
    expect(people).toEqual([accounts?.length]);
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
