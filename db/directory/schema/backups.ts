import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** An encrypted copy of one database in the file store. */
export const backups = sqliteTable(
  "backups",
  {
    id: text("id").primaryKey(),
    /** A village's id, `direktori` or `perbandingan`. */
    owner: text("owner").notNull(),
    reason: text("reason", { enum: ["nightly", "before-migration", "before-restore", "by-hand"] }).notNull(),
    state: text("state", { enum: ["running", "stored", "verified", "failed", "deleted"] }).notNull(),
    storageKey: text("storage_key").notNull(),
    /** Of the encrypted object. */
    sizeBytes: integer("size_bytes"),
    /** SHA-256 over all tables' rows in order: what a restored copy is compared with. */
    contentHash: text("content_hash"),
    schemaVersion: integer("schema_version"),
    epoch: integer("epoch"),
    /** Ids of the data keys that open what is sealed inside. */
    keyIds: text("key_ids", { mode: "json" }).$type<string[]>(),
    takenAt: text("taken_at").notNull(),
    finishedAt: text("finished_at"),
    verifiedAt: text("verified_at"),
    error: text("error"),
    expiresAt: text("expires_at").notNull(),
  },
  (t) => [index("backups_owner").on(t.owner, t.takenAt), index("backups_expiry").on(t.state, t.expiresAt)],
);

/** A restore, and what it did: append-only proof for the village and the operator. */
export const restores = sqliteTable(
  "restores",
  {
    id: text("id").primaryKey(),
    villageId: text("village_id").notNull(),
    /** Moment that the village went back to. */
    restoredTo: text("restored_to").notNull(),
    source: text("source").notNull(),
    /** Epoch that the restore opened. */
    epoch: integer("epoch").notNull(),
    previousDatabase: text("previous_database").notNull(),
    database: text("database").notNull(),
    askedBy: text("asked_by").notNull(),
    at: text("at").notNull(),
    /** JSON: per number series the highest number before and after; outbox rows marked as sent. */
    outcome: text("outcome", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
  },
  (t) => [index("restores_village").on(t.villageId, t.at)],
);

/** A restore that somebody asked for; one that was cut off is carried on. What it did stands in `restores`, by the same id. */
export const restoreOrders = sqliteTable(
  "restore_orders",
  {
    id: text("id").primaryKey(),
    villageId: text("village_id").notNull(),
    /** Where from: a backup's id, a moment (ISO 8601), or the name of a copy beside the village's database. */
    sourceKind: text("source_kind", { enum: ["backup", "moment", "copy"] }).notNull(),
    source: text("source").notNull(),
    askedBy: text("asked_by").notNull(),
    askedAt: text("asked_at").notNull(),
    state: text("state", { enum: ["waiting", "done", "failed"] }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** Why it failed, or what its last try met, for the operator. */
    lastError: text("last_error"),
    finishedAt: text("finished_at"),
  },
  (t) => [
    uniqueIndex("restore_orders_open").on(t.villageId).where(sql`state = 'waiting'`),
    index("restore_orders_state").on(t.state, t.askedAt),
  ],
);

/** What is left of a village that was erased: that it was, when, by whom, and what went. */
export const erasures = sqliteTable(
  "erasures",
  {
    villageId: text("village_id").primaryKey(),
    name: text("name").notNull(),
    regionCode: text("region_code").notNull(),
    reason: text("reason", { enum: ["trial-over", "exit", "claim-refused"] }).notNull(),
    askedBy: text("asked_by").notNull(),
    /** When the village asked for it; null where nobody did (a trial that ended). */
    askedAt: text("asked_at"),
    startedAt: text("started_at").notNull(),
    finishedAt: text("finished_at"),
    /** Step that comes next, so that an erasure which was cut off goes on. */
    step: text("step", { enum: ["database", "files", "backups", "keys", "done"] }).notNull(),
    /** JSON: counts of databases, files, backups and keys removed. */
    removed: text("removed", { mode: "json" }).$type<Record<string, number>>().notNull(),
    /** SHA-256 of the token in the proof's address. */
    proofHash: text("proof_hash"),
  },
  (t) => [
    uniqueIndex("erasures_proof").on(t.proofHash),
    index("erasures_open").on(t.finishedAt, t.startedAt),
  ],
);
