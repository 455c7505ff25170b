import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** One row (id = 1): what the village tells of itself and how its papers look. */
export const villageProfile = sqliteTable("village_profile", {
  id: integer("id").primaryKey(),
  name: text("name").notNull(),
  regionCode: text("region_code").notNull(),
  districtName: text("district_name").notNull(),
  regencyName: text("regency_name").notNull(),
  provinceName: text("province_name").notNull(),
  /** Local names of village, head and hamlet: Desa/Kepala Desa/Dusun unless set otherwise. */
  villageTerm: text("village_term").notNull().default("Desa"),
  headTerm: text("head_term").notNull().default("Kepala Desa"),
  hamletTerm: text("hamlet_term").notNull().default("Dusun"),
  timeZone: text("time_zone", { enum: ["WIB", "WITA", "WIT"] }).notNull(),
  address: text("address"),
  postalCode: text("postal_code"),
  phone: text("phone"),
  email: text("email"),
  officeHours: text("office_hours"),
  about: text("about"),
  emblemFileId: text("emblem_file_id"),
  /** JSON array of the centred lines of the kop; null = made from the names above. */
  letterheadLines: text("letterhead_lines", { mode: "json" }).$type<string[]>(),
  paper: text("paper", { enum: ["F4", "A4"] })
    .notNull()
    .default("F4"),
  updatedAt: text("updated_at").notNull(),
});

/** Dusun, RW and RT, each under its parent. */
export const areas = sqliteTable(
  "areas",
  {
    id: text("id").primaryKey(),
    kind: text("kind", { enum: ["dusun", "rw", "rt"] }).notNull(),
    parentId: text("parent_id"),
    name: text("name").notNull(),
    createdAt: text("created_at").notNull(),
    retiredAt: text("retired_at"),
  },
  (t) => [index("areas_parent").on(t.parentId)],
);

/** Where each paper book stands: the next number that Balai gives follows it. */
export const bookNumbers = sqliteTable(
  "book_numbers",
  {
    book: text("book").notNull(),
    year: integer("year").notNull(),
    lastNumber: integer("last_number").notNull(),
    updatedAt: text("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.book, t.year] })],
);

export const moduleSwitches = sqliteTable("module_switches", {
  module: text("module").primaryKey(),
  isOn: integer("is_on", { mode: "boolean" }).notNull(),
  changedBy: text("changed_by").notNull(),
  changedAt: text("changed_at").notNull(),
});

/** Steps of the first hour that the village marked as done or as not needed. */
export const checklistMarks = sqliteTable("checklist_marks", {
  item: text("item").primaryKey(),
  mark: text("mark", { enum: ["done", "skipped"] }).notNull(),
  markedBy: text("marked_by").notNull(),
  markedAt: text("marked_at").notNull(),
});

/** Settings that modules read: key -> JSON. */
export const settings = sqliteTable("settings", {
  key: text("key").primaryKey(),
  value: text("value", { mode: "json" }).$type<unknown>().notNull(),
  updatedAt: text("updated_at").notNull(),
});

/** Bytes lie in the file store under `storageKey`; a row exists before anything points to it. */
export const files = sqliteTable(
  "files",
  {
    id: text("id").primaryKey(),
    storageKey: text("storage_key").notNull(),
    name: text("name").notNull(),
    mediaType: text("media_type").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    sha256: text("sha256").notNull(),
    purpose: text("purpose").notNull(),
    /** Storage key of the small picture for lists, where there is one. */
    thumbnailKey: text("thumbnail_key"),
    isPublic: integer("is_public", { mode: "boolean" }).notNull().default(false),
    createdBy: text("created_by").notNull(),
    createdAt: text("created_at").notNull(),
    /** Set once a record points to the file; those without are swept after 7 days. */
    attachedAt: text("attached_at"),
  },
  (t) => [index("files_unattached").on(t.attachedAt, t.createdAt)],
);
