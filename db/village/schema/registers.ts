import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** Who wrote a row of a register, when, and which writing it is. A row struck out stays, with the reason. */
const kept = () => ({
  note: text("note"),
  voidedAt: text("voided_at"),
  voidReason: text("void_reason"),
  createdBy: text("created_by").notNull(),
  createdAt: text("created_at").notNull(),
  updatedAt: text("updated_at").notNull(),
  version: integer("version").notNull().default(1),
});

/** A.1: village regulations, joint ones and those of the head. Later modules write rows too. */
export const villageRegulations = sqliteTable(
  "village_regulations",
  {
    id: text("id").primaryKey(),
    kind: text("kind", { enum: ["peraturan-desa", "peraturan-bersama", "peraturan-kepala-desa"] }).notNull(),
    number: text("number").notNull(),
    setOn: text("set_on").notNull(),
    about: text("about").notNull(),
    summary: text("summary"),
    /** Day on which the BPD agreed. */
    agreedOn: text("agreed_on"),
    reportedNumber: text("reported_number"),
    reportedOn: text("reported_on"),
    fileId: text("file_id"),
    isPublic: integer("is_public", { mode: "boolean" }).notNull().default(false),
    ...kept(),
  },
  (t) => [index("village_regulations_day").on(t.setOn, t.id)],
);

/** A.2: decrees of the head. */
export const headDecrees = sqliteTable(
  "head_decrees",
  {
    id: text("id").primaryKey(),
    number: text("number").notNull(),
    setOn: text("set_on").notNull(),
    about: text("about").notNull(),
    summary: text("summary"),
    reportedNumber: text("reported_number"),
    reportedOn: text("reported_on"),
    fileId: text("file_id"),
    isPublic: integer("is_public", { mode: "boolean" }).notNull().default(false),
    ...kept(),
  },
  (t) => [index("head_decrees_day").on(t.setOn, t.id)],
);

/** A.3: a thing that the village owns, how it came, and how it went. Numbers of pieces. */
export const inventoryItems = sqliteTable(
  "inventory_items",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    code: text("code"),
    quantity: integer("quantity").notNull(),
    unit: text("unit").notNull(),
    origin: text("origin", {
      enum: ["dibeli", "bantuan-pemerintah", "bantuan-provinsi", "bantuan-kabupaten", "sumbangan"],
    }).notNull(),
    acquiredOn: text("acquired_on").notNull(),
    /** Whole rupiah; null where nobody knows. */
    value: integer("value"),
    place: text("place"),
    ...kept(),
  },
  (t) => [index("inventory_items_day").on(t.acquiredOn, t.id)],
);

/** What became of pieces of a thing: found damaged, mended, or struck off. Append-only; a wrong one is voided. */
export const inventoryChanges = sqliteTable(
  "inventory_changes",
  {
    id: text("id").primaryKey(),
    itemId: text("item_id")
      .notNull()
      .references(() => inventoryItems.id),
    kind: text("kind", {
      enum: ["rusak", "diperbaiki", "dihapus-rusak", "dihapus-dijual", "dihapus-disumbangkan"],
    }).notNull(),
    quantity: integer("quantity").notNull(),
    happenedOn: text("happened_on").notNull(),
    basis: text("basis"),
    ...kept(),
  },
  (t) => [index("inventory_changes_item").on(t.itemId, t.happenedOn)],
);

/** A.4: what the register of officials says of a term of office besides `position_terms`. Also of officials of the past. */
export const officialRecords = sqliteTable(
  "official_records",
  {
    id: text("id").primaryKey(),
    /** The term in Balai, where there is one; people of the time before Balai have none. */
    termId: text("term_id"),
    name: text("name").notNull(),
    position: text("position").notNull(),
    niap: text("niap"),
    nipSealed: text("nip_sealed"),
    /** 1 man, 2 woman. */
    sex: integer("sex").notNull(),
    birthPlace: text("birth_place"),
    birthDate: text("birth_date"),
    religion: integer("religion"),
    rank: text("rank"),
    education: integer("education"),
    appointedNumber: text("appointed_number"),
    appointedOn: text("appointed_on").notNull(),
    dismissedNumber: text("dismissed_number"),
    dismissedOn: text("dismissed_on"),
    ...kept(),
  },
  (t) => [
    index("official_records_day").on(t.appointedOn, t.id),
    uniqueIndex("official_records_term").on(t.termId),
  ],
);

/** A.9: what was promulgated in Lembaran Desa or Berita Desa. */
export const gazetteEntries = sqliteTable(
  "gazette_entries",
  {
    id: text("id").primaryKey(),
    book: text("book", { enum: ["lembaran-desa", "berita-desa"] }).notNull(),
    year: integer("year").notNull(),
    number: integer("number").notNull(),
    /** The regulation of A.1, where it stands there. */
    regulationId: text("regulation_id").references(() => villageRegulations.id),
    ruleKind: text("rule_kind").notNull(),
    ruleNumber: text("rule_number").notNull(),
    setOn: text("set_on").notNull(),
    about: text("about").notNull(),
    promulgatedOn: text("promulgated_on").notNull(),
    ...kept(),
  },
  (t) => [uniqueIndex("gazette_entries_number").on(t.book, t.year, t.number)],
);

/** A register as PDF or XLSX that is made by a job because it is long; the file goes after a day. */
export const registerFiles = sqliteTable(
  "register_files",
  {
    id: text("id").primaryKey(),
    register: text("register").notNull(),
    /** Chosen date or month, filters: what makes the same file again. */
    choice: text("choice", { mode: "json" }).$type<Record<string, string>>().notNull(),
    format: text("format", { enum: ["pdf", "xlsx", "csv"] }).notNull(),
    state: text("state", { enum: ["waiting", "making", "ready", "failed", "gone"] }).notNull(),
    progress: integer("progress").notNull().default(0),
    rowCount: integer("row_count").notNull().default(0),
    attempts: integer("attempts").notNull().default(0),
    fileId: text("file_id"),
    error: text("error"),
    createdBy: text("created_by").notNull(),
    createdAt: text("created_at").notNull(),
    updatedAt: text("updated_at").notNull(),
  },
  (t) => [index("register_files_state").on(t.state, t.updatedAt)],
);
