import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { files } from "./village.ts";

/** News and announcements of the village's front. */
export const posts = sqliteTable(
  "posts",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull().unique(),
    kind: text("kind", { enum: ["news", "announcement"] }).notNull(),
    title: text("title").notNull(),
    /** Plain text: blank lines part paragraphs, `- ` begins a list's line. */
    body: text("body").notNull(),
    photoId: text("photo_id").references(() => files.id),
    photoText: text("photo_text"),
    /** Nobody can be recognised in the photo, or those who can agreed. */
    hasConsent: integer("has_consent", { mode: "boolean" }).notNull().default(false),
    state: text("state", { enum: ["draft", "published", "withdrawn"] }).notNull(),
    publishedAt: text("published_at"),
    /** An announcement's last day on the front. */
    shownUntil: text("shown_until"),
    createdBy: text("created_by").notNull(),
    createdAt: text("created_at").notNull(),
    updatedAt: text("updated_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("posts_public").on(t.state, t.publishedAt)],
);

/** What happens in the village, for everybody. */
export const agendaItems = sqliteTable(
  "agenda_items",
  {
    id: text("id").primaryKey(),
    title: text("title").notNull(),
    place: text("place"),
    /** Local time of the village: `2026-11-24T09:00`. */
    startsAt: text("starts_at").notNull(),
    endsAt: text("ends_at"),
    text: text("text"),
    cancelledAt: text("cancelled_at"),
    createdBy: text("created_by").notNull(),
    createdAt: text("created_at").notNull(),
    updatedAt: text("updated_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("agenda_items_day").on(t.startsAt)],
);

/** Contact and emergency numbers on the front: offices and services, no private people without their word. */
export const publicContacts = sqliteTable("public_contacts", {
  id: text("id").primaryKey(),
  kind: text("kind", { enum: ["office", "emergency"] }).notNull(),
  name: text("name").notNull(),
  number: text("number").notNull(),
  note: text("note"),
  position: integer("position").notNull(),
  updatedAt: text("updated_at").notNull(),
  version: integer("version").notNull().default(1),
});

/** A line of the budget poster: as adopted, and as realised. Whole rupiah. */
export const budgetLines = sqliteTable(
  "budget_lines",
  {
    id: text("id").primaryKey(),
    year: integer("year").notNull(),
    side: text("side", { enum: ["income", "expense", "financing"] }).notNull(),
    name: text("name").notNull(),
    planned: integer("planned").notNull(),
    realised: integer("realised"),
    realisedOn: text("realised_on"),
    position: integer("position").notNull(),
    updatedAt: text("updated_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("budget_lines_year").on(t.year, t.side, t.position)],
);

/** A public document of the PPID list, with its class under UU 14/2008. */
export const publicDocuments = sqliteTable(
  "public_documents",
  {
    id: text("id").primaryKey(),
    class: text("class", { enum: ["berkala", "serta-merta", "setiap-saat", "dikecualikan"] }).notNull(),
    title: text("title").notNull(),
    summary: text("summary"),
    year: integer("year"),
    fileId: text("file_id").references(() => files.id),
    /** Of what is withheld: the ground, and until when. */
    ground: text("ground"),
    withheldUntil: text("withheld_until"),
    isPublic: integer("is_public", { mode: "boolean" }).notNull().default(false),
    createdBy: text("created_by").notNull(),
    createdAt: text("created_at").notNull(),
    updatedAt: text("updated_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("public_documents_class").on(t.class, t.title)],
);

/** A request for public information with its clock of working days. */
export const informationRequests = sqliteTable(
  "information_requests",
  {
    id: text("id").primaryKey(),
    year: integer("year").notNull(),
    number: integer("number").notNull(),
    /** JSON of name, address, phone or e-mail, identity, sealed. */
    applicantSealed: text("applicant_sealed").notNull(),
    information: text("information").notNull(),
    purpose: text("purpose").notNull(),
    way: text("way", { enum: ["see", "copy", "electronic"] }).notNull(),
    receivedOn: text("received_on").notNull(),
    dueOn: text("due_on").notNull(),
    extendedReason: text("extended_reason"),
    state: text("state", {
      enum: ["received", "extended", "given", "partly", "refused", "withdrawn"],
    }).notNull(),
    answer: text("answer"),
    /** Of a refusal: the ground in law. */
    ground: text("ground"),
    answeredOn: text("answered_on"),
    fileId: text("file_id").references(() => files.id),
    channel: text("channel", { enum: ["web", "counter"] }).notNull(),
    createdBy: text("created_by"),
    createdAt: text("created_at").notNull(),
    updatedAt: text("updated_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("information_requests_number").on(t.year, t.number),
    index("information_requests_open").on(t.state, t.dueOn),
  ],
);

/** Own host name of a village and what the last look at its DNS said. */
export const customDomains = sqliteTable("custom_domains", {
  id: text("id").primaryKey(),
  host: text("host").notNull().unique(),
  state: text("state", { enum: ["waiting", "working", "broken"] }).notNull(),
  findings: text("findings", { mode: "json" }).$type<{ sentence: string; isWrong: boolean }[]>().notNull(),
  checkedAt: text("checked_at"),
  /** Nights in a row on which the DNS of a host that is served was found wrong. */
  failedChecks: integer("failed_checks").notNull().default(0),
  createdBy: text("created_by").notNull(),
  createdAt: text("created_at").notNull(),
  version: integer("version").notNull().default(1),
});
