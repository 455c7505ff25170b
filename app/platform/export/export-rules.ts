import type { ExportRules } from "#db/export/export-rules.ts";
import type { Keys } from "../keys/keys.ts";
import type { SealedField } from "../keys/sealed-field.ts";

/** Tables that are of use to Balai alone: sessions, links, counters. */
const OMITTED = [
  "_migrations",
  "challenges",
  "jobs",
  "known_devices",
  "passkeys",
  "password_resets",
  "recovery_codes",
  "resident_passkeys",
  "resident_sessions",
  "resident_slips",
  "sessions",
  "sign_in_attempts",
  "submits",
];

const BLANKED = {
  accounts: ["password_hash"],
  invitations: ["token_hash"],
  resident_accounts: ["password_hash"],
  resident_registrations: ["password_hash"],
};

/** What every export leaves out. Sealed values stay sealed: for whoever has no business in them. */
export const SEALED_EXPORT: ExportRules = { omitted: OMITTED, blanked: BLANKED };

/** The same with every sealed value opened, but for secrets: what a village takes along. */
export function openedExport(fields: readonly SealedField[], keys: Keys): ExportRules {
  const own = fields.filter(({ owner }) => owner === "village");
  return {
    ...SEALED_EXPORT,
    reveal: async (table, columns, row) => {
      const opened = [...row];
      for (const field of own.filter((each) => each.table === table)) {
        const at = columns.indexOf(field.sealed);
        const sealed = opened[at];
        if (at < 0 || typeof sealed !== "string") continue;
        const value = field.group === "secret" ? null : await keys.open(field.field, sealed);
        const plainAt = field.plain === undefined ? at : columns.indexOf(field.plain);
        opened[at] = null;
        opened[plainAt] = value;
        if (field.index) opened[columns.indexOf(field.index)] = null;
      }
      return opened;
    },
  };
}
