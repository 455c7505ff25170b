import type { CarriedRows } from "#db/restore/restore-rules.ts";

/** A letter that was declared void stays void after a restore, and so does a form that another one replaced. */
export const lettersCarried: readonly CarriedRows[] = [
  {
    table: "letters",
    key: ["id"],
    since: "cancelled_at",
    marks: ["cancelled_at", "cancel_reason"],
    alongside: ["state"],
    missing: "skip",
  },
  { table: "letter_versions", key: ["id"], since: "voided_at", marks: ["voided_at"], missing: "skip" },
];
