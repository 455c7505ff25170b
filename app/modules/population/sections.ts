import type { FieldKey } from "./resident-fields.ts";

/** A part of a person's record, on his page and in forms. */
export interface Section {
  key: string;
  title: string;
  fields: readonly FieldKey[];
}

/** The 43 columns of the register in the order in which a KK and a KTP are read. */
export const SECTIONS: readonly Section[] = [
  {
    key: "diri",
    title: "Diri",
    fields: [
      "name",
      "nickname",
      "nik",
      "sex",
      "birthPlace",
      "birthDate",
      "religion",
      "citizenship",
      "maritalStatus",
      "education",
      "occupation",
      "bloodType",
    ],
  },
  {
    key: "orang-tua",
    title: "Orang tua",
    fields: ["fatherName", "fatherNik", "motherName", "motherNik"],
  },
  {
    key: "tempat-tinggal",
    title: "Tempat tinggal",
    fields: ["address", "currentAddress", "phone", "latitude", "longitude"],
  },
  {
    key: "sementara",
    title: "Tinggal sementara",
    fields: ["origin", "purpose", "host", "staysUntil"],
  },
  {
    key: "dokumen",
    title: "Akta dan kartu",
    fields: [
      "birthCertificate",
      "marriageCertificate",
      "marriedOn",
      "divorceCertificate",
      "divorcedOn",
      "idCard",
      "recording",
      "tag",
      "passport",
      "passportEndsOn",
      "stayPermit",
    ],
  },
  {
    key: "khusus",
    title: "Keterangan khusus",
    fields: [
      "schooling",
      "ethnicity",
      "disability",
      "contraception",
      "pregnancy",
      "insurance",
      "insuranceNumber",
      "note",
    ],
  },
];
