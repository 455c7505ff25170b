import { type SQL, sql } from "drizzle-orm";
import type { DirectoryDb } from "../open.ts";
import {
  numberRanges,
  parseAnyRegionCode,
  type RegionKind,
  type RegionLevel,
  regionNumber,
} from "./region-code.ts";
import { type RegionQuery, readRegionQuery } from "./region-query.ts";

/** A region with the official names of itself and of all above it; null below its own level. */
export interface RegionPath {
  code: string;
  level: RegionLevel;
  kind: RegionKind;
  name: string;
  provinsi: string;
  kabupaten: string | null;
  kecamatan: string | null;
  desa: string | null;
  /** ISO time when the official list no longer had it. */
  retiredAt: string | null;
}

export interface RegionChoice {
  code: string;
  kind: RegionKind;
  name: string;
}

export interface RegionSearch {
  text: string;
  level?: RegionLevel;
  /** Only regions below this dotted code. */
  under?: string;
  /** Hits at most, 20 unless told, never more than 50. */
  limit?: number;
}

/**
 * Finds regions in use by name or code, in one statement: whole names first, then beginnings, then names whose
 * other words say what they lie in ("senggigi lombok barat"). Text that names nothing gives no hits, and no
 * text throws. Names by level carry the kind where the official list does ("Kabupaten Lombok Barat").
 */
export async function searchRegions(db: DirectoryDb, search: RegionSearch): Promise<RegionPath[]> {
  const statement = searchStatement(search);
  return statement ? db.all<RegionPath>(statement) : [];
}

/** The statement that searchRegions runs, null where there is nothing to ask; apart for EXPLAIN. */
export function searchStatement(search: RegionSearch): SQL | null {
  const limit = Math.min(Math.max(Math.trunc(search.limit ?? 20), 1), 50);
  const within = rangeOf(sql`r.number`, search);
  const code = parseAnyRegionCode(search.text);
  if (code) {
    const hit = sql`SELECT r.*, 0 AS place FROM regions r
      WHERE r.number = ${regionNumber(code)} AND ${within} AND r.retired_at IS NULL`;
    return withPath(hit, sql`place`);
  }
  const query = readRegionQuery(search.text);
  if (!query) return null;
  const hit = sql`SELECT r.*, row_number() OVER (ORDER BY ${rankOf(query)}) AS place
    FROM region_search s JOIN regions r ON r.number = s.rowid
    WHERE s.region_search MATCH ${query.match} AND ${rangeOf(sql`s.rowid`, search)} AND r.retired_at IS NULL
    ORDER BY place LIMIT ${limit}`;
  return withPath(hit, sql`place`);
}

/** The regions in use directly below `parentCode` by name; the provinces for null. One statement. */
export async function listChildren(db: DirectoryDb, parentCode: string | null): Promise<RegionChoice[]> {
  return db.all<RegionChoice>(childrenStatement(parentCode));
}

/** The statement that listChildren runs; apart for EXPLAIN. */
export function childrenStatement(parentCode: string | null): SQL {
  return sql`SELECT code, kind, name FROM regions
    WHERE parent_code IS ${parentCode} AND retired_at IS NULL ORDER BY name, number`;
}

/** The region of a dotted code, retired ones too, or null. One statement. */
export async function getRegionPath(db: DirectoryDb, code: string): Promise<RegionPath | null> {
  const [path] = await db.all<RegionPath>(pathStatement(code));
  return path ?? null;
}

/** The statement that getRegionPath runs, for pages that send it with others. */
export function pathStatement(code: string | SQL): SQL {
  return withPath(sql`SELECT * FROM regions WHERE code = ${code}`, sql`h.code`);
}

function withPath(hit: SQL, order: SQL): SQL {
  return sql`SELECT h.code, h.level, h.kind, h.name, p.name AS provinsi, k.name AS kabupaten, c.name AS kecamatan,
      iif(h.level = 4, h.name, NULL) AS desa, h.retired_at AS retiredAt
    FROM (${hit}) h
    LEFT JOIN regions p ON p.code = substr(h.code, 1, 2)
    LEFT JOIN regions k ON h.level >= 2 AND k.code = substr(h.code, 1, 5)
    LEFT JOIN regions c ON h.level >= 3 AND c.code = substr(h.code, 1, 8)
    ORDER BY ${order}`;
}

function rankOf({ keys, kinds, province }: RegionQuery): SQL {
  const each = (test: (key: string) => SQL) => sql.join(keys.map(test), sql` OR `);
  const whole = each((key) => sql`r.search_key = ${key}`);
  const begins = each((key) => sql`substr(r.search_key, 1, ${key.length}) = ${key}`);
  const leads = each((key) => sql`substr(${key}, 1, length(r.search_key)) = r.search_key`);
  const hinted = kinds.length > 0 ? sql`r.kind NOT IN ${kinds}` : sql`0`;
  return sql`CASE WHEN ${whole} OR r.code IS ${province} THEN 0 WHEN ${begins} THEN 1 WHEN ${leads} THEN 2 ELSE 3 END,
    ${hinted}, r.search_key <> ${keys[0]},
    CASE WHEN NOT (${begins}) AND (${leads}) THEN -length(r.search_key) ELSE 0 END,
    r.level, length(r.search_key), r.number`;
}

/** FTS5 takes ranges of its row ids as it takes the words: rows outside are never read. */
function rangeOf(column: SQL, { level, under }: RegionSearch): SQL {
  const ranges = numberRanges(level, under).map(([from, to]) => sql`${column} BETWEEN ${from} AND ${to}`);
  return ranges.length > 0 ? sql`(${sql.join(ranges, sql` OR `)})` : sql`0`;
}
