/** Forms of Permendagri 109/2019 for which the village fills in a data sheet. */
export const FORM_CODES = ["F-1.01", "F-1.02", "F-1.03", "F-1.06", "F-2.01"] as const;
export type FormCode = (typeof FORM_CODES)[number];

/** What Dukcapil gives back: a NIK and the number of a birth certificate go into the register, another number stays here. */
export type ResultKey = "nik" | "akta_lahir" | "nomor";

export interface SheetField {
  key: string;
  label: string;
  /** An `identifier` is sealed like all else, and masked on screens. */
  kind: "line" | "long" | "day" | "choice" | "identifier";
  choices?: readonly string[];
  isRequired?: boolean;
  /** Fact that fills it in: `person.name`, or `name` of each in a list. */
  from?: string;
}

export interface SheetPart {
  key: string;
  title: string;
  /** Of a list: the facts with one row each, and how many rows it takes. */
  list?: { from?: string; most: number; row: string };
  fields: readonly SheetField[];
}

/** A data sheet as plain data: another version, such as a kabupaten's own layout, is one more entry beside it. */
export interface Sheet {
  /** Names it in addresses and forms: `F-2.01-kelahiran`. */
  key: string;
  form: FormCode;
  version: string;
  title: string;
  purpose: string;
  /** Event of the register that it tells of. */
  event?: "birth" | "death" | "move_out";
  results: readonly ResultKey[];
  parts: readonly SheetPart[];
}

/** Rows of each part: one, or as many as a list has; field -> text. */
export type SheetContent = Record<string, Record<string, string>[]>;

/** What the register knows, flat and in words. */
export interface SheetFacts {
  groups: Record<string, Record<string, string>>;
  lists: Record<string, Record<string, string>[]>;
}

/** The sheet that a form was made by, in the version of then. */
export function sheetOf(sheets: readonly Sheet[], form: string, version: string): Sheet | null {
  return sheets.find((each) => each.form === form && each.version === version) ?? null;
}

/** A sheet filled in from the register. */
export function prefilled(sheet: Sheet, facts: SheetFacts): SheetContent {
  return Object.fromEntries(sheet.parts.map((part) => [part.key, rowsFrom(part, facts)]));
}

function rowsFrom({ list, fields }: SheetPart, { groups, lists }: SheetFacts): Record<string, string>[] {
  if (!list) {
    const lookUp = (from: string) => {
      const [group = "", key = ""] = from.split(".");
      return groups[group]?.[key];
    };
    return [filled(fields, lookUp)];
  }
  const rows = list.from ? (lists[list.from] ?? []) : [];
  return rows.slice(0, list.most).map((row) => filled(fields, (from) => row[from]));
}

function filled(
  fields: readonly SheetField[],
  lookUp: (from: string) => string | undefined,
): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ key, from }) => {
      const value = from && lookUp(from);
      return value ? [[key, value]] : [];
    }),
  );
}

/** What was typed to empty an identifier. */
const EMPTIED = "-";

/** Typed rows of each part; a field that the form did not send is undefined. */
export type TypedContent = Record<string, (Record<string, string | undefined> | undefined)[] | undefined>;

/**
 * A sheet as it stands after somebody typed: an empty identifier says nothing, `-` empties it; a row of a list in which
 * nothing is left goes.
 */
export function merged(sheet: Sheet, before: SheetContent, typed: TypedContent): SheetContent {
  return Object.fromEntries(
    sheet.parts.map((part) => {
      const old = before[part.key] ?? [];
      const sent = typed[part.key] ?? [];
      const count = part.list ? Math.min(part.list.most, Math.max(old.length, sent.length)) : 1;
      const rows = Array.from({ length: count }, (_, at) => mergedRow(part.fields, old[at], sent[at]));
      return [part.key, part.list ? rows.filter((row) => holdsMore(part.fields, row)) : rows];
    }),
  );
}

function mergedRow(
  fields: readonly SheetField[],
  old: Record<string, string> = {},
  typed: Record<string, string | undefined> = {},
): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ key, kind }) => {
      const text = typed[key] ?? "";
      if (kind !== "identifier") return text ? [[key, text]] : [];
      const value = text || old[key];
      return value && text !== EMPTIED ? [[key, value]] : [];
    }),
  );
}

/** Who empties all else of a row takes the person off the sheet, number and all. */
function holdsMore(fields: readonly SheetField[], row: Record<string, string>): boolean {
  return fields.some(({ key, kind }) => kind !== "identifier" && row[key]);
}

/** Did somebody type in a person: a name or an identifier that the sheet did not have in its place before? */
export function entersPerson(sheet: Sheet, before: SheetContent, after: SheetContent): boolean {
  return sheet.parts.some(({ key, fields }) =>
    (after[key] ?? []).some((row, at) =>
      fields.some((field) => {
        const isOfPerson = field.kind === "identifier" || field.key.startsWith("nama");
        return isOfPerson && row[field.key] && row[field.key] !== before[key]?.[at]?.[field.key];
      }),
    ),
  );
}

/** Fields that are still needed, with where each stands in the form. */
export function missingIn(sheet: Sheet, content: SheetContent): { path: string; label: string }[] {
  return sheet.parts.flatMap((part) => {
    const rows = content[part.key] ?? [];
    const needed = part.fields.filter(({ isRequired }) => isRequired);
    if (part.list && rows.length === 0 && needed.length > 0)
      return [
        { path: pathOf(part.key, 0, needed[0]?.key ?? ""), label: `${part.title}: ${needed[0]?.label}` },
      ];
    return rows.flatMap((row, at) =>
      needed
        .filter(({ key }) => !row[key])
        .map(({ key, label }) => ({ path: pathOf(part.key, at, key), label: `${part.title}: ${label}` })),
    );
  });
}

/** Name of a field in the form. */
export function pathOf(part: string, row: number, field: string): string {
  return `isian.${part}[${row}].${field}`;
}
