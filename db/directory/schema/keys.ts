import { index, sqliteTable, text } from "drizzle-orm/sqlite-core";

/**
 * Data keys, wrapped by the master key. An owner (a village's id, or `direktori`) has one present key per purpose;
 * retired ones open what was sealed before and are kept as long as a backup needs them.
 */
export const dataKeys = sqliteTable(
  "data_keys",
  {
    /** Stands in each ciphertext. */
    id: text("id").primaryKey(),
    owner: text("owner").notNull(),
    purpose: text("purpose", { enum: ["seal", "index"] }).notNull(),
    /** The key under the master key: base64url of iv and ciphertext. */
    wrapped: text("wrapped").notNull(),
    masterKeyId: text("master_key_id").notNull(),
    createdAt: text("created_at").notNull(),
    /** Set when a newer key took its place; nothing is sealed with it since. */
    retiredAt: text("retired_at"),
    /** Set when the rotation has sealed everything anew: only backups need the key from then on. */
    unusedSince: text("unused_since"),
  },
  (t) => [index("data_keys_owner").on(t.owner, t.purpose, t.createdAt)],
);
