import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** One upload of a kabupaten's list of officials; the one that is in force and not replaced counts. */
export const officialLists = sqliteTable(
  "official_lists",
  {
    id: text("id").primaryKey(),
    /** Region code of the kabupaten or kota, `52.01`. */
    regencyCode: text("regency_code").notNull(),
    fileName: text("file_name").notNull(),
    uploadedBy: text("uploaded_by").notNull(),
    uploadedAt: text("uploaded_at").notNull(),
    rowCount: integer("row_count").notNull(),
    /** Set when its uploader put it in force; until then it is only being checked. */
    inForceAt: text("in_force_at"),
    /** Set when a later list took its place. */
    replacedAt: text("replaced_at"),
  },
  (t) => [index("official_lists_regency").on(t.regencyCode, t.uploadedAt)],
);

/** An official as the kabupaten lists him. Only what a match needs: the phone as blind index alone. */
export const listedOfficials = sqliteTable(
  "listed_officials",
  {
    id: text("id").primaryKey(),
    listId: text("list_id")
      .notNull()
      .references(() => officialLists.id),
    regionCode: text("region_code").notNull(),
    position: text("position").notNull(),
    name: text("name").notNull(),
    /** The name without titles, marks and case, as matches compare it. */
    nameKey: text("name_key").notNull(),
    decree: text("decree").notNull(),
    /** The decree's number in one spelling, as matches compare it. */
    decreeKey: text("decree_key").notNull(),
    phoneIndex: text("phone_index").notNull(),
  },
  (t) => [index("listed_officials_region").on(t.listId, t.regionCode)],
);

/** Somebody says that a village is his to run: its own officials who ask for verification, or one who contests it. */
export const claims = sqliteTable(
  "claims",
  {
    id: text("id").primaryKey(),
    kind: text("kind", { enum: ["verification", "contest"] }).notNull(),
    villageId: text("village_id").notNull(),
    regionCode: text("region_code").notNull(),
    /** How it is to be decided: by the kabupaten's list, or by a letter that a person reads. */
    basis: text("basis", { enum: ["list", "letter"] }).notNull(),
    name: text("name").notNull(),
    position: text("position").notNull(),
    decree: text("decree"),
    /** Sealed under the directory's key: whoever decides may have to call. */
    phoneSealed: text("phone_sealed").notNull(),
    statement: text("statement"),
    /** The letter in the file store. */
    letterKey: text("letter_key"),
    letterType: text("letter_type"),
    state: text("state", { enum: ["waiting", "accepted", "refused", "withdrawn"] }).notNull(),
    askedAt: text("asked_at").notNull(),
    decidedBy: text("decided_by"),
    decidedAt: text("decided_at"),
    reason: text("reason"),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("claims_open").on(t.state, t.askedAt), index("claims_village").on(t.villageId, t.askedAt)],
);

/** What a contested village says to the contest: an answer while it waits, an objection after it was accepted. */
export const claimReplies = sqliteTable(
  "claim_replies",
  {
    id: text("id").primaryKey(),
    claimId: text("claim_id")
      .notNull()
      .references(() => claims.id),
    villageId: text("village_id").notNull(),
    kind: text("kind", { enum: ["answer", "objection"] }).notNull(),
    /** Name and position of the village's person who wrote it. */
    name: text("name").notNull(),
    position: text("position").notNull(),
    statement: text("statement").notNull(),
    letterKey: text("letter_key"),
    letterType: text("letter_type"),
    at: text("at").notNull(),
    /** An answer is weighed with the contest itself; an objection is decided on its own. */
    state: text("state", { enum: ["given", "waiting", "upheld", "refused"] }).notNull(),
    decidedBy: text("decided_by"),
    decidedAt: text("decided_at"),
    reason: text("reason"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("claim_replies_claim").on(t.claimId, t.at),
    index("claim_replies_village").on(t.villageId),
    index("claim_replies_open").on(t.state, t.at),
  ],
);

/** Successor of a trial village's region: who won a contest may sign up with this link and nobody else. */
export const claimTickets = sqliteTable(
  "claim_tickets",
  {
    id: text("id").primaryKey(),
    tokenHash: text("token_hash").notNull(),
    claimId: text("claim_id").notNull(),
    regionCode: text("region_code").notNull(),
    expiresAt: text("expires_at").notNull(),
    usedAt: text("used_at"),
  },
  (t) => [uniqueIndex("claim_tickets_token").on(t.tokenHash), index("claim_tickets_region").on(t.regionCode)],
);
