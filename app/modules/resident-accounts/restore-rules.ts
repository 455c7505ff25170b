import type { CarriedRows } from "#db/restore/restore-rules.ts";

/** An account that was blocked since stays blocked; a slip that was used or replaced opens nothing again, and what was decided about a registration stays decided. */
export const residentAccountsCarried: readonly CarriedRows[] = [
  {
    table: "resident_accounts",
    key: ["id"],
    since: "blocked_at",
    marks: ["blocked_at"],
    alongside: ["state"],
    missing: "skip",
  },
  { table: "resident_slips", key: ["id"], since: "used_at", marks: ["used_at"], missing: "skip" },
  { table: "resident_slips", key: ["id"], since: "revoked_at", marks: ["revoked_at"], missing: "skip" },
  {
    table: "resident_registrations",
    key: ["id"],
    since: "decided_at",
    marks: ["decided_at", "decided_by", "reason"],
    alongside: ["state", "typed_sealed", "password_hash", "photo_id"],
    missing: "skip",
  },
];

/** Who had signed out, or was blocked, is not signed in again. */
export const residentAccountsCleared: readonly string[] = ["resident_sessions"];
