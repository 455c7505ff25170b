import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** A person above the villages: an operator of the platform, or an official of a kabupaten. */
export const overseers = sqliteTable(
  "overseers",
  {
    id: text("id").primaryKey(),
    kind: text("kind", { enum: ["operator", "kabupaten"] }).notNull(),
    /** Region code of the kabupaten or kota, `52.01`; null for operators. */
    regencyCode: text("regency_code"),
    name: text("name").notNull(),
    username: text("username").notNull(),
    phoneSealed: text("phone_sealed"),
    /** May invite and dismiss the others of his kabupaten; operators all may. */
    isAdmin: integer("is_admin", { mode: "boolean" }).notNull().default(false),
    passwordHash: text("password_hash").notNull(),
    /** Sealed TOTP secret; it counts once `totpConfirmedAt` is set. */
    totpSealed: text("totp_sealed"),
    totpConfirmedAt: text("totp_confirmed_at"),
    /** Time step of the last code that was taken: none is taken twice. */
    totpLastStep: integer("totp_last_step"),
    state: text("state", { enum: ["active", "dismissed"] })
      .notNull()
      .default("active"),
    createdAt: text("created_at").notNull(),
    createdBy: text("created_by"),
    dismissedAt: text("dismissed_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("overseers_username").on(t.username),
    index("overseers_regency").on(t.kind, t.regencyCode),
  ],
);

/** Lucia's pattern, as in villages; `secondFactorAt` is set once the second factor was shown. */
export const overseerSessions = sqliteTable(
  "overseer_sessions",
  {
    id: text("id").primaryKey(),
    secretHash: text("secret_hash").notNull(),
    overseerId: text("overseer_id")
      .notNull()
      .references(() => overseers.id),
    secondFactorAt: text("second_factor_at"),
    createdAt: text("created_at").notNull(),
    lastSeenAt: text("last_seen_at").notNull(),
    expiresAt: text("expires_at").notNull(),
    device: text("device").notNull(),
  },
  (t) => [index("overseer_sessions_overseer").on(t.overseerId)],
);

export const overseerPasskeys = sqliteTable(
  "overseer_passkeys",
  {
    id: text("id").primaryKey(),
    overseerId: text("overseer_id")
      .notNull()
      .references(() => overseers.id),
    credentialId: text("credential_id").notNull(),
    publicKey: text("public_key").notNull(),
    counter: integer("counter").notNull(),
    transports: text("transports", { mode: "json" }).$type<string[]>().notNull(),
    name: text("name").notNull(),
    createdAt: text("created_at").notNull(),
    lastUsedAt: text("last_used_at"),
  },
  (t) => [
    uniqueIndex("overseer_passkeys_credential").on(t.credentialId),
    index("overseer_passkeys_overseer").on(t.overseerId),
  ],
);

/** A link that lets its holder make an account above the villages; the token itself is never stored. */
export const overseerInvitations = sqliteTable(
  "overseer_invitations",
  {
    id: text("id").primaryKey(),
    tokenHash: text("token_hash").notNull(),
    kind: text("kind", { enum: ["operator", "kabupaten"] }).notNull(),
    regencyCode: text("regency_code"),
    name: text("name").notNull(),
    isAdmin: integer("is_admin", { mode: "boolean" }).notNull(),
    /** Null for the first operator, whom a command invites. */
    invitedBy: text("invited_by"),
    createdAt: text("created_at").notNull(),
    expiresAt: text("expires_at").notNull(),
    acceptedAt: text("accepted_at"),
    revokedAt: text("revoked_at"),
  },
  (t) => [uniqueIndex("overseer_invitations_token").on(t.tokenHash)],
);

/** Failed sign-ins per subject (account or address) inside a window; checked before any hashing. */
export const overseerAttempts = sqliteTable("overseer_attempts", {
  subject: text("subject").primaryKey(),
  failures: integer("failures").notNull(),
  windowStartedAt: text("window_started_at").notNull(),
  lockedUntil: text("locked_until"),
});

/** A step of a WebAuthn ceremony or another challenge that works once; kept on the server, never in the form alone. */
export const overseerChallenges = sqliteTable("overseer_challenges", {
  id: text("id").primaryKey(),
  sessionId: text("session_id").notNull(),
  challenge: text("challenge").notNull(),
  expiresAt: text("expires_at").notNull(),
});

/** What people above the villages and operator's commands did; rows are never changed or removed (triggers hold it). */
export const directoryAudit = sqliteTable(
  "directory_audit",
  {
    id: text("id").primaryKey(),
    at: text("at").notNull(),
    /** Null for commands and sweeps. */
    overseerId: text("overseer_id"),
    actorName: text("actor_name").notNull(),
    action: text("action").notNull(),
    entity: text("entity").notNull(),
    entityId: text("entity_id").notNull(),
    villageId: text("village_id"),
    regencyCode: text("regency_code"),
    details: text("details", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    requestId: text("request_id").notNull(),
  },
  (t) => [
    index("directory_audit_village").on(t.villageId, t.id),
    index("directory_audit_regency").on(t.regencyCode, t.id),
  ],
);

/** Outcome of each submit key of a form above the villages. */
export const overseerSubmits = sqliteTable("overseer_submits", {
  key: text("key").primaryKey(),
  overseerId: text("overseer_id"),
  outcome: text("outcome", { mode: "json" }).$type<unknown>(),
  createdAt: text("created_at").notNull(),
});
