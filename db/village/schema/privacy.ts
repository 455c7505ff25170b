import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** A person asks what is held on him, or asks to mend or remove it (UU 27/2022). */
export const personRequests = sqliteTable(
  "person_requests",
  {
    id: text("id").primaryKey(),
    kind: text("kind", { enum: ["access", "correction", "deletion"] }).notNull(),
    /** Kind of person and his record: `account`, later `resident`. */
    subject: text("subject").notNull(),
    subjectId: text("subject_id").notNull(),
    subjectName: text("subject_name").notNull(),
    /** How the person was recognised: shown paper, own account. */
    identifiedBy: text("identified_by").notNull(),
    wish: text("wish"),
    state: text("state", { enum: ["open", "answered", "refused"] }).notNull(),
    askedAt: text("asked_at").notNull(),
    answerDueAt: text("answer_due_at").notNull(),
    answeredAt: text("answered_at"),
    answeredBy: text("answered_by"),
    answer: text("answer"),
    createdBy: text("created_by").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("person_requests_open").on(t.state, t.answerDueAt)],
);

/** A breach of personal data, step by step: 3 x 24 hours from its discovery (UU 27/2022 Ps. 46). */
export const breaches = sqliteTable(
  "breaches",
  {
    id: text("id").primaryKey(),
    discoveredAt: text("discovered_at").notNull(),
    noticeDueAt: text("notice_due_at").notNull(),
    what: text("what").notNull(),
    whose: text("whose"),
    how: text("how"),
    handling: text("handling"),
    personCount: integer("person_count"),
    needsPublicNotice: integer("needs_public_notice", { mode: "boolean" }).notNull().default(false),
    subjectsToldAt: text("subjects_told_at"),
    authorityToldAt: text("authority_told_at"),
    publicToldAt: text("public_told_at"),
    closedAt: text("closed_at"),
    closingNote: text("closing_note"),
    createdBy: text("created_by").notNull(),
    createdAt: text("created_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("breaches_open").on(t.closedAt, t.noticeDueAt)],
);

/** The terms between the village (controller) and the platform (processor), accepted by version. */
export const termsAcceptances = sqliteTable("terms_acceptances", {
  id: text("id").primaryKey(),
  version: text("version").notNull().unique(),
  textHash: text("text_hash").notNull(),
  acceptedBy: text("accepted_by").notNull(),
  acceptedName: text("accepted_name").notNull(),
  acceptedPosition: text("accepted_position").notNull(),
  acceptedAt: text("accepted_at").notNull(),
});

/** What the retention job removed: counts by kind, so that the village can show that it did. */
export const retentionRuns = sqliteTable(
  "retention_runs",
  {
    id: text("id").primaryKey(),
    kind: text("kind").notNull(),
    removed: integer("removed").notNull(),
    olderThan: text("older_than").notNull(),
    at: text("at").notNull(),
  },
  (t) => [index("retention_runs_kind").on(t.kind, t.at)],
);

/** Opened by a restore: number series go on above what was known before it. */
export const restoreEpochs = sqliteTable("restore_epochs", {
  epoch: integer("epoch").primaryKey(),
  restoredTo: text("restored_to").notNull(),
  at: text("at").notNull(),
});

/** Numbers that had been given before a restore and whose records it lost: they stay visible and are never given again. */
export const lostNumbers = sqliteTable(
  "lost_numbers",
  {
    id: text("id").primaryKey(),
    series: text("series").notNull(),
    year: integer("year").notNull(),
    fromNumber: integer("from_number").notNull(),
    toNumber: integer("to_number").notNull(),
    epoch: integer("epoch").notNull(),
  },
  (t) => [index("lost_numbers_series").on(t.series, t.year)],
);
