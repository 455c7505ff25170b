import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** Long or deferred work. The row is the truth, a queue message only wakes somebody. */
export const jobs = sqliteTable(
  "jobs",
  {
    id: text("id").primaryKey(),
    kind: text("kind").notNull(),
    payload: text("payload", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    state: text("state", { enum: ["waiting", "running", "done", "failed"] }).notNull(),
    attempts: integer("attempts").notNull().default(0),
    leasedUntil: text("leased_until"),
    progress: text("progress", { mode: "json" }).$type<Record<string, unknown>>(),
    lastError: text("last_error"),
    createdBy: text("created_by"),
    createdAt: text("created_at").notNull(),
    finishedAt: text("finished_at"),
  },
  (t) => [index("jobs_open").on(t.state, t.leasedUntil)],
);

/** What is due, when and for whom: written by modules (due.ts), read by the sweep. */
export const dueItems = sqliteTable(
  "due_items",
  {
    id: text("id").primaryKey(),
    /** One row per thing that can fall due: `programme.update:{activity}:{quarter}`. */
    dueKey: text("due_key").notNull(),
    kind: text("kind").notNull(),
    subjectId: text("subject_id").notNull(),
    dueAt: text("due_at").notNull(),
    state: text("state", { enum: ["open", "done", "cancelled"] }).notNull(),
    notifiedAt: text("notified_at"),
    leasedUntil: text("leased_until"),
    createdAt: text("created_at").notNull(),
    settledAt: text("settled_at"),
  },
  (t) => [
    uniqueIndex("due_items_key").on(t.dueKey),
    index("due_items_open").on(t.state, t.notifiedAt, t.dueAt),
  ],
);

/** In-app messages: at most one per account and due item or event. */
export const inboxItems = sqliteTable(
  "inbox_items",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    onceKey: text("once_key").notNull(),
    title: text("title").notNull(),
    body: text("body"),
    href: text("href").notNull(),
    createdAt: text("created_at").notNull(),
    readAt: text("read_at"),
  },
  (t) => [
    uniqueIndex("inbox_items_once").on(t.accountId, t.onceKey),
    index("inbox_items_open").on(t.accountId, t.readAt),
  ],
);

/** What must reach another database or service; written in the transaction that caused it. */
export const outbox = sqliteTable(
  "outbox",
  {
    id: text("id").primaryKey(),
    topic: text("topic").notNull(),
    payload: text("payload", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    createdAt: text("created_at").notNull(),
    leasedUntil: text("leased_until"),
    attempts: integer("attempts").notNull().default(0),
    doneAt: text("done_at"),
    lastError: text("last_error"),
  },
  (t) => [index("outbox_open").on(t.doneAt, t.leasedUntil)],
);
