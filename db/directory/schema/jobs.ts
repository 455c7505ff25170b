import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** A village's next due time per kind of work: the sweep reads only what is due. */
export const dueJobs = sqliteTable(
  "due_jobs",
  {
    villageId: text("village_id").notNull(),
    kind: text("kind").notNull(),
    dueAt: text("due_at").notNull(),
    leasedUntil: text("leased_until"),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
  },
  (t) => [primaryKey({ columns: [t.villageId, t.kind] }), index("due_jobs_due").on(t.dueAt)],
);

/** A record of each run of a sweep. */
export const sweepRuns = sqliteTable("sweep_runs", {
  id: text("id").primaryKey(),
  sweep: text("sweep").notNull(),
  startedAt: text("started_at").notNull(),
  finishedAt: text("finished_at"),
  claimed: integer("claimed").notNull().default(0),
  error: text("error"),
});

/** Work that was given up, until an operator has it done anew or settles it. */
export const deadLetters = sqliteTable(
  "dead_letters",
  {
    id: text("id").primaryKey(),
    queue: text("queue").notNull(),
    body: text("body").notNull(),
    reason: text("reason").notNull(),
    receivedAt: text("received_at").notNull(),
    settledAt: text("settled_at"),
    settledBy: text("settled_by"),
    outcome: text("outcome", { enum: ["retried", "done"] }),
    note: text("note"),
  },
  (t) => [index("dead_letters_open").on(t.settledAt, t.receivedAt)],
);
