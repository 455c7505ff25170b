import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { files } from "./village.ts";

/** A resident's own account: he signs in with the NIK that the register has of him and a PIN or password. One for each. */
export const residentAccounts = sqliteTable("resident_accounts", {
  id: text("id").primaryKey(),
  residentId: text("resident_id").notNull().unique(),
  passwordHash: text("password_hash").notNull(),
  state: text("state", { enum: ["active", "blocked", "closed"] }).notNull(),
  phoneSealed: text("phone_sealed"),
  /** Since when the office keeps it blocked; null while it does not. A restore takes it over. */
  blockedAt: text("blocked_at"),
  createdAt: text("created_at").notNull(),
  updatedAt: text("updated_at").notNull(),
  version: integer("version").notNull().default(1),
});

export const residentSessions = sqliteTable(
  "resident_sessions",
  {
    id: text("id").primaryKey(),
    secretHash: text("secret_hash").notNull(),
    accountId: text("account_id")
      .notNull()
      .references(() => residentAccounts.id),
    device: text("device").notNull(),
    createdAt: text("created_at").notNull(),
    lastSeenAt: text("last_seen_at").notNull(),
    expiresAt: text("expires_at").notNull(),
  },
  (t) => [
    index("resident_sessions_account").on(t.accountId),
    index("resident_sessions_expiry").on(t.expiresAt),
  ],
);

/** A passkey of a resident: optional, beside NIK and PIN. */
export const residentPasskeys = sqliteTable(
  "resident_passkeys",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => residentAccounts.id),
    credentialId: text("credential_id").notNull().unique(),
    publicKey: text("public_key").notNull(),
    counter: integer("counter").notNull(),
    name: text("name").notNull(),
    createdAt: text("created_at").notNull(),
    lastUsedAt: text("last_used_at"),
  },
  (t) => [index("resident_passkeys_account").on(t.accountId)],
);

/** A printed activation slip: a one-time code for one resident. Also serves for a forgotten PIN. */
export const residentSlips = sqliteTable(
  "resident_slips",
  {
    id: text("id").primaryKey(),
    residentId: text("resident_id").notNull(),
    /** SHA-256 of the code. */
    codeHash: text("code_hash").notNull().unique(),
    createdBy: text("created_by").notNull(),
    createdAt: text("created_at").notNull(),
    expiresAt: text("expires_at").notNull(),
    usedAt: text("used_at"),
    revokedAt: text("revoked_at"),
  },
  (t) => [index("resident_slips_resident").on(t.residentId)],
);

/** Somebody who registered himself with a photo of his KTP, until staff decides. The photo goes with the decision. */
export const residentRegistrations = sqliteTable(
  "resident_registrations",
  {
    id: text("id").primaryKey(),
    /** JSON of NIK, KK number, name, birth date, phone as typed, sealed. */
    typedSealed: text("typed_sealed").notNull(),
    nikIndex: text("nik_index").notNull(),
    passwordHash: text("password_hash").notNull(),
    photoId: text("photo_id").references(() => files.id),
    state: text("state", { enum: ["waiting", "accepted", "refused"] }).notNull(),
    reason: text("reason"),
    decidedBy: text("decided_by"),
    decidedAt: text("decided_at"),
    createdAt: text("created_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("resident_registrations_state").on(t.state, t.createdAt)],
);

/** A photographed paper that a resident sends with his letter; goes with the letter's retention. */
export const letterPapers = sqliteTable(
  "letter_papers",
  {
    id: text("id").primaryKey(),
    letterId: text("letter_id").notNull(),
    /** Which requirement: its place in `letters.requirements`. */
    requirement: integer("requirement").notNull(),
    fileId: text("file_id")
      .notNull()
      .references(() => files.id),
    createdAt: text("created_at").notNull(),
  },
  (t) => [index("letter_papers_letter").on(t.letterId)],
);

/** What the office asks a resident about his letter, and his answer. */
export const letterQuestions = sqliteTable(
  "letter_questions",
  {
    id: text("id").primaryKey(),
    letterId: text("letter_id").notNull(),
    question: text("question").notNull(),
    askedBy: text("asked_by").notNull(),
    askedAt: text("asked_at").notNull(),
    answer: text("answer"),
    answeredAt: text("answered_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("letter_questions_letter").on(t.letterId), index("letter_questions_open").on(t.answeredAt)],
);

/** A code on paper or in a message by which anybody may look at the steps of one request, without names. */
export const receiptCodes = sqliteTable(
  "receipt_codes",
  {
    id: text("id").primaryKey(),
    /** SHA-256 of the code. */
    codeHash: text("code_hash").notNull().unique(),
    subject: text("subject", {
      enum: ["letter", "complaint", "permit", "dukcapil", "information"],
    }).notNull(),
    subjectId: text("subject_id").notNull(),
    createdAt: text("created_at").notNull(),
    expiresAt: text("expires_at").notNull(),
  },
  (t) => [index("receipt_codes_subject").on(t.subject, t.subjectId)],
);

/** How a service was rated, once for each letter; 1 (poor) to 4 (very good), as in the survey of PermenPANRB 14/2017. */
export const serviceRatings = sqliteTable(
  "service_ratings",
  {
    id: text("id").primaryKey(),
    letterId: text("letter_id").notNull().unique(),
    kind: text("kind").notNull(),
    score: integer("score").notNull(),
    comment: text("comment"),
    channel: text("channel", { enum: ["resident", "receipt"] }).notNull(),
    createdAt: text("created_at").notNull(),
  },
  (t) => [index("service_ratings_day").on(t.createdAt)],
);

/** What a resident says is wrong in the register about him or his card. */
export const correctionProposals = sqliteTable(
  "correction_proposals",
  {
    id: text("id").primaryKey(),
    residentId: text("resident_id").notNull(),
    accountId: text("account_id").notNull(),
    field: text("field").notNull(),
    /** What it should say, sealed. */
    valueSealed: text("value_sealed").notNull(),
    reason: text("reason"),
    fileId: text("file_id").references(() => files.id),
    state: text("state", { enum: ["waiting", "accepted", "refused"] }).notNull(),
    answer: text("answer"),
    decidedBy: text("decided_by"),
    decidedAt: text("decided_at"),
    createdAt: text("created_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("correction_proposals_state").on(t.state, t.createdAt),
    index("correction_proposals_of").on(t.accountId),
  ],
);

/** A complaint with who answers for it and until when. Its name and text are shown to nobody outside unless it was put out without names. */
export const complaints = sqliteTable(
  "complaints",
  {
    id: text("id").primaryKey(),
    year: integer("year").notNull(),
    number: integer("number").notNull(),
    accountId: text("account_id"),
    /** JSON of name and phone of somebody without an account, sealed. */
    senderSealed: text("sender_sealed"),
    category: text("category").notNull(),
    subject: text("subject").notNull(),
    text: text("text").notNull(),
    hamletId: text("hamlet_id"),
    photoId: text("photo_id").references(() => files.id),
    state: text("state", { enum: ["new", "assigned", "answered", "closed", "refused"] }).notNull(),
    ownerAccountId: text("owner_account_id"),
    dueOn: text("due_on"),
    answer: text("answer"),
    answeredAt: text("answered_at"),
    /** What the public reads, written anew by staff; null: nothing is public. */
    publicText: text("public_text"),
    publicAt: text("public_at"),
    createdAt: text("created_at").notNull(),
    updatedAt: text("updated_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("complaints_number").on(t.year, t.number),
    index("complaints_open").on(t.state, t.dueOn),
    index("complaints_of").on(t.accountId),
    index("complaints_public").on(t.publicAt),
  ],
);

/** Every step of a complaint: append-only. */
export const complaintSteps = sqliteTable(
  "complaint_steps",
  {
    id: text("id").primaryKey(),
    complaintId: text("complaint_id")
      .notNull()
      .references(() => complaints.id),
    step: text("step").notNull(),
    note: text("note"),
    byName: text("by_name").notNull(),
    at: text("at").notNull(),
  },
  (t) => [index("complaint_steps_of").on(t.complaintId, t.at)],
);
