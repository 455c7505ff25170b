import type { Client, Value } from "@libsql/client/web";
import { strToU8, Zip, ZipDeflate } from "fflate";
import { copyName } from "./copy.ts";
import type { VillageRow } from "./directory/villages.ts";
import { jsonLine, sqlLiteral } from "./export-values.ts";
import { connect } from "./open.ts";
import { type Place, placeOf } from "./place.ts";
import { listAdditions, listTables, readRows, type Table } from "./tables.ts";

type Take = (chunk: Uint8Array) => void;

/**
 * Writes everything that a village's database holds as one zip: each table as JSON lines, the list of its files, and
 * SQL that makes the same database in any SQLite. Read from a copy, so that all of it is of one moment.
 * @param take gets the zip chunk by chunk, in order
 */
export async function exportVillage(place: Place, village: VillageRow, now: Date, take: Take): Promise<void> {
  const database = copyName(village.id, "ekspor", now);
  const { home, provisioner } = placeOf(place, village);
  await provisioner.copyDatabase(village.database, database);
  try {
    await writeZip(connect(home, database), village, now, take);
  } finally {
    await provisioner.deleteDatabase(database);
  }
}

async function writeZip(client: Client, village: VillageRow, now: Date, take: Take): Promise<void> {
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    failure ??= error;
    take(chunk);
  });
  const entry = (name: string) => openEntry(zip, name, now);
  const tables = await listTables(client);
  entry("BACA.txt").end(readmeOf(village, now));
  for (const table of tables) {
    const lines = entry(`tabel/${table.name}.jsonl`);
    for await (const rows of readRows(client, table)) {
      for (const row of rows) lines.write(jsonLine(table.columns, row));
    }
    lines.end();
  }
  await writeFileList(client, tables, entry("berkas.jsonl"));
  await writeSql(client, tables, entry("basis-data.sql"));
  zip.end();
  if (failure) throw failure;
}

interface Entry {
  write(text: string): void;
  end(text?: string): void;
}

function openEntry(zip: Zip, name: string, now: Date): Entry {
  const file = new ZipDeflate(name, { level: 6 });
  file.mtime = now;
  zip.add(file);
  return {
    write: (text) => file.push(strToU8(text)),
    end: (text = "") => file.push(strToU8(text), true),
  };
}

const FILE_COLUMNS = ["name", "media_type", "size_bytes", "sha256", "purpose", "created_at", "storage_key"];

async function writeFileList(client: Client, tables: Table[], list: Entry): Promise<void> {
  const table = tables.find((each) => each.name === "files");
  if (table) {
    for await (const rows of readRows(client, { ...table, columns: FILE_COLUMNS })) {
      for (const row of rows) list.write(jsonLine(FILE_COLUMNS, row));
    }
  }
  list.end();
}

async function writeSql(client: Client, tables: Table[], sql: Entry): Promise<void> {
  sql.write("PRAGMA foreign_keys=OFF;\nBEGIN;\n");
  for (const table of tables) {
    sql.write(`${table.sql};\n`);
    for await (const rows of readRows(client, table)) {
      for (const row of rows) sql.write(insertOf(table, row));
    }
  }
  for (const addition of await listAdditions(client)) sql.write(`${addition.sql};\n`);
  sql.end("COMMIT;\n");
}

function insertOf(table: Table, row: Value[]): string {
  const columns = table.columns.map((name) => `"${name}"`).join(", ");
  return `INSERT INTO "${table.name}" (${columns}) VALUES (${row.map(sqlLiteral).join(", ")});\n`;
}

function readmeOf(village: VillageRow, now: Date): string {
  return [
    `Ekspor lengkap basis data desa ${village.name} (${village.regionCode})`,
    `Dibuat ${now.toISOString()}`,
    "",
    "tabel/         satu berkas per tabel; setiap baris satu objek JSON",
    "berkas.jsonl   daftar berkas (foto, dokumen) dengan ukuran dan sidik SHA-256",
    "basis-data.sql membuat basis data yang sama: sqlite3 desa.db < basis-data.sql",
    "",
    "Ekspor ini memuat data pribadi dan sidik kata sandi. Simpan terkunci, jangan dibagikan.",
    "",
  ].join("\r\n");
}
