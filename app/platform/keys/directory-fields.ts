import { DIRECTORY_OWNER } from "./keys.ts";
import type { SealedField } from "./sealed-field.ts";

/** Protected fields of the directory. Phones of a kabupaten's list are blind indexes alone: nothing there opens. */
export const directoryFields: readonly SealedField[] = [
  {
    field: "overseers.phone",
    owner: DIRECTORY_OWNER,
    group: "contact",
    table: "overseers",
    sealed: "phone_sealed",
  },
  {
    field: "overseers.totp",
    owner: DIRECTORY_OWNER,
    group: "secret",
    table: "overseers",
    sealed: "totp_sealed",
  },
  {
    field: "claims.phone",
    owner: DIRECTORY_OWNER,
    group: "contact",
    table: "claims",
    sealed: "phone_sealed",
  },
];
