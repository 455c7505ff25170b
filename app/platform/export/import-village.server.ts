import type { VillageRow } from "#db/directory/villages.ts";
import { migrateDatabase } from "#db/migrate.ts";
import type { ObjectStore } from "#db/object-store.ts";
import { connect } from "#db/open.ts";
import { placeOf } from "#db/place.ts";
import { type RestoreDeps, restoreVillage } from "#db/restore/restore-village.ts";
import { listTables, type Table } from "#db/tables.ts";
import { migrations } from "#db/village/migrations/bundle.ts";
import type { Keys } from "../keys/keys.ts";
import type { SealedField } from "../keys/sealed-field.ts";
import { type ExportArchive, ImportError } from "./export-archive.ts";
import { SEALED_EXPORT } from "./export-rules.ts";
import { resealRow } from "./reseal-row.ts";

/** What signing up and looking around leave: a village that holds rows elsewhere is not empty. */
const LEFT_BY_SIGNUP = new Set([
  ...SEALED_EXPORT.omitted,
  "access_log",
  "accounts",
  "audit_log",
  "due_items",
  "inbox_items",
  "invitations",
  "module_switches",
  "outbox",
  "position_terms",
  "restore_epochs",
  "retention_runs",
  "settings",
  "terms_acceptances",
  "village_profile",
]);

/** Whoever waits for his account chose a secret that exports leave out: he registers again. */
const NOT_BROUGHT = new Set(["resident_registrations"]);

const ROWS_A_CHUNK = 200;

type Client = ReturnType<typeof connect>;
type Statements = Parameters<Client["migrate"]>[0];

export interface ImportWork extends Omit<RestoreDeps, "rules"> {
  village: VillageRow;
  archive: ExportArchive;
  files: Pick<ObjectStore, "put">;
  keys: Keys;
  fields: readonly SealedField[];
  /** Who asked, as the proof names him. */
  askedBy: string;
}

/** What came in: for the command's lines. */
export interface Imported {
  rows: number;
  files: number;
  /** Rows that can't come back: what they held was a secret, and exports leave secrets out. */
  leftOut: number;
}

/**
 * Makes an empty village hold what a full export holds: rows under their ids, files, and the trail of who did what; what
 * was sealed is sealed under the village's own keys. It goes into a new database, to which the village is switched only
 * once all of it is there: cut off before, it is as it was, and the same call begins anew.
 * @throws ImportError where the village is not empty, or the export is another village's, or holds what this Balai does
 *   not know; RestoreError where somebody else migrates or moves the village
 */
export async function importVillage(work: ImportWork): Promise<Imported> {
  const { village, archive, askedBy, ...deps } = work;
  requireSameVillage(archive, village);
  const { home } = placeOf(work.place, village);
  await requireEmpty(connect(home, village.database));
  const imported: Imported = { rows: 0, files: 0, leftOut: 0 };
  const load = (database: string) => fillDatabase(work, database, imported);
  const rules = { numbers: [], carried: [], cleared: [] };
  await restoreVillage({ ...deps, rules }, village.id, {
    source: { kind: "load", name: "ekspor lengkap", at: work.now, load },
    askedBy,
  });
  return imported;
}

function requireSameVillage(archive: ExportArchive, village: VillageRow): void {
  const { columns, rows } = archive.table("village_profile");
  const code = rows[0]?.[columns.indexOf("region_code")];
  if (code !== village.regionCode)
    throw new ImportError(`ekspor ini milik desa dengan kode ${code ?? "-"}, bukan ${village.regionCode}`);
}

async function requireEmpty(client: Client): Promise<void> {
  for (const { name } of await listTables(client)) {
    if (LEFT_BY_SIGNUP.has(name)) continue;
    const { rows } = await client.execute(`SELECT 1 FROM "${name}" LIMIT 1`);
    if (rows.length > 0) throw new ImportError(`desa ini sudah berisi data (${name})`);
  }
}

async function fillDatabase(work: ImportWork, database: string, imported: Imported): Promise<void> {
  const { home, provisioner } = placeOf(work.place, work.village);
  Object.assign(imported, { rows: 0, files: 0, leftOut: 0 });
  await provisioner.createDatabase(database);
  await migrateDatabase(home, database, migrations, work.now.toISOString());
  const client = connect(home, database);
  const tables = new Map((await listTables(client)).map((table) => [table.name, table]));
  for (const name of work.archive.tables()) await fillTable(work, client, name, tables.get(name), imported);
  await putFiles(work, imported);
}

async function fillTable(
  work: ImportWork,
  client: Client,
  name: string,
  table: Table | undefined,
  imported: Imported,
): Promise<void> {
  const { columns, rows } = work.archive.table(name);
  if (rows.length === 0) return;
  // Exports hold no sessions and no passwords: what stands there was put in by somebody else, to be let in by.
  if (NOT_BROUGHT.has(name) || SEALED_EXPORT.omitted.includes(name)) {
    imported.leftOut += rows.length;
    return;
  }
  const unknown = columns.find((column) => !table?.columns.includes(column));
  if (!table || unknown !== undefined)
    throw new ImportError(
      `ekspor ini memuat ${name}${unknown ? `.${unknown}` : ""}, yang tidak dikenal Balai ini; perbarui Balai dahulu`,
    );
  const required = await requiredColumns(client, name);
  const secrets = SEALED_EXPORT.blanked[name] ?? [];
  const list = columns.map((column) => `"${column}"`).join(", ");
  const sql = `INSERT INTO "${name}" (${list}) VALUES (${columns.map(() => "?").join(", ")})`;
  for (let from = 0; from < rows.length; from += ROWS_A_CHUNK) {
    const statements: Statements = [];
    for (const row of rows.slice(from, from + ROWS_A_CHUNK)) {
      const own = name === "files" ? ownFile(columns, row, work.village.id) : row;
      const bare = own.map((value, at) => (secrets.includes(columns[at] ?? "") && value ? "" : value));
      const args = await resealRow(work, name, columns, bare);
      if (columns.some((column, at) => required.has(column) && args[at] === null)) imported.leftOut++;
      else statements.push({ sql, args });
    }
    imported.rows += statements.length;
    // Foreign keys are not in force in it: a row may point to one that comes later.
    if (statements.length > 0) await client.migrate(statements);
  }
}

async function requiredColumns(client: Client, table: string): Promise<Set<string>> {
  const { rows } = await client.execute(`SELECT name FROM pragma_table_info('${table}') WHERE "notnull" = 1`);
  return new Set(rows.map((row) => String(row.name)));
}

/** A file lies under its village's own id; small pictures of it are made anew. */
function ownFile(columns: readonly string[], row: readonly (string | null)[], villageId: string) {
  return row.map((value, at) => {
    if (columns[at] === "thumbnail_key") return null;
    if (columns[at] !== "storage_key" || value === null) return value;
    return ownKey(value, villageId);
  });
}

function ownKey(key: string, villageId: string): string {
  return `${villageId}/${key.slice(key.indexOf("/") + 1)}`;
}

async function putFiles({ archive, files, village }: ImportWork, imported: Imported): Promise<void> {
  const { columns, rows } = archive.table("files");
  const value = (row: readonly (string | null)[], column: string) => row[columns.indexOf(column)] ?? "";
  const paths = new Map(
    [...archive.names].flatMap((path): [string, string][] => {
      const id = /^berkas\/([^/.]+)(?:\.[a-z0-9]{1,5})?$/.exec(path)?.[1];
      return id ? [[id, path]] : [];
    }),
  );
  for (const row of rows) {
    const path = paths.get(value(row, "id"));
    if (!path) continue;
    const key = ownKey(value(row, "storage_key"), village.id);
    await files.put(key, archive.read(path) as Uint8Array<ArrayBuffer>, value(row, "media_type"));
    imported.files++;
  }
}
