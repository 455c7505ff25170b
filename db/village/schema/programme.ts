import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

/** One work programme a year. `version` grows with each change: a stale form is refused. */
export const programmes = sqliteTable(
  "programmes",
  {
    id: text("id").primaryKey(),
    year: integer("year").notNull(),
    state: text("state", {
      enum: ["draft", "submitted", "returned", "approved", "running", "closed"],
    }).notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: text("created_at").notNull(),
    submittedAt: text("submitted_at"),
    submittedBy: text("submitted_by"),
    returnReason: text("return_reason"),
    approvedAt: text("approved_at"),
    approvedBy: text("approved_by"),
    closedAt: text("closed_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [uniqueIndex("programmes_year").on(t.year)],
);

/** The programmes (bidang kerja) under which activities are grouped: four in the template. */
export const programmeSections = sqliteTable(
  "programme_sections",
  {
    id: text("id").primaryKey(),
    programmeId: text("programme_id")
      .notNull()
      .references(() => programmes.id),
    name: text("name").notNull(),
    purpose: text("purpose").notNull(),
    position: integer("position").notNull(),
    /** Taken out of the year; activities dropped from it still refer to it. */
    removedAt: text("removed_at"),
  },
  (t) => [index("programme_sections_programme").on(t.programmeId)],
);

export const activities = sqliteTable(
  "activities",
  {
    id: text("id").primaryKey(),
    programmeId: text("programme_id")
      .notNull()
      .references(() => programmes.id),
    sectionId: text("section_id")
      .notNull()
      .references(() => programmeSections.id),
    templateKey: text("template_key"),
    /** The activity of an earlier year that this one continues. */
    continuesId: text("continues_id"),
    name: text("name").notNull(),
    purpose: text("purpose").notNull(),
    duty: text("duty").notNull(),
    legalBasis: text("legal_basis"),
    activityCode: text("activity_code"),
    location: text("location"),
    /** Bit 0 = January ... bit 11 = December. */
    months: integer("months").notNull().default(0),
    /** Whole rupiah; the present pagu. Its changes are in budget_changes. */
    budget: integer("budget").notNull().default(0),
    fundSource: text("fund_source"),
    responsiblePosition: text("responsible_position"),
    responsibleAccountId: text("responsible_account_id"),
    reviewState: text("review_state", { enum: ["open", "returned", "accepted"] })
      .notNull()
      .default("open"),
    reviewReason: text("review_reason"),
    reviewedBy: text("reviewed_by"),
    reviewedAt: text("reviewed_at"),
    position: integer("position").notNull(),
    droppedAt: text("dropped_at"),
    dropReason: text("drop_reason"),
    version: integer("version").notNull().default(1),
    createdAt: text("created_at").notNull(),
    updatedAt: text("updated_at").notNull(),
  },
  (t) => [index("activities_programme").on(t.programmeId, t.position)],
);

export const activityPeople = sqliteTable(
  "activity_people",
  {
    activityId: text("activity_id")
      .notNull()
      .references(() => activities.id),
    accountId: text("account_id").notNull(),
    addedAt: text("added_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.activityId, t.accountId] }),
    index("activity_people_account").on(t.accountId),
  ],
);

export const activitySteps = sqliteTable(
  "activity_steps",
  {
    id: text("id").primaryKey(),
    activityId: text("activity_id")
      .notNull()
      .references(() => activities.id),
    title: text("title").notNull(),
    ownerId: text("owner_id"),
    dueOn: text("due_on"),
    doneAt: text("done_at"),
    doneBy: text("done_by"),
    position: integer("position").notNull(),
    removedAt: text("removed_at"),
  },
  (t) => [index("activity_steps_activity").on(t.activityId)],
);

export const activityComments = sqliteTable(
  "activity_comments",
  {
    id: text("id").primaryKey(),
    activityId: text("activity_id")
      .notNull()
      .references(() => activities.id),
    accountId: text("account_id").notNull(),
    /** Accounts called by name in the comment. */
    mentions: text("mentions", { mode: "json" }).$type<string[]>().notNull(),
    body: text("body").notNull(),
    createdAt: text("created_at").notNull(),
  },
  (t) => [index("activity_comments_activity").on(t.activityId)],
);

export const indicators = sqliteTable(
  "indicators",
  {
    id: text("id").primaryKey(),
    activityId: text("activity_id")
      .notNull()
      .references(() => activities.id),
    name: text("name").notNull(),
    unit: text("unit").notNull(),
    direction: text("direction", { enum: ["rising", "falling"] }).notNull(),
    isCumulative: integer("is_cumulative", { mode: "boolean" }).notNull(),
    baseline: real("baseline"),
    source: text("source", { enum: ["manual", "counted"] }).notNull(),
    /** Key of the counted indicator in the registry, where source = counted. */
    countedKey: text("counted_key"),
    position: integer("position").notNull(),
    createdAt: text("created_at").notNull(),
    retiredAt: text("retired_at"),
  },
  (t) => [index("indicators_activity").on(t.activityId)],
);

/** Targets per quarter; a change is a new version with its reason, the old one stays. */
export const indicatorTargets = sqliteTable(
  "indicator_targets",
  {
    id: text("id").primaryKey(),
    indicatorId: text("indicator_id")
      .notNull()
      .references(() => indicators.id),
    version: integer("version").notNull(),
    q1: real("q1"),
    q2: real("q2"),
    q3: real("q3"),
    q4: real("q4"),
    reason: text("reason"),
    /** First day on which a report counts with this version. */
    validFrom: text("valid_from").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: text("created_at").notNull(),
  },
  (t) => [uniqueIndex("indicator_targets_version").on(t.indicatorId, t.version)],
);

/** A report of work on an activity for a quarter: values of its indicators, a note, evidence. */
export const activityUpdates = sqliteTable(
  "activity_updates",
  {
    id: text("id").primaryKey(),
    activityId: text("activity_id")
      .notNull()
      .references(() => activities.id),
    quarter: integer("quarter").notNull(),
    /** The day for which the values hold. */
    asOf: text("as_of").notNull(),
    note: text("note").notNull().default(""),
    state: text("state", { enum: ["draft", "submitted", "returned", "approved"] }).notNull(),
    returnReason: text("return_reason"),
    createdBy: text("created_by").notNull(),
    createdAt: text("created_at").notNull(),
    /** Accounts that changed it after it was begun: none of them may approve it. */
    editors: text("editors", { mode: "json" }).$type<string[]>().notNull().default([]),
    submittedAt: text("submitted_at"),
    submittedBy: text("submitted_by"),
    decidedBy: text("decided_by"),
    decidedAt: text("decided_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("activity_updates_activity").on(t.activityId, t.quarter),
    index("activity_updates_state").on(t.state),
  ],
);

export const updateValues = sqliteTable(
  "update_values",
  {
    updateId: text("update_id")
      .notNull()
      .references(() => activityUpdates.id),
    indicatorId: text("indicator_id")
      .notNull()
      .references(() => indicators.id),
    value: real("value").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.updateId, t.indicatorId] }),
    index("update_values_indicator").on(t.indicatorId),
  ],
);

export const updateEvidence = sqliteTable(
  "update_evidence",
  {
    updateId: text("update_id")
      .notNull()
      .references(() => activityUpdates.id),
    fileId: text("file_id").notNull(),
    addedAt: text("added_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.updateId, t.fileId] })],
);

/** Each pagu that an activity has had; the reason is required once the programme is approved. */
export const budgetChanges = sqliteTable(
  "budget_changes",
  {
    id: text("id").primaryKey(),
    activityId: text("activity_id")
      .notNull()
      .references(() => activities.id),
    amount: integer("amount").notNull(),
    validFrom: text("valid_from").notNull(),
    reason: text("reason"),
    createdBy: text("created_by").notNull(),
    createdAt: text("created_at").notNull(),
  },
  (t) => [index("budget_changes_activity").on(t.activityId)],
);

/** Money spent: single entries (amounts may be negative to correct), or a total taken from a sheet. */
export const spending = sqliteTable(
  "spending",
  {
    id: text("id").primaryKey(),
    activityId: text("activity_id")
      .notNull()
      .references(() => activities.id),
    amount: integer("amount").notNull(),
    spentOn: text("spent_on").notNull(),
    note: text("note").notNull(),
    importId: text("import_id"),
    createdBy: text("created_by").notNull(),
    createdAt: text("created_at").notNull(),
  },
  (t) => [index("spending_activity").on(t.activityId, t.spentOn)],
);

/** Why an activity is behind and what is done about it. */
export const deviations = sqliteTable(
  "deviations",
  {
    id: text("id").primaryKey(),
    activityId: text("activity_id")
      .notNull()
      .references(() => activities.id),
    /** The day on which it was written. */
    asOf: text("as_of").notNull(),
    /** The quarter whose lag it explains; null in old rows: that of the day. */
    quarter: integer("quarter"),
    gapPoints: real("gap_points").notNull(),
    cause: text("cause").notNull(),
    correction: text("correction").notNull(),
    createdBy: text("created_by").notNull(),
    createdAt: text("created_at").notNull(),
    /** Residents read it once a planner or the Kepala Desa has agreed. */
    agreedBy: text("agreed_by"),
    agreedAt: text("agreed_at"),
    /** Taken back or replaced by a corrected one; the row stays. */
    withdrawnBy: text("withdrawn_by"),
    withdrawnAt: text("withdrawn_at"),
  },
  (t) => [index("deviations_activity").on(t.activityId, t.asOf)],
);

/** A sheet of budget and realisation on its way in: rows as read, applied at most once. */
export const budgetImports = sqliteTable("budget_imports", {
  id: text("id").primaryKey(),
  programmeId: text("programme_id")
    .notNull()
    .references(() => programmes.id),
  fileName: text("file_name").notNull(),
  rows: text("rows", { mode: "json" }).$type<string[][]>().notNull(),
  mapping: text("mapping", { mode: "json" }).$type<Record<string, number | null>>(),
  state: text("state", { enum: ["read", "applied"] }).notNull(),
  createdBy: text("created_by").notNull(),
  createdAt: text("created_at").notNull(),
  appliedAt: text("applied_at"),
});
