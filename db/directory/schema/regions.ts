import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * The official regions, province to village. Villages refer to `code`, so a region that the list drops is
 * marked by `retiredAt` and never deleted. `region_search` (FTS5, a hand-written migration, since drizzle declares
 * neither virtual tables nor triggers) indexes the two search texts and follows each write by triggers.
 */
export const regions = sqliteTable(
  "regions",
  {
    /** The code's digits as a number: the row id that the full-text index refers to. */
    number: integer("number").primaryKey(),
    /** As the Ministry of Home Affairs writes it, `52.01.14.2006`. */
    code: text("code").notNull().unique(),
    /** 1 province, 2 kabupaten or kota, 3 kecamatan, 4 village. */
    level: integer("level").notNull(),
    kind: text("kind", {
      enum: ["provinsi", "kabupaten", "kota", "kecamatan", "desa", "kelurahan", "desa_adat"],
    }).notNull(),
    name: text("name").notNull(),
    parentCode: text("parent_code"),
    /** The name without spaces, marks and kind, in one spelling (region-name.ts). */
    searchKey: text("search_key").notNull(),
    searchName: text("search_name").notNull(),
    /** The same words of all regions above, so that "senggigi lombok barat" finds the village. */
    searchPath: text("search_path").notNull(),
    retiredAt: text("retired_at"),
  },
  (t) => [index("regions_parent").on(t.parentCode, t.name)],
);
