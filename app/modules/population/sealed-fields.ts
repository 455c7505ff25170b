import type { SealedField } from "#app/platform/keys/sealed-field.ts";
import type { FieldGroup } from "#app/platform/privacy/field-groups.ts";
import { normaliseNumber } from "./nik-rules.ts";

function ofResident(name: string, group: FieldGroup): SealedField {
  const column = name.replaceAll("-", "_");
  return {
    field: `residents.${name}`,
    owner: "village",
    group,
    table: "residents",
    sealed: `${column}_sealed`,
  };
}

/** Protected fields of residents by their key; the column is the key with `Sealed`. */
export const SEALED_RESIDENT_FIELDS = {
  nik: { ...ofResident("nik", "identity"), index: "nik_index", normalise: normaliseNumber },
  fatherNik: ofResident("father-nik", "identity"),
  motherNik: ofResident("mother-nik", "identity"),
  birthCertificate: ofResident("birth-certificate", "identity"),
  passport: ofResident("passport", "identity"),
  stayPermit: ofResident("stay-permit", "identity"),
  marriageCertificate: ofResident("marriage-certificate", "identity"),
  divorceCertificate: ofResident("divorce-certificate", "identity"),
  tag: ofResident("tag", "identity"),
  insuranceNumber: ofResident("insurance-number", "insurance"),
  phone: ofResident("phone", "contact"),
} as const satisfies Record<string, SealedField>;
export type SealedKey = keyof typeof SEALED_RESIDENT_FIELDS;
export const SEALED_KEYS = Object.keys(SEALED_RESIDENT_FIELDS) as SealedKey[];

/** No KK of a family card. */
export const FAMILY_NUMBER: SealedField = {
  field: "families.number",
  owner: "village",
  group: "identity",
  table: "families",
  sealed: "number_sealed",
  index: "number_index",
  normalise: normaliseNumber,
};

/** Protected values that an event set, as one JSON text. */
export const EVENT_SEALED: SealedField = {
  field: "resident_events.sealed",
  owner: "village",
  group: "identity",
  table: "resident_events",
  sealed: "sealed",
};

/** What the registry lists of this module. */
export const populationFields: readonly SealedField[] = [
  ...Object.values(SEALED_RESIDENT_FIELDS),
  FAMILY_NUMBER,
  EVENT_SEALED,
];
