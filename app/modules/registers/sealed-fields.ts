import type { SealedField } from "#app/platform/keys/sealed-field.ts";

/** NIP of an official in A.4. */
export const OFFICIAL_NIP: SealedField = {
  field: "official_records.nip",
  owner: "village",
  group: "identity",
  table: "official_records",
  sealed: "nip_sealed",
};

/** Name under which files of registers are sealed while they wait to be fetched; they lie in the file store. */
export const REGISTER_FILE_FIELD = "register_files.bytes";

/** What the registry lists of this module. */
export const registerFields: readonly SealedField[] = [OFFICIAL_NIP];
