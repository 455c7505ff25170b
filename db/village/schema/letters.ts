import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { files } from "./village.ts";

/**
 * What a village changed of a kind of letter, or a kind of its own: kinds as Balai brings them stand in code
 * (letters/catalogue), so that their improvements reach whoever has not changed them.
 */
export const letterKinds = sqliteTable("letter_kinds", {
  /** Key of the catalogue, or a UUID. */
  key: text("key").primaryKey(),
  /** JSON of the parts that differ from the catalogue; the whole kind where it is the village's own. */
  definition: text("definition", { mode: "json" }).$type<Record<string, unknown>>().notNull(),
  isOwn: integer("is_own", { mode: "boolean" }).notNull().default(false),
  isOn: integer("is_on", { mode: "boolean" }).notNull(),
  updatedBy: text("updated_by").notNull(),
  updatedAt: text("updated_at").notNull(),
  version: integer("version").notNull().default(1),
});

/** Codes of the classification that the village added, renamed or switched off; the seed stands in code. */
export const letterClasses = sqliteTable("letter_classes", {
  code: text("code").primaryKey(),
  name: text("name").notNull(),
  isOn: integer("is_on", { mode: "boolean" }).notNull(),
  updatedAt: text("updated_at").notNull(),
});

/** A letter from its asking to its handing over. */
export const letters = sqliteTable(
  "letters",
  {
    id: text("id").primaryKey(),
    kind: text("kind").notNull(),
    /** Title as it was when the letter was asked for. */
    title: text("title").notNull(),
    state: text("state", {
      enum: ["asked", "draft", "review", "ready", "waiting", "signed", "handed", "returned", "cancelled"],
    }).notNull(),
    channel: text("channel", { enum: ["counter", "resident", "office"] }).notNull(),
    /** Who asks: a resident of the register; null for outgoing official letters and people who are not in it. */
    residentId: text("resident_id"),
    /** Name as on the letter, for lists. Official letters: whom it is for. */
    personName: text("person_name").notNull(),
    personKey: text("person_key").notNull(),
    /** Whom the letter is about where that is somebody else (the dead, the child). */
    subjectId: text("subject_id"),
    /** JSON of the person's data and of the kind's own fields as they stand on the letter, sealed. */
    contentSealed: text("content_sealed").notNull(),
    purpose: text("purpose"),
    /** Papers that were asked for: text, mark, seen or not. */
    requirements: text("requirements", { mode: "json" })
      .$type<{ text: string; mark: string; isSeen: boolean }[]>()
      .notNull(),
    classification: text("classification"),
    askedAt: text("asked_at").notNull(),
    promisedAt: text("promised_at"),
    /** Since when it waits where it is. */
    stateSince: text("state_since").notNull(),
    /** Whom it waits for: an account, or a duty (`kasi`, `sekdes`, `signer`, `counter`). */
    waitsFor: text("waits_for"),
    signatureKind: text("signature_kind", { enum: ["wet", "bsre", "system"] }),
    /** Who signs and how his office is written, frozen with the number. */
    signerAccountId: text("signer_account_id"),
    signerName: text("signer_name"),
    signerTitle: text("signer_title"),
    series: text("series"),
    year: integer("year"),
    number: integer("number"),
    numberText: text("number_text"),
    letterDate: text("letter_date"),
    validUntil: text("valid_until"),
    signedAt: text("signed_at"),
    signedMarkedBy: text("signed_marked_by"),
    signedPhotoId: text("signed_photo_id").references(() => files.id),
    handedAt: text("handed_at"),
    handedTo: text("handed_to"),
    cancelledAt: text("cancelled_at"),
    cancelReason: text("cancel_reason"),
    returnReason: text("return_reason"),
    createdBy: text("created_by"),
    createdAt: text("created_at").notNull(),
    updatedAt: text("updated_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("letters_state").on(t.state, t.promisedAt),
    index("letters_person").on(t.personKey, t.id),
    index("letters_resident").on(t.residentId),
    index("letters_number").on(t.series, t.year, t.number),
    index("letters_signed").on(t.signedAt),
    index("letters_asked").on(t.askedAt, t.id),
    index("letters_channel").on(t.channel, t.id),
  ],
);

/** Every step of a letter with who and when: append-only. */
export const letterSteps = sqliteTable(
  "letter_steps",
  {
    id: text("id").primaryKey(),
    letterId: text("letter_id")
      .notNull()
      .references(() => letters.id),
    step: text("step").notNull(),
    note: text("note"),
    byAccountId: text("by_account_id"),
    byName: text("by_name").notNull(),
    at: text("at").notNull(),
  },
  (t) => [index("letter_steps_letter").on(t.letterId, t.at)],
);

/** A frozen form of a letter: its bytes are stored and never made again. One of a letter is the present one. */
export const letterVersions = sqliteTable(
  "letter_versions",
  {
    id: text("id").primaryKey(),
    letterId: text("letter_id")
      .notNull()
      .references(() => letters.id),
    /** SHA-256 of the token that the QR carries is not enough for making the QR again: the token itself is needed. */
    token: text("token").notNull(),
    signatureKind: text("signature_kind", { enum: ["wet", "bsre", "system"] }).notNull(),
    isTrial: integer("is_trial", { mode: "boolean" }).notNull(),
    fileId: text("file_id").references(() => files.id),
    /** The file that came back from the certified signer: handed out instead. */
    signedFileId: text("signed_file_id").references(() => files.id),
    signedAt: text("signed_at"),
    voidedAt: text("voided_at"),
    createdAt: text("created_at").notNull(),
  },
  (t) => [uniqueIndex("letter_versions_token").on(t.token), index("letter_versions_letter").on(t.letterId)],
);

/** Where each series stands in a year: the highest number that was given or set aside. */
export const letterSeries = sqliteTable(
  "letter_series",
  {
    series: text("series").notNull(),
    year: integer("year").notNull(),
    lastNumber: integer("last_number").notNull(),
    updatedAt: text("updated_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.series, t.year] })],
);

/** Every number that was ever given or set aside: once, and for good. */
export const letterNumbers = sqliteTable(
  "letter_numbers",
  {
    series: text("series").notNull(),
    year: integer("year").notNull(),
    number: integer("number").notNull(),
    state: text("state", { enum: ["given", "reserved", "registered", "void", "before"] }).notNull(),
    letterId: text("letter_id"),
    blockId: text("block_id"),
    /** Why it is void. */
    note: text("note"),
    at: text("at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.series, t.year, t.number] }),
    index("letter_numbers_letter").on(t.letterId),
    index("letter_numbers_block").on(t.blockId),
  ],
);

/** Numbers set aside for letters that are written by hand while there is no power, and registered afterwards. */
export const numberBlocks = sqliteTable(
  "number_blocks",
  {
    id: text("id").primaryKey(),
    series: text("series").notNull(),
    year: integer("year").notNull(),
    fromNumber: integer("from_number").notNull(),
    toNumber: integer("to_number").notNull(),
    reason: text("reason").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: text("created_at").notNull(),
    /** When what was left of it was declared unused. */
    closedAt: text("closed_at"),
  },
  (t) => [index("number_blocks_series").on(t.series, t.year)],
);

/** Where the village's e-sign client service answers: one row, or none. User and password are sealed as one text. */
export const signingServices = sqliteTable("signing_services", {
  id: text("id").primaryKey(),
  address: text("address").notNull(),
  accessSealed: text("access_sealed").notNull(),
  updatedAt: text("updated_at").notNull(),
});

/** A letter that came in, and the outgoing one that answers it. */
export const incomingLetters = sqliteTable(
  "incoming_letters",
  {
    id: text("id").primaryKey(),
    year: integer("year").notNull(),
    /** Number in the agenda book. */
    agendaNumber: integer("agenda_number").notNull(),
    receivedOn: text("received_on").notNull(),
    number: text("number"),
    writtenOn: text("written_on"),
    sender: text("sender").notNull(),
    subject: text("subject").notNull(),
    classification: text("classification"),
    nature: text("nature", { enum: ["biasa", "segera", "penting", "rahasia"] }).notNull(),
    fileId: text("file_id").references(() => files.id),
    answerDueOn: text("answer_due_on"),
    answeredByLetterId: text("answered_by_letter_id"),
    closedAt: text("closed_at"),
    closingNote: text("closing_note"),
    voidedAt: text("voided_at"),
    voidReason: text("void_reason"),
    createdBy: text("created_by").notNull(),
    createdAt: text("created_at").notNull(),
    updatedAt: text("updated_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("incoming_letters_number").on(t.year, t.agendaNumber),
    index("incoming_letters_open").on(t.closedAt, t.answerDueOn),
    index("incoming_letters_answer").on(t.answeredByLetterId),
  ],
);

/** An instruction on an incoming letter to one official, with its day and what came of it. */
export const dispositions = sqliteTable(
  "dispositions",
  {
    id: text("id").primaryKey(),
    incomingId: text("incoming_id")
      .notNull()
      .references(() => incomingLetters.id),
    toAccountId: text("to_account_id").notNull(),
    instruction: text("instruction").notNull(),
    dueOn: text("due_on"),
    fromAccountId: text("from_account_id").notNull(),
    createdAt: text("created_at").notNull(),
    doneAt: text("done_at"),
    outcome: text("outcome"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("dispositions_letter").on(t.incomingId),
    index("dispositions_open").on(t.toAccountId, t.doneAt),
  ],
);

/** The expedition book (A.8): what was sent to whom, and who took it. */
export const expeditions = sqliteTable(
  "expeditions",
  {
    id: text("id").primaryKey(),
    year: integer("year").notNull(),
    number: integer("number").notNull(),
    sentOn: text("sent_on").notNull(),
    letterId: text("letter_id"),
    letterDate: text("letter_date"),
    letterNumber: text("letter_number").notNull(),
    content: text("content").notNull(),
    recipient: text("recipient").notNull(),
    receivedBy: text("received_by"),
    note: text("note"),
    voidedAt: text("voided_at"),
    createdBy: text("created_by").notNull(),
    createdAt: text("created_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [uniqueIndex("expeditions_number").on(t.year, t.number)],
);
