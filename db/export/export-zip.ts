import type { Client, Value } from "@libsql/client/web";
import type { VillageRow } from "../directory/villages.ts";
import type { ObjectStore } from "../object-store.ts";
import { listAdditions, listTables, readRows, type Table } from "../tables.ts";
import type { ExportRules } from "./export-rules.ts";
import { csvLine, sqlLiteral } from "./export-values.ts";
import { readmeOf } from "./readme.ts";
import { type ZipEntry, ZipStream } from "./zip-stream.ts";

export interface ExportWork {
  /** A copy that nobody changes, so that all of it is of one moment. */
  client: Client;
  files: Pick<ObjectStore, "get">;
  village: Pick<VillageRow, "id" | "name" | "regionCode">;
  rules: ExportRules;
  now: Date;
}

/** What an export held: for logs and progress. */
export interface ExportCounts {
  tables: number;
  rows: number;
  files: number;
  /** Files whose bytes are not in the store. */
  missing: number;
}

/**
 * Everything that a village's database and file store hold, as one zip in chunks: each table as CSV, SQL that makes the
 * same database in any SQLite, the files themselves, a README and SHA-256 sums. One page of rows or one file is in
 * memory at a time.
 * @returns what it held
 */
export async function* exportZip(work: ExportWork): AsyncGenerator<Uint8Array, ExportCounts> {
  const { client, rules, village, now } = work;
  const zip = new ZipStream(now);
  const counts: ExportCounts = { tables: 0, rows: 0, files: 0, missing: 0 };
  const tables = (await listTables(client)).filter(({ name }) => !rules.omitted.includes(name));
  zip.open("BACA.txt").end(readmeOf(village, now));
  for (const table of tables) {
    counts.tables++;
    const csv = zip.open(`tabel/${table.name}.csv`);
    // Excel takes a file for UTF-8 by this mark.
    csv.write(`\uFEFF${csvLine(table.columns)}`);
    for await (const rows of pagesOf(work, table)) {
      counts.rows += rows.length;
      csv.write(rows.map(csvLine).join(""));
      yield* zip.take();
    }
    csv.end();
    yield* zip.take();
  }
  yield* writeSql(work, tables, zip);
  yield* writeFiles(work, tables, zip, counts);
  yield* zip.finish();
  return counts;
}

/** Rows as they are handed out. */
async function* pagesOf({ client, rules }: ExportWork, table: Table): AsyncGenerator<Value[][]> {
  const blanked = (rules.blanked[table.name] ?? []).map((name) => table.columns.indexOf(name));
  for await (const rows of readRows(client, table)) {
    const page: Value[][] = [];
    for (const row of rows) {
      const open = rules.reveal ? await rules.reveal(table.name, table.columns, row) : row;
      page.push(open.map((value, index) => (blanked.includes(index) && value !== null ? "" : value)));
    }
    yield page;
  }
}

async function* writeSql(work: ExportWork, tables: Table[], zip: ZipStream): AsyncGenerator<Uint8Array> {
  const sql = zip.open("basis-data.sql");
  sql.write("PRAGMA foreign_keys=OFF;\nBEGIN;\n");
  for (const table of tables) {
    sql.write(`${table.sql};\n`);
    for await (const rows of pagesOf(work, table)) {
      sql.write(rows.map((row) => insertOf(table, row)).join(""));
      yield* zip.take();
    }
  }
  const names = new Set(tables.map(({ name }) => name));
  for (const addition of await listAdditions(work.client))
    if (names.has(addition.table)) sql.write(`${addition.sql};\n`);
  sql.end("COMMIT;\n");
  yield* zip.take();
}

function insertOf(table: Table, row: Value[]): string {
  const columns = table.columns.map((name) => `"${name}"`).join(", ");
  return `INSERT INTO "${table.name}" (${columns}) VALUES (${row.map(sqlLiteral).join(", ")});\n`;
}

const FILE_COLUMNS = ["id", "name", "media_type", "size_bytes", "sha256", "storage_key"];

/** The files under their ids, and a list that says what each is called. */
async function* writeFiles(
  work: ExportWork,
  tables: Table[],
  zip: ZipStream,
  counts: ExportCounts,
): AsyncGenerator<Uint8Array> {
  const table = tables.find(({ name }) => name === "files");
  const lines = [csvLine(["berkas", "nama", "jenis", "ukuran", "sha256", "ada"])];
  for await (const rows of table ? readRows(work.client, { ...table, columns: FILE_COLUMNS }) : []) {
    for (const [id, name, mediaType, size, sha256, key] of rows) {
      const path = `berkas/${id}${endingOf(String(name))}`;
      const isThere = await addFile(work, zip, path, String(key));
      counts[isThere ? "files" : "missing"]++;
      lines.push(
        csvLine([
          path,
          name ?? null,
          mediaType ?? null,
          size ?? null,
          sha256 ?? null,
          isThere ? "ya" : "tidak",
        ]),
      );
      yield* zip.take();
    }
  }
  zip.open("berkas.csv").end(`\uFEFF${lines.join("")}`);
  yield* zip.take();
}

async function addFile({ files }: ExportWork, zip: ZipStream, path: string, key: string): Promise<boolean> {
  const found = await files.get(key);
  if (!found) return false;
  const entry: ZipEntry = zip.open(path, true);
  entry.end(found.bytes);
  return true;
}

function endingOf(name: string): string {
  return /\.[a-z0-9]{1,5}$/i.exec(name)?.[0].toLowerCase() ?? "";
}
