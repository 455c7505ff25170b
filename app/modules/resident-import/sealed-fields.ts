import type { SealedField } from "#app/platform/keys/sealed-field.ts";

/** Cells of a row as the file has them. */
export const IMPORT_ROW: SealedField = {
  field: "resident_import_rows.sealed",
  owner: "village",
  group: "identity",
  table: "resident_import_rows",
  sealed: "sealed",
};

/** What a change replaced, for who looks later at what an import did. */
export const IMPORT_BEFORE: SealedField = {
  field: "resident_import_rows.before",
  owner: "village",
  group: "identity",
  table: "resident_import_rows",
  sealed: "before_sealed",
};

/** Field name under which the uploaded file lies sealed until its rows are staged. */
export const IMPORT_FILE_FIELD = "resident_imports.file";

/** What the registry lists of this module. */
export const importFields: readonly SealedField[] = [IMPORT_ROW, IMPORT_BEFORE];
