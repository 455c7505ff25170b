import { sql } from "drizzle-orm";
import type { DirectoryDb } from "../open.ts";
import { isRegionCode, kindOf, levelOf, parentOf, type RegionKind, regionNumber } from "./region-code.ts";
import { searchTexts } from "./region-name.ts";

const READ_ROWS = 5_000;
const WRITE_ROWS = 2_000;
const MAX_RETIRED_SHARE = 0.1;

/** One line of the official list; everything else follows from it. */
export interface OfficialRegion {
  /** Dotted. */
  code: string;
  name: string;
}

export interface LoadReport {
  inserted: number;
  updated: number;
  retired: number;
  unchanged: number;
}

export interface LoadOptions {
  now: Date;
  /** Refuse where more than this share of the regions in use would be retired; 0.1 unless told. */
  maxRetiredShare?: number;
}

/** The list itself is wrong; nothing was written. */
export class RegionListError extends Error {
  override name = "RegionListError";
}

interface RegionRow {
  number: number;
  code: string;
  level: number;
  kind: RegionKind;
  name: string;
  parentCode: string | null;
  searchKey: string;
  searchName: string;
  searchPath: string;
}

interface StoredRow {
  number: number;
  texts: string;
  retiredAt: string | null;
}

/**
 * Makes the directory's regions equal to the official list: adds, rewrites what differs, retires what the list
 * no longer has. Writes nothing where nothing differs; a run cut off half-way is finished by the next.
 * Throws RegionListError for an unknown kind of code, a code twice, a missing parent or a list cut short.
 */
export async function loadRegions(
  db: DirectoryDb,
  list: Iterable<OfficialRegion>,
  { now, maxRetiredShare = MAX_RETIRED_SHARE }: LoadOptions,
): Promise<LoadReport> {
  const rows = describeRegions(list);
  const stored = await readStored(db);
  const inserted = rows.filter((row) => !stored.has(row.number));
  const updated = rows.filter((row) => stored.has(row.number) && stored.get(row.number) !== textsOf(row));
  const listed = new Set(rows.map((row) => row.number));
  const inUse = [...stored].filter(([, texts]) => texts !== RETIRED).map(([number]) => number);
  const retired = inUse.filter((number) => !listed.has(number));
  if (retired.length > inUse.length * maxRetiredShare) {
    throw new RegionListError(`${retired.length} of ${inUse.length} regions in use are not in the list`);
  }
  await writeRows(db, [...inserted, ...updated]);
  await retire(db, retired, now);
  const report = { inserted: inserted.length, updated: updated.length, retired: retired.length };
  return { ...report, unchanged: rows.length - inserted.length - updated.length };
}

// Stands for the texts of a retired row, so that the same code is written again when it comes back.
const RETIRED = "";

function describeRegions(list: Iterable<OfficialRegion>): RegionRow[] {
  const rows = new Map<string, RegionRow>();
  const sorted = [...list].sort((a, b) => a.code.length - b.code.length);
  for (const { code, name } of sorted) {
    if (!isRegionCode(code) || name.trim() === "") throw new RegionListError(`not a region: ${code} ${name}`);
    if (rows.has(code)) throw new RegionListError(`${code} is in the list twice`);
    const parent = rows.get(parentOf(code) ?? "");
    if (!parent && levelOf(code) > 1) throw new RegionListError(`${code} has no parent in the list`);
    rows.set(code, describeRegion(code, name.trim(), parent));
  }
  if (rows.size === 0) throw new RegionListError("the list is empty");
  return [...rows.values()];
}

function describeRegion(code: string, name: string, parent: RegionRow | undefined): RegionRow {
  const level = levelOf(code);
  const { key, words } = searchTexts(code, level, name);
  const above = parent ? `${parent.searchName} ${parent.searchPath}`.trim() : "";
  return {
    number: regionNumber(code),
    code,
    level,
    kind: kindOf(code),
    name,
    parentCode: parent?.code ?? null,
    searchKey: key,
    searchName: words,
    searchPath: [...new Set(above.split(" "))].join(" "),
  };
}

function textsOf(row: RegionRow): string {
  return [row.name, row.kind, row.searchKey, row.searchName, row.searchPath].join("\n");
}

// In parts: one answer of a libSQL server may be no larger than 10 MB.
async function readStored(db: DirectoryDb): Promise<Map<number, string>> {
  const stored = new Map<number, string>();
  let last = 0;
  for (;;) {
    const part = await db.all<StoredRow>(sql`SELECT number, retired_at AS retiredAt,
        name || char(10) || kind || char(10) || search_key || char(10) || search_name || char(10) || search_path AS texts
      FROM regions WHERE number > ${last} ORDER BY number LIMIT ${READ_ROWS}`);
    for (const row of part) stored.set(row.number, row.retiredAt ? RETIRED : row.texts);
    if (part.length < READ_ROWS) return stored;
    last = part.at(-1)?.number ?? last;
  }
}

async function writeRows(db: DirectoryDb, rows: RegionRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += WRITE_ROWS) {
    const part = JSON.stringify(rows.slice(from, from + WRITE_ROWS));
    await db.run(sql`INSERT INTO regions
        (number, code, level, kind, name, parent_code, search_key, search_name, search_path, retired_at)
      SELECT value->>'number', value->>'code', value->>'level', value->>'kind', value->>'name', value->>'parentCode',
        value->>'searchKey', value->>'searchName', value->>'searchPath', NULL
      FROM json_each(${part}) WHERE true
      ON CONFLICT (number) DO UPDATE SET kind = excluded.kind, name = excluded.name,
        search_key = excluded.search_key, search_name = excluded.search_name, search_path = excluded.search_path,
        retired_at = NULL`);
  }
}

async function retire(db: DirectoryDb, numbers: number[], now: Date): Promise<void> {
  for (let from = 0; from < numbers.length; from += WRITE_ROWS) {
    const part = JSON.stringify(numbers.slice(from, from + WRITE_ROWS));
    await db.run(sql`UPDATE regions SET retired_at = ${now.toISOString()}
      WHERE number IN (SELECT value FROM json_each(${part}))`);
  }
}
