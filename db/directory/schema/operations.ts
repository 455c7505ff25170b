import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** One run of the migration of all villages; a run that was cut off has no end. */
export const migrationRuns = sqliteTable("migration_runs", {
  id: text("id").primaryKey(),
  startedAt: text("started_at").notNull(),
  finishedAt: text("finished_at"),
  /** Schema version that the run brings villages to. */
  targetVersion: integer("target_version").notNull(),
  migrated: integer("migrated").notNull().default(0),
  failed: integer("failed").notNull().default(0),
  /** Why the run ended early (a canary that failed), in Indonesian. */
  stoppedBecause: text("stopped_because"),
});

/** Which code serves at present: written at each start and each sweep, read before a contracting migration. */
export const runningCode = sqliteTable(
  "running_code",
  {
    /** One row per schema version that some running code knows. */
    schemaVersion: integer("schema_version").primaryKey(),
    seenAt: text("seen_at").notNull(),
  },
  (t) => [index("running_code_seen").on(t.seenAt)],
);

/** What the operator must look at; one open row per key. */
export const alerts = sqliteTable(
  "alerts",
  {
    id: text("id").primaryKey(),
    /** `backup-failed:{villageId}`: the same trouble is one row. */
    alertKey: text("alert_key").notNull().unique(),
    severity: text("severity", { enum: ["peringatan", "gawat"] }).notNull(),
    sentence: text("sentence").notNull(),
    villageId: text("village_id"),
    firstAt: text("first_at").notNull(),
    lastAt: text("last_at").notNull(),
    times: integer("times").notNull().default(1),
    settledAt: text("settled_at"),
    settledBy: text("settled_by"),
    /** What the operator did about it, in his words; null where it settled itself. */
    note: text("note"),
  },
  (t) => [index("alerts_open").on(t.settledAt, t.lastAt)],
);
