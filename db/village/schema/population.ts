import { index, integer, real, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** A family card. Its members point to it; a card without number, or whose members have all gone, is possible. */
export const families = sqliteTable(
  "families",
  {
    id: text("id").primaryKey(),
    /** No KK sealed under the village's key, and its blind index. */
    numberSealed: text("number_sealed"),
    numberIndex: text("number_index"),
    /** Smallest area that is known: RT, else RW, else dusun. */
    areaId: text("area_id"),
    address: text("address"),
    postalCode: text("postal_code"),
    issuedOn: text("issued_on"),
    /** Day on which somebody last held the paper against the record. */
    verifiedOn: text("verified_on"),
    /** The import that made it, while it may be undone. */
    importId: text("import_id"),
    createdAt: text("created_at").notNull(),
    updatedAt: text("updated_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("families_number").on(t.numberIndex), index("families_area").on(t.areaId)],
);

/**
 * A resident as he stands today: what his events fold to. Codes are those of the state's registers (code-lists.ts).
 * Sealed columns are declared in population/sealed-fields.ts; groups of the others in population/fields.ts.
 */
export const residents = sqliteTable(
  "residents",
  {
    /** Also the row of his name in the search table. */
    number: integer("number").primaryKey({ autoIncrement: true }),
    id: text("id").notNull().unique(),
    kind: text("kind", { enum: ["permanent", "temporary"] }).notNull(),
    name: text("name").notNull(),
    /** The name for sorting: lower case, without titles' dots and double blanks. */
    nameKey: text("name_key").notNull(),
    /** Words of name and nickname in the spelling of today, for the search table. */
    searchName: text("search_name").notNull(),
    nickname: text("nickname"),
    nikSealed: text("nik_sealed"),
    nikIndex: text("nik_index"),
    /** What the check of the NIK said when it was last written: `valid`, `doubtful`, `none`. */
    nikState: text("nik_state", { enum: ["valid", "doubtful", "none"] }).notNull(),
    /** 1 man, 2 woman. */
    sex: integer("sex").notNull(),
    birthPlace: text("birth_place"),
    birthDate: text("birth_date"),
    religion: integer("religion"),
    education: integer("education"),
    schooling: integer("schooling"),
    occupation: integer("occupation"),
    maritalStatus: integer("marital_status"),
    citizenship: integer("citizenship").notNull(),
    familyId: text("family_id").references(() => families.id),
    familyRole: integer("family_role"),
    /** Smallest area that is known, and the dusun above it. */
    areaId: text("area_id"),
    hamletId: text("hamlet_id"),
    address: text("address"),
    currentAddress: text("current_address"),
    fatherName: text("father_name"),
    fatherNikSealed: text("father_nik_sealed"),
    motherName: text("mother_name"),
    motherNikSealed: text("mother_nik_sealed"),
    bloodType: integer("blood_type"),
    birthCertificateSealed: text("birth_certificate_sealed"),
    passportSealed: text("passport_sealed"),
    passportEndsOn: text("passport_ends_on"),
    stayPermitSealed: text("stay_permit_sealed"),
    marriageCertificateSealed: text("marriage_certificate_sealed"),
    marriedOn: text("married_on"),
    divorceCertificateSealed: text("divorce_certificate_sealed"),
    divorcedOn: text("divorced_on"),
    disability: integer("disability"),
    contraception: integer("contraception"),
    pregnancy: integer("pregnancy"),
    idCard: integer("id_card"),
    recording: integer("recording"),
    ethnicity: text("ethnicity"),
    tagSealed: text("tag_sealed"),
    insurance: integer("insurance"),
    insuranceNumberSealed: text("insurance_number_sealed"),
    latitude: real("latitude"),
    longitude: real("longitude"),
    phoneSealed: text("phone_sealed"),
    note: text("note"),
    /** 1 here, 2 dead, 3 moved, 4 missing, 6 left, 9 not valid. */
    status: integer("status").notNull(),
    /** Day of the event that made the status. */
    statusSince: text("status_since").notNull(),
    /** Of temporary residents: whence, why, with whom, until when. */
    origin: text("origin"),
    purpose: text("purpose"),
    host: text("host"),
    staysUntil: text("stays_until"),
    importId: text("import_id"),
    createdAt: text("created_at").notNull(),
    updatedAt: text("updated_at").notNull(),
    version: integer("version").notNull().default(1),
  },
  (t) => [
    index("residents_by_name").on(t.status, t.nameKey, t.id),
    index("residents_in_hamlet").on(t.hamletId, t.status, t.nameKey, t.id),
    index("residents_nik").on(t.nikIndex),
    index("residents_family").on(t.familyId, t.familyRole),
    index("residents_area").on(t.areaId),
    index("residents_import").on(t.importId),
  ],
);

/**
 * What happened to residents: append-only, may be entered long after its day. The state of any day follows from the
 * events up to it, by day and then by `seq`; an event that a later correction cancels counts for nothing.
 */
export const residentEvents = sqliteTable(
  "resident_events",
  {
    id: text("id").primaryKey(),
    residentId: text("resident_id").notNull(),
    /** Order of entry over the whole village. */
    seq: integer("seq").notNull(),
    kind: text("kind", {
      enum: [
        "opening",
        "birth",
        "move_in",
        "death",
        "move_out",
        "missing",
        "left",
        "returned",
        "move_inside",
        "family_change",
        "change",
        "correction",
      ],
    }).notNull(),
    /** Day in the village's zone; of a birth the day of birth, also once that was corrected. */
    happenedOn: text("happened_on").notNull(),
    /** Events of one act (a whole KK that moves) carry the same. */
    actId: text("act_id").notNull(),
    /** Fields that the event sets: name of the column in TypeScript -> new value. Sealed fields stand in `sealed`. */
    changes: text("changes", { mode: "json" }).$type<Record<string, string | number | null>>().notNull(),
    /** JSON of protected values that the event sets, sealed. */
    sealed: text("sealed"),
    /** Cause, place, destination and the like, for the registers. */
    details: text("details", { mode: "json" }).$type<Record<string, string | number | null>>().notNull(),
    note: text("note"),
    /** Of a correction: the event that it cancels. */
    cancels: text("cancels"),
    /** Set when a correction cancels this event. */
    cancelledAt: text("cancelled_at"),
    /** What the fold gives after this event, kept for counting; made anew for the person when an earlier one comes late. */
    isPresent: integer("is_present", { mode: "boolean" }).notNull(),
    /** As in `residents.status`. */
    status: integer("status").notNull().default(1),
    hamletId: text("hamlet_id"),
    familyId: text("family_id"),
    familyRole: integer("family_role"),
    sex: integer("sex").notNull(),
    citizenship: integer("citizenship").notNull(),
    isTemporary: integer("is_temporary", { mode: "boolean" }).notNull().default(false),
    importId: text("import_id"),
    recordedBy: text("recorded_by"),
    recordedAt: text("recorded_at").notNull(),
  },
  (t) => [
    index("resident_events_person").on(t.residentId, t.happenedOn, t.seq),
    index("resident_events_day").on(t.happenedOn, t.kind),
    index("resident_events_act").on(t.actId),
    index("resident_events_import").on(t.importId),
    index("resident_events_order").on(t.seq),
  ],
);

/** A file of residents on its way in: read, checked, applied in chunks, perhaps undone. */
export const residentImports = sqliteTable(
  "resident_imports",
  {
    id: text("id").primaryKey(),
    fileId: text("file_id"),
    fileName: text("file_name").notNull(),
    format: text("format", { enum: ["opensid-sheet", "opensid-sid", "sheet"] }).notNull(),
    state: text("state", {
      enum: [
        "reading",
        "mapping",
        "checking",
        "checked",
        "applying",
        "applied",
        "undoing",
        "undone",
        "failed",
        "dropped",
      ],
    }).notNull(),
    /** Day on which the imported stand counts: the opening balance. */
    asOf: text("as_of").notNull(),
    /** Our field -> heading of the sheet, and what values of a column mean. */
    mapping: text("mapping", { mode: "json" }).$type<Record<string, unknown>>(),
    headings: text("headings", { mode: "json" }).$type<string[]>(),
    rowCount: integer("row_count").notNull().default(0),
    /** Rows done in the present state. */
    progress: integer("progress").notNull().default(0),
    counts: text("counts", { mode: "json" }).$type<Record<string, number>>(),
    error: text("error"),
    createdBy: text("created_by").notNull(),
    createdAt: text("created_at").notNull(),
    updatedAt: text("updated_at").notNull(),
    appliedAt: text("applied_at"),
    undoneAt: text("undone_at"),
    version: integer("version").notNull().default(1),
  },
  (t) => [index("resident_imports_state").on(t.state)],
);

/** One row of an import. What it says of a person is sealed; it goes when the import is settled for long. */
export const residentImportRows = sqliteTable(
  "resident_import_rows",
  {
    id: text("id").primaryKey(),
    importId: text("import_id")
      .notNull()
      .references(() => residentImports.id),
    /** Line in the file, as people count it. */
    line: integer("line").notNull(),
    /** JSON of the cells as read, sealed. */
    sealed: text("sealed").notNull(),
    outcome: text("outcome", { enum: ["unread", "new", "changed", "unchanged", "refused"] }).notNull(),
    /** Reasons: field and sentence, without the value; a warning keeps nothing out. */
    reasons: text("reasons", { mode: "json" }).$type<
      { field: string; sentence: string; isWarning: boolean; code?: "second-head" }[]
    >(),
    residentId: text("resident_id"),
    /** Of a changed person: names of the fields that differ, and whether the change was chosen. */
    changedFields: text("changed_fields", { mode: "json" }).$type<string[]>(),
    /** Fields that shall not be taken over. */
    keptFields: text("kept_fields", { mode: "json" }).$type<string[]>(),
    appliedAt: text("applied_at"),
    /** Row version of the person as the check saw him; once applied, the one after the change: while he has it, it can be undone. */
    appliedVersion: integer("applied_version"),
    /** JSON of the values that the change replaced, sealed. */
    beforeSealed: text("before_sealed"),
  },
  (t) => [
    index("resident_import_rows_line").on(t.importId, t.line),
    index("resident_import_rows_outcome").on(t.importId, t.outcome, t.line),
  ],
);
