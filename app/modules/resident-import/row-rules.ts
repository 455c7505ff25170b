import { CODE_LISTS } from "#app/modules/population/code-lists.ts";
import { checkKkNumber, checkNik } from "#app/modules/population/nik-rules.ts";
import type { Day } from "#app/platform/clock.ts";
import {
  areaOf,
  codeOf,
  dayOf,
  degreesOf,
  digitsOf,
  hasLostDigits,
  isBlank,
  isNationality,
  partsOf,
} from "./cell-rules.ts";
import type { ColumnMapping } from "./heading-rules.ts";
import { type ImportField, type ImportKey, importFieldOf } from "./import-fields.ts";
import { ROW_WORDS } from "./row-words.ts";

/** Why a row is refused, or what is doubtful in it. */
export interface Reason {
  /** Key of the column; empty where it is of the whole row. */
  field: string;
  /** The reason and its mend, without the value. */
  sentence: string;
  isWarning: boolean;
  /** A second head of a card: what becomes of him is the village's choice. */
  code?: "second-head";
}

/** What a row says, by column: only cells that say something. */
export type RowValues = Partial<Record<ImportKey, string | number>>;

/** A row as it was understood. */
export interface ReadRow {
  values: RowValues;
  reasons: Reason[];
}

/** What rows are held against. */
export interface RowFacts {
  today: Day;
  /** Day on which the imported stand counts. */
  asOf: Day;
  /** Is it OpenSID's workbook, with its own sheet of codes? */
  isOpenSid?: boolean;
}

type Verdict = { value?: string | number; refused?: string; doubts?: string[] };

/** Understands one row of a sheet. Nothing but its own cells is looked at. */
export function readRow(cells: readonly string[], mapping: ColumnMapping, facts: RowFacts): ReadRow {
  const values: RowValues = {};
  const reasons: Reason[] = [];
  const say = (field: string, sentence: string, isWarning: boolean) =>
    void reasons.push({ field, sentence, isWarning });
  for (const [key, column] of Object.entries(mapping)) {
    const text = (cells[column] ?? "").trim();
    const field = importFieldOf(key);
    if (isBlank(text) || isTrap(field, text)) continue;
    if (field.kind === "joined") {
      for (const [part, cell] of Object.entries(partsOf(field.key, text))) {
        const partField = importFieldOf(part);
        const { value, refused } = readCell(partField, cell, facts);
        if (value !== undefined) values[partField.key] ??= value;
        if (refused) say(part, refused, false);
      }
      continue;
    }
    const { value, refused, doubts = [] } = readCell(field, text, facts);
    if (value !== undefined) values[field.key] = value;
    if (refused) say(key, refused, false);
    for (const doubt of doubts) say(key, doubt, true);
  }
  for (const [field, sentence, isWarning] of wholeRow(values, reasons, facts))
    say(field, sentence, isWarning);
  return { values, reasons };
}

/** Whether a row has something that keeps it out. */
export function isRefused(reasons: readonly Reason[]): boolean {
  return reasons.some(({ isWarning }) => !isWarning);
}

/** Columns that OpenSID's export fills with something else. */
function isTrap({ key }: ImportField, text: string): boolean {
  return (key === "idCard" || key === "recording") && isNationality(text);
}

function readCell(field: ImportField, text: string, facts: RowFacts): Verdict {
  if (text.length > field.most && field.kind !== "code") return { refused: ROW_WORDS.tooLong(field.most) };
  switch (field.kind) {
    case "code":
      return readCode(field, text, facts);
    case "day":
      return readDay(field, text);
    case "number":
      return readNumber(field, text, facts);
    case "place":
      return readPlace(field, text);
    case "area":
      return { value: areaOf(field.key as "hamlet" | "rw" | "rt", text) ?? undefined };
    default:
      return readText(field, text);
  }
}

function readCode({ list, label }: ImportField, text: string, { isOpenSid = false }: RowFacts): Verdict {
  const code = list ? codeOf(list, text) : null;
  if (code !== null || !list) return { value: code ?? undefined };
  const labels = CODE_LISTS[list].codes.map((each) => each.label);
  return { refused: ROW_WORDS.unknownCode(label, labels, isOpenSid) };
}

function readDay({ label }: ImportField, text: string): Verdict {
  if (/^0{1,4}[-/.]0{1,2}[-/.]0{1,4}$/.test(text)) return {};
  const day = dayOf(text);
  return day === null ? { refused: ROW_WORDS.noDay(label) } : { value: day };
}

/**
 * A NIK or No KK: what speaks against it warns and keeps nobody out, as in forms. Only digits that Excel has lost are
 * refused, for they can't be what the paper says. A temporary number, which begins with 0, is kept for a card, since it
 * holds its members together, and left out for a person; so is a remark in the place of a number.
 */
function readNumber({ key, label }: ImportField, text: string, facts: RowFacts): Verdict {
  if (hasLostDigits(text)) return { refused: ROW_WORDS.lostDigits(label) };
  const digits = digitsOf(text);
  if (!/^\d+$/.test(digits)) return { doubts: [ROW_WORDS.notDigits(label)] };
  if (key === "kkNumber") {
    if (digits.startsWith("0")) return { value: digits, doubts: [ROW_WORDS.temporaryKk] };
    return { value: digits, doubts: checkKkNumber(digits, facts.today).map(({ sentence }) => sentence) };
  }
  const isOfParent = key === "fatherNik" || key === "motherNik";
  if (digits.startsWith("0")) return isOfParent ? {} : { doubts: [ROW_WORDS.temporaryNik] };
  const isDoubted = isOfParent && digits.length !== 16;
  return { value: digits, doubts: isDoubted ? [ROW_WORDS.wrongLength(label, digits.length)] : [] };
}

function readPlace({ key, label }: ImportField, text: string): Verdict {
  const degrees = degreesOf(text, key === "latitude" ? 90 : 180);
  return degrees === null ? { doubts: [ROW_WORDS.noPlace(label)] } : { value: degrees };
}

function readText({ key }: ImportField, text: string): Verdict {
  const plain = text.replace(/\s+/g, " ").trim();
  if (key === "kind") return readKind(plain);
  if (key !== "name") return { value: plain };
  if (!/\p{L}/u.test(plain)) return { refused: ROW_WORDS.noName };
  return { value: plain };
}

function readKind(text: string): Verdict {
  if (/^(1|tetap)$/i.test(text)) return { value: "permanent" };
  return /^(2|tidak tetap|sementara)$/i.test(text)
    ? { value: "temporary" }
    : { refused: ROW_WORDS.unknownKind };
}

type Found = [field: string, sentence: string, isWarning: boolean];

function wholeRow(values: RowValues, reasons: readonly Reason[], { asOf }: RowFacts): Found[] {
  const found: Found[] = [];
  const isNamed = (key: string) => reasons.some(({ field, isWarning }) => field === key && !isWarning);
  if (!values.name && !isNamed("name")) found.push(["name", ROW_WORDS.nameMissing, false]);
  if (!values.sex && !isNamed("sex")) found.push(["sex", ROW_WORDS.sexMissing, false]);
  const birthDate = values.birthDate as Day | undefined;
  if (birthDate && birthDate > asOf) found.push(["birthDate", ROW_WORDS.bornLater, false]);
  if (typeof values.nik === "string" && !isNamed("nik")) {
    const doubts = checkNik(values.nik, {
      birthDate: birthDate ?? null,
      sex: (values.sex as number) ?? null,
    });
    for (const { sentence } of doubts) found.push(["nik", sentence, true]);
  }
  return found;
}
