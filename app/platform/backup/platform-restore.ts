import type { CarriedRows } from "#db/restore/restore-rules.ts";

/** What belongs to no module and outlives a restore: deliveries, logs, and notes of earlier restores. */
export const platformCarried: readonly CarriedRows[] = [
  { table: "outbox", key: ["id"], since: "done_at", marks: ["done_at"], missing: "skip" },
  {
    table: "due_items",
    key: ["due_key"],
    since: "notified_at",
    marks: ["notified_at"],
    missing: "copy",
  },
  {
    table: "inbox_items",
    key: ["account_id", "once_key"],
    since: "created_at",
    marks: ["read_at"],
    missing: "copy",
    settled: "read_at",
  },
  { table: "access_log", key: ["id"], since: "at", marks: [], missing: "copy" },
  { table: "audit_log", key: ["id"], since: "at", marks: [], missing: "copy" },
  { table: "retention_runs", key: ["id"], since: "at", marks: [], missing: "copy" },
  { table: "terms_acceptances", key: ["id"], since: "accepted_at", marks: [], missing: "copy" },
  { table: "person_requests", key: ["id"], since: "asked_at", marks: [], missing: "copy" },
  { table: "breaches", key: ["id"], since: "created_at", marks: [], missing: "copy" },
  { table: "lost_numbers", key: ["id"], since: null, marks: [], missing: "copy" },
  { table: "restore_epochs", key: ["epoch"], since: "at", marks: [], missing: "copy" },
];

/** Sessions and ceremonies of the restored moment: who had signed out since must not be signed in again. */
export const platformCleared: readonly string[] = ["sessions", "challenges"];
