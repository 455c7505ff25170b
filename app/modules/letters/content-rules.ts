import type { PersonOnPaper } from "#app/modules/population/person-rules.ts";

/** Of a person what letters print: from the register, or typed for somebody outside it. */
export type LetterPerson = Pick<PersonOnPaper, "name"> &
  Partial<
    Pick<
      PersonOnPaper,
      | "nik"
      | "kkNumber"
      | "sexText"
      | "birthPlace"
      | "birthDate"
      | "religionText"
      | "maritalText"
      | "occupationText"
      | "educationText"
      | "citizenshipText"
      | "address"
      | "fatherName"
      | "motherName"
      | "familyRoleText"
    >
  >;

/** A list's rows by the keys of its columns. */
export type ListValue = Record<string, string>[];
export type FieldValue = string | LetterPerson | ListValue | null;

/** What a letter says, frozen with it: the persons as they were, and the fields of its kind. */
export interface LetterContent {
  /** Who asks. */
  person: LetterPerson | null;
  /** Whom it is about where that is somebody else. */
  subject?: LetterPerson | null;
  fields: Record<string, FieldValue>;
}

export function isPersonValue(value: FieldValue | undefined): value is LetterPerson {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
