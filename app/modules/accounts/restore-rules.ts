import type { CarriedRows } from "#db/restore/restore-rules.ts";

/** Whoever left stays out after a restore, and a link that was used or taken back opens nothing again. */
export const accountsCarried: readonly CarriedRows[] = [
  {
    table: "accounts",
    key: ["id"],
    since: "dismissed_at",
    marks: ["dismissed_at"],
    alongside: ["state"],
    missing: "skip",
  },
  { table: "recovery_codes", key: ["id"], since: "used_at", marks: ["used_at"], missing: "skip" },
  { table: "recovery_codes", key: ["id"], since: "revoked_at", marks: ["revoked_at"], missing: "skip" },
  { table: "password_resets", key: ["id"], since: "used_at", marks: ["used_at"], missing: "skip" },
  { table: "password_resets", key: ["id"], since: "revoked_at", marks: ["revoked_at"], missing: "skip" },
  { table: "invitations", key: ["id"], since: "revoked_at", marks: ["revoked_at"], missing: "skip" },
];
