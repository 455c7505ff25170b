import { sql } from "drizzle-orm";
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** A village and where its database lies. The region code is an attribute, the key a UUIDv7. */
export const villages = sqliteTable(
  "villages",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    regionCode: text("region_code").notNull(),
    state: text("state", { enum: ["provisioning", "active", "suspended", "erased"] }).notNull(),
    /** Until a claim is verified nothing of the village is public beyond a notice. */
    trust: text("trust", { enum: ["unverified", "verified"] })
      .notNull()
      .default("unverified"),
    verifiedAt: text("verified_at"),
    /** An unverified village is erased after this moment; null once it is verified. */
    trialEndsAt: text("trial_ends_at"),
    suspendedAt: text("suspended_at"),
    /** Shown to the village's officials, in Indonesian. */
    suspendedReason: text("suspended_reason"),
    erasedAt: text("erased_at"),
    timeZone: text("time_zone", { enum: ["WIB", "WITA", "WIT"] }).notNull(),
    home: text("home").notNull(),
    database: text("database").notNull(),
    /** Home that the village is on its way to: while it is set the village reads and does not write. */
    movingTo: text("moving_to"),
    movingSince: text("moving_since"),
    /** Number of village migrations applied; the entry compares it before a village is opened. */
    schemaVersion: integer("schema_version").notNull().default(0),
    migrationLeasedUntil: text("migration_leased_until"),
    /** Why its last migration failed; null once one has gone through. */
    migrationError: text("migration_error"),
    /** Migrated before all others, which wait for it. */
    isCanary: integer("is_canary", { mode: "boolean" }).notNull().default(false),
    /** Grows with suspension, moves and changes of host; cached tenants carry it. */
    epoch: integer("epoch").notNull().default(1),
    /** Room for files that an operator gave; null: the usual one (app/platform/files/quota.ts). */
    quotaBytes: integer("quota_bytes"),
    /** What its files took up, and when somebody last worked in it, as of `measuredAt`: told by its nightly work. */
    fileBytes: integer("file_bytes"),
    lastActiveAt: text("last_active_at"),
    measuredAt: text("measured_at"),
    createdAt: text("created_at").notNull(),
    activatedAt: text("activated_at"),
  },
  (t) => [
    uniqueIndex("villages_slug").on(t.slug),
    uniqueIndex("villages_region").on(t.regionCode).where(sql`state <> 'erased'`),
  ],
);

export const villageHosts = sqliteTable(
  "village_hosts",
  {
    host: text("host").primaryKey(),
    villageId: text("village_id")
      .notNull()
      .references(() => villages.id),
    kind: text("kind", { enum: ["canonical", "alias"] }).notNull(),
  },
  (t) => [index("village_hosts_village").on(t.villageId)],
);

/** A sign-up on its way: each step is idempotent, the row says where to go on. */
export const signups = sqliteTable(
  "signups",
  {
    id: text("id").primaryKey(),
    /** Blind index of code, address name and phone: the same three are the same sign-up. */
    idempotencyKey: text("idempotency_key").notNull(),
    /** Hash of the key that a program sent along, if it did. */
    clientKey: text("client_key"),
    villageId: text("village_id")
      .notNull()
      .references(() => villages.id),
    step: text("step", { enum: ["reserved", "created", "migrated", "staffed", "active"] }).notNull(),
    /** JSON: name, position, sealed phone and password hash of the first account; emptied once it exists. */
    firstAccount: text("first_account", { mode: "json" }).$type<{
      name: string;
      position: string;
      /** Columns of the account, sealed under the village's key. */
      contact?: { phoneSealed: string | null; phoneIndex: string | null };
      /** In the clear, of sign-ups begun before phones were sealed. */
      phone?: string;
      passwordHash: string;
    } | null>(),
    leasedUntil: text("leased_until"),
    attempts: integer("attempts").notNull().default(0),
    lastError: text("last_error"),
    createdAt: text("created_at").notNull(),
    finishedAt: text("finished_at"),
  },
  (t) => [
    uniqueIndex("signups_key").on(t.idempotencyKey),
    uniqueIndex("signups_client_key").on(t.clientKey),
    index("signups_open").on(t.finishedAt, t.leasedUntil),
  ],
);

/** Counters per subject and window; checked before any costly work. */
export const rateLimits = sqliteTable(
  "rate_limits",
  {
    subject: text("subject").notNull(),
    windowStart: text("window_start").notNull(),
    count: integer("count").notNull(),
  },
  (t) => [primaryKey({ columns: [t.subject, t.windowStart] })],
);
