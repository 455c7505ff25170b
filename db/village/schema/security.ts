import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { accounts } from "./accounts.ts";

export const passkeys = sqliteTable(
  "passkeys",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    credentialId: text("credential_id").notNull(),
    publicKey: text("public_key").notNull(),
    counter: integer("counter").notNull(),
    transports: text("transports", { mode: "json" }).$type<string[]>().notNull(),
    /** What its owner calls the device. */
    name: text("name").notNull(),
    createdAt: text("created_at").notNull(),
    lastUsedAt: text("last_used_at"),
  },
  (t) => [uniqueIndex("passkeys_credential").on(t.credentialId), index("passkeys_account").on(t.accountId)],
);

/** A challenge of a WebAuthn ceremony that works once; kept on the server, never in the form alone. */
export const challenges = sqliteTable("challenges", {
  id: text("id").primaryKey(),
  accountId: text("account_id"),
  sessionId: text("session_id"),
  challenge: text("challenge").notNull(),
  expiresAt: text("expires_at").notNull(),
});

/** A code, given out by somebody who may, that replaces a lost second factor once. */
export const recoveryCodes = sqliteTable(
  "recovery_codes",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    codeHash: text("code_hash").notNull(),
    /** Account of this village, or `operator:{id}` / `kabupaten:{id}` from above. */
    givenBy: text("given_by").notNull(),
    createdAt: text("created_at").notNull(),
    expiresAt: text("expires_at").notNull(),
    usedAt: text("used_at"),
    revokedAt: text("revoked_at"),
  },
  (t) => [index("recovery_codes_account").on(t.accountId)],
);

/** Devices from which an account has signed in: a new one is told in the account's inbox. */
export const knownDevices = sqliteTable(
  "known_devices",
  {
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    /** Hash of the device's own cookie. */
    deviceHash: text("device_hash").notNull(),
    device: text("device").notNull(),
    firstSeenAt: text("first_seen_at").notNull(),
    lastSeenAt: text("last_seen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.deviceHash] })],
);

/** Who looked at, took out or searched protected data; rows are never changed or removed (triggers hold it). */
export const accessLog = sqliteTable(
  "access_log",
  {
    id: text("id").primaryKey(),
    at: text("at").notNull(),
    accountId: text("account_id"),
    actorName: text("actor_name").notNull(),
    kind: text("kind", { enum: ["reveal", "open", "export", "unusual"] }).notNull(),
    /** Field, field group or register: `accounts.phone`. */
    what: text("what").notNull(),
    subject: text("subject"),
    subjectId: text("subject_id"),
    /** Rows that an export or a list held. */
    rowCount: integer("row_count").notNull().default(1),
    reason: text("reason"),
    requestId: text("request_id").notNull(),
  },
  (t) => [
    index("access_log_account").on(t.accountId, t.id),
    index("access_log_subject").on(t.subjectId, t.id),
  ],
);
