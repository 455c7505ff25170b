import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** A person who signs in to this village's office. Times are ISO 8601 UTC text throughout the schema. */
export const accounts = sqliteTable(
  "accounts",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    /** Plain phone (digits only, starting with 62) and e-mail of accounts from before sealing; empty in all others. */
    phone: text("phone"),
    email: text("email"),
    username: text("username"),
    passwordHash: text("password_hash").notNull(),
    /** Phone and e-mail sealed under the village's key, and their blind indexes by which sign-in finds them. */
    phoneSealed: text("phone_sealed"),
    phoneIndex: text("phone_index"),
    emailSealed: text("email_sealed"),
    emailIndex: text("email_index"),
    /** Sealed TOTP secret; it counts once `totpConfirmedAt` is set. */
    totpSealed: text("totp_sealed"),
    totpConfirmedAt: text("totp_confirmed_at"),
    /** Time step of the last code that was taken: none is taken twice. */
    totpLastStep: integer("totp_last_step"),
    /** After a recovery from outside the village the account signs nothing until then. */
    signingBlockedUntil: text("signing_blocked_until"),
    /** Who signed the village up: invites anyone to any position besides his own. */
    isAdmin: integer("is_admin", { mode: "boolean" }).notNull().default(false),
    state: text("state", { enum: ["active", "dismissed"] })
      .notNull()
      .default("active"),
    createdAt: text("created_at").notNull(),
    dismissedAt: text("dismissed_at"),
  },
  (t) => [
    uniqueIndex("accounts_phone").on(t.phone),
    uniqueIndex("accounts_email").on(t.email),
    uniqueIndex("accounts_username").on(t.username),
    uniqueIndex("accounts_phone_index").on(t.phoneIndex),
    uniqueIndex("accounts_email_index").on(t.emailIndex),
  ],
);

/** Lucia's pattern: the cookie holds `id.secret`, the row only the secret's SHA-256. */
export const sessions = sqliteTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    secretHash: text("secret_hash").notNull(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    createdAt: text("created_at").notNull(),
    lastSeenAt: text("last_seen_at").notNull(),
    expiresAt: text("expires_at").notNull(),
    lockedAt: text("locked_at"),
    /** Set while a session still owes its second factor: until then it opens nothing but that page. */
    owesSecondFactor: integer("owes_second_factor", { mode: "boolean" }).notNull().default(false),
    device: text("device").notNull(),
  },
  (t) => [index("sessions_account").on(t.accountId)],
);

/**
 * A position held from `startsOn` until the day before `endsOn` (null = until further notice); several at once are
 * allowed (small villages merge posts).
 */
export const positionTerms = sqliteTable(
  "position_terms",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    position: text("position").notNull(),
    status: text("status", { enum: ["definitif", "pj", "plt", "plh"] }).notNull(),
    /** The dusun, RW or RT that the position looks after. */
    areaId: text("area_id"),
    startsOn: text("starts_on").notNull(),
    endsOn: text("ends_on"),
    decree: text("decree"),
    version: integer("version").notNull().default(1),
    createdAt: text("created_at").notNull(),
  },
  (t) => [index("position_terms_account").on(t.accountId), index("position_terms_position").on(t.position)],
);

/** A link that lets its holder make an account with a position; the token itself is never stored. */
export const invitations = sqliteTable(
  "invitations",
  {
    id: text("id").primaryKey(),
    tokenHash: text("token_hash").notNull(),
    name: text("name").notNull(),
    /** Plain, of invitations made before sealing; empty in all others. */
    phone: text("phone"),
    phoneSealed: text("phone_sealed"),
    position: text("position").notNull(),
    status: text("status", { enum: ["definitif", "pj", "plt", "plh"] }).notNull(),
    areaId: text("area_id"),
    startsOn: text("starts_on").notNull(),
    invitedBy: text("invited_by")
      .notNull()
      .references(() => accounts.id),
    createdAt: text("created_at").notNull(),
    expiresAt: text("expires_at").notNull(),
    acceptedAt: text("accepted_at"),
    acceptedBy: text("accepted_by").references(() => accounts.id),
    revokedAt: text("revoked_at"),
  },
  (t) => [uniqueIndex("invitations_token").on(t.tokenHash)],
);

/** A link that lets its holder set a new password once; the token itself is never stored. */
export const passwordResets = sqliteTable(
  "password_resets",
  {
    id: text("id").primaryKey(),
    tokenHash: text("token_hash").notNull(),
    accountId: text("account_id")
      .notNull()
      .references(() => accounts.id),
    createdBy: text("created_by")
      .notNull()
      .references(() => accounts.id),
    createdAt: text("created_at").notNull(),
    expiresAt: text("expires_at").notNull(),
    usedAt: text("used_at"),
    revokedAt: text("revoked_at"),
  },
  (t) => [
    uniqueIndex("password_resets_token").on(t.tokenHash),
    index("password_resets_account").on(t.accountId),
  ],
);

/** Failed sign-ins per subject (account or address) inside a window; checked before any hashing. */
export const signInAttempts = sqliteTable("sign_in_attempts", {
  subject: text("subject").primaryKey(),
  failures: integer("failures").notNull(),
  windowStartedAt: text("window_started_at").notNull(),
  lockedUntil: text("locked_until"),
});

/** Who did what; rows are never changed or removed (triggers in the migrations hold it). */
export const auditLog = sqliteTable(
  "audit_log",
  {
    id: text("id").primaryKey(),
    at: text("at").notNull(),
    accountId: text("account_id"),
    actorName: text("actor_name").notNull(),
    action: text("action").notNull(),
    entity: text("entity").notNull(),
    entityId: text("entity_id").notNull(),
    /** The record under whose history the row shows (an update's activity, say). */
    parentId: text("parent_id"),
    /** JSON: what changed, without identifiers of residents. */
    details: text("details", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
    requestId: text("request_id").notNull(),
  },
  (t) => [
    index("audit_log_entity").on(t.entityId, t.id),
    index("audit_log_parent").on(t.parentId, t.id),
    index("audit_log_account").on(t.accountId, t.id),
  ],
);

/** Outcome of each submit key: a double tap or a retry finds the first outcome. */
export const submits = sqliteTable("submits", {
  key: text("key").primaryKey(),
  accountId: text("account_id"),
  outcome: text("outcome", { mode: "json" }).$type<unknown>(),
  createdAt: text("created_at").notNull().default(sql`(strftime('%Y-%m-%dT%H:%M:%fZ','now'))`),
});
