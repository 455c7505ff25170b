import type { OfficeStage } from "#tests/support/office-stage.ts";

/** What a field asks for, which says what is wrong for it. */
export type FieldKind =
  | "text"
  | "code"
  | "number"
  | "day"
  | "phone"
  | "email"
  | "secret"
  | "version"
  | "stamp";

export type Fields = Record<string, string | string[] | File>;

/** One form: where it stands, what fills it rightly, and what each of its fields asks for. */
export interface FormCase {
  name: string;
  /** Address in the route tables, for the check that no form is left out. */
  route: string;
  /** Who sends it; null: nobody signed in. */
  as: string | null;
  /** The form's page; its hidden fields are sent along. */
  page: (ids: OfficeStage["ids"]) => string;
  /** Where it is sent, if not to its page. */
  action?: (ids: OfficeStage["ids"]) => string;
  /** What a person would fill in. */
  fields: (ids: OfficeStage["ids"]) => Fields;
  kinds: Record<string, FieldKind>;
  /** Fields that may not be empty. */
  required?: string[];
  /** Fields that a button or the page itself fills: they need not come back. */
  filledByPage?: string[];
  /** Where stored text is shown besides the page that the answer leads to. */
  shownAt?: (ids: OfficeStage["ids"]) => string[];
  /** Table in which each sending makes one row. */
  creates?: string;
  /** What a second row needs besides, where the village may have one of a kind alone. */
  another?: Fields;
  /** What a second sending of the same page meets, once the first has been taken: 409. */
  isVersioned?: boolean;
  site?: "portal";
  /** A client of its own for each try: forms that sign in, or end the session. */
  freshClient?: boolean;
}

export const LONG_TEXT = "kata ".repeat(20_000);
export const SCRIPT = "<script>alert(1)</script>";
export const MARKUP = `"><img src=x onerror=alert(1)>`;

const UNKNOWN = ["tidak-ada", LONG_TEXT];
const NO_NUMBER = ["banyak", "1e9999", "9".repeat(30), LONG_TEXT];
const NO_DAY = ["2026-02-30", "besok", "9999-99-99", LONG_TEXT];

/** Values that every form must refuse at a field of this kind. */
export const REFUSED: Record<FieldKind, string[]> = {
  text: [LONG_TEXT],
  code: UNKNOWN,
  number: NO_NUMBER,
  day: NO_DAY,
  phone: ["nomor saya", "0".repeat(40), LONG_TEXT],
  email: ["bukan surel", "a@b", LONG_TEXT],
  secret: [LONG_TEXT],
  version: ["abc", "", "-1"],
  stamp: ["2020-01-01T00:00:00.000Z"],
};
