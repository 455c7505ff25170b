import type { CarriedRows } from "#db/restore/restore-rules.ts";

const breach = (mark: string, alongside: readonly string[] = []): CarriedRows => ({
  table: "breaches",
  key: ["id"],
  since: mark,
  marks: [mark],
  alongside,
  missing: "skip",
});

/** What a person was answered and who was told of a breach happened, whatever the village goes back to. */
export const privacyCarried: readonly CarriedRows[] = [
  // A request may have come in long before it was written down: all that the restored state lacks are copied.
  { table: "person_requests", key: ["id"], since: null, marks: [], missing: "copy" },
  {
    table: "person_requests",
    key: ["id"],
    since: "answered_at",
    marks: ["answered_at"],
    alongside: ["state", "answer", "answered_by", "version"],
    missing: "skip",
  },
  breach("subjects_told_at"),
  breach("authority_told_at"),
  breach("public_told_at"),
  breach("closed_at", [
    "what",
    "whose",
    "how",
    "handling",
    "person_count",
    "needs_public_notice",
    "closing_note",
    "version",
  ]),
];
