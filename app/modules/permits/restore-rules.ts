import type { CarriedRows } from "#db/restore/restore-rules.ts";

/** A permit that was decided stays decided after a restore: its paper is out, and its place is not given twice. */
export const permitsCarried: readonly CarriedRows[] = [
  {
    table: "permits",
    key: ["id"],
    since: "decided_at",
    marks: ["decided_at", "decided_by", "decision_note"],
    alongside: ["state"],
    missing: "skip",
  },
];
