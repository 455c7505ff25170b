import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { files } from "./village.ts";

/** A service standard (SPM): drafted, adopted by the head by number and date, replaced by the next. */
export const serviceStandards = sqliteTable(
  "service_standards",
  {
    id: text("id").primaryKey(),
    state: text("state", { enum: ["draft", "adopted", "replaced"] }).notNull(),
    decreeNumber: text("decree_number"),
    decreeOn: text("decree_on"),
    adoptedBy: text("adopted_by"),
    adoptedAt: text("adopted_at"),
    replacedAt: text("replaced_at"),
    createdBy: text("created_by").notNull(),
    createdAt: text("created_at").notNull(),
    updatedAt: text("updated_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("service_standards_state").on(t.state)],
);

/** One service of a standard, as it stood when it was adopted. */
export const standardServices = sqliteTable(
  "standard_services",
  {
    standardId: text("standard_id")
      .notNull()
      .references(() => serviceStandards.id),
    /** Kind of letter, or a UUID for a service that is no letter. */
    service: text("service").notNull(),
    name: text("name").notNull(),
    requirements: text("requirements", { mode: "json" }).$type<{ text: string; mark: string }[]>().notNull(),
    procedure: text("procedure"),
    /** Promised working hours: T0 within the visit, and so on; null where the standard names none. */
    hours: integer("hours"),
    timeText: text("time_text").notNull(),
    /** Whole rupiah; 0: no fee, which is what the law says of letters. */
    cost: integer("cost").notNull().default(0),
    officer: text("officer").notNull(),
    position: integer("position").notNull(),
  },
  (t) => [primaryKey({ columns: [t.standardId, t.service] })],
);

/** Something that people ask to use or to do: decided by the village, or recommended upwards. */
export const permits = sqliteTable(
  "permits",
  {
    id: text("id").primaryKey(),
    year: integer("year").notNull(),
    number: integer("number").notNull(),
    kind: text("kind", {
      enum: [
        "hall",
        "field",
        "road",
        "village-land",
        "research",
        "recommendation-police",
        "recommendation-camat",
      ],
    }).notNull(),
    state: text("state", {
      enum: [
        "asked",
        "granted",
        "refused",
        "in-use",
        "returned",
        "closed",
        "cancelled",
        "handed-over",
        "answered",
      ],
    }).notNull(),
    residentId: text("resident_id"),
    applicantName: text("applicant_name").notNull(),
    /** JSON of address, NIK, phone as on the paper, sealed. */
    applicantSealed: text("applicant_sealed").notNull(),
    purpose: text("purpose").notNull(),
    placeId: text("place_id").references(() => permitPlaces.id),
    placeText: text("place_text"),
    /** Local times of the village, `2026-11-24T09:00`; from is inside, until is outside. */
    fromAt: text("from_at").notNull(),
    untilAt: text("until_at").notNull(),
    /** Whole rupiah held until the place comes back; 0: none. Not a fee. */
    deposit: integer("deposit").notNull().default(0),
    depositPaidOn: text("deposit_paid_on"),
    depositReturnedOn: text("deposit_returned_on"),
    needsConsent: integer("needs_consent", { mode: "boolean" }).notNull(),
    letterId: text("letter_id"),
    decisionNote: text("decision_note"),
    decidedBy: text("decided_by"),
    decidedAt: text("decided_at"),
    returnedCondition: text("returned_condition"),
    /** Of a recommendation: to whom it went, and what he answered. */
    handedTo: text("handed_to"),
    handedOn: text("handed_on"),
    answerText: text("answer_text"),
    answeredOn: text("answered_on"),
    createdBy: text("created_by"),
    createdAt: text("created_at").notNull(),
    updatedAt: text("updated_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    uniqueIndex("permits_number").on(t.year, t.number),
    index("permits_state").on(t.state, t.fromAt),
    index("permits_place").on(t.placeId, t.fromAt),
  ],
);

/** A hall, field, road or piece of village land that may be asked for. */
export const permitPlaces = sqliteTable("permit_places", {
  id: text("id").primaryKey(),
  kind: text("kind", { enum: ["hall", "field", "road", "village-land"] }).notNull(),
  name: text("name").notNull(),
  deposit: integer("deposit").notNull().default(0),
  isOn: integer("is_on", { mode: "boolean" }).notNull(),
  updatedAt: text("updated_at").notNull(),
  version: integer("version").notNull().default(1),
});

/** A neighbour who was asked whether he agrees. */
export const permitConsents = sqliteTable(
  "permit_consents",
  {
    id: text("id").primaryKey(),
    permitId: text("permit_id")
      .notNull()
      .references(() => permits.id),
    neighbour: text("neighbour").notNull(),
    side: text("side"),
    agrees: integer("agrees", { mode: "boolean" }).notNull(),
    reason: text("reason"),
    recordedBy: text("recorded_by").notNull(),
    recordedAt: text("recorded_at").notNull(),
  },
  (t) => [index("permit_consents_of").on(t.permitId)],
);

/** Every step of a permit: append-only. */
export const permitSteps = sqliteTable(
  "permit_steps",
  {
    id: text("id").primaryKey(),
    permitId: text("permit_id")
      .notNull()
      .references(() => permits.id),
    step: text("step").notNull(),
    note: text("note"),
    byName: text("by_name").notNull(),
    at: text("at").notNull(),
  },
  (t) => [index("permit_steps_of").on(t.permitId, t.at)],
);

/** A data sheet for Dukcapil: filled from the register, sent in a batch, and what came back. */
export const dukcapilForms = sqliteTable(
  "dukcapil_forms",
  {
    id: text("id").primaryKey(),
    form: text("form", { enum: ["F-1.01", "F-1.02", "F-1.03", "F-1.06", "F-2.01"] }).notNull(),
    formVersion: text("form_version").notNull(),
    state: text("state", {
      enum: ["draft", "ready", "sent", "returned", "finished", "collected", "cancelled"],
    }).notNull(),
    residentId: text("resident_id"),
    familyId: text("family_id"),
    /** The event that it tells of (birth, death, move), where there is one. */
    eventId: text("event_id"),
    personName: text("person_name").notNull(),
    /** JSON of the form's fields, sealed. */
    contentSealed: text("content_sealed").notNull(),
    batchId: text("batch_id").references(() => dukcapilBatches.id),
    returnReason: text("return_reason"),
    returnedOn: text("returned_on"),
    finishedOn: text("finished_on"),
    /** New NIK or number of the certificate, sealed; both stand in the register as well. */
    resultSealed: text("result_sealed"),
    collectedOn: text("collected_on"),
    collectedBy: text("collected_by"),
    createdBy: text("created_by").notNull(),
    createdAt: text("created_at").notNull(),
    updatedAt: text("updated_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("dukcapil_forms_state").on(t.state, t.updatedAt),
    index("dukcapil_forms_batch").on(t.batchId),
    index("dukcapil_forms_resident").on(t.residentId),
  ],
);

/** A batch that somebody carries to Dukcapil, and the receipt that he brings back. */
export const dukcapilBatches = sqliteTable(
  "dukcapil_batches",
  {
    id: text("id").primaryKey(),
    year: integer("year").notNull(),
    number: integer("number").notNull(),
    state: text("state", { enum: ["open", "sent", "closed"] }).notNull(),
    sentOn: text("sent_on"),
    carriedBy: text("carried_by"),
    receiptNumber: text("receipt_number"),
    receiptFileId: text("receipt_file_id").references(() => files.id),
    createdBy: text("created_by").notNull(),
    createdAt: text("created_at").notNull(),
    updatedAt: text("updated_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [uniqueIndex("dukcapil_batches_number").on(t.year, t.number)],
);

/** A form on its way with one batch: a form that came back goes again in a later one, and the old list still names it. */
export const dukcapilBatchForms = sqliteTable(
  "dukcapil_batch_forms",
  {
    batchId: text("batch_id")
      .notNull()
      .references(() => dukcapilBatches.id),
    formId: text("form_id")
      .notNull()
      .references(() => dukcapilForms.id),
    outcome: text("outcome", { enum: ["finished", "returned"] }),
    outcomeOn: text("outcome_on"),
    reason: text("reason"),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.formId] }), index("dukcapil_batch_forms_form").on(t.formId)],
);
