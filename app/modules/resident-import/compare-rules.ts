import { nameKeyOf } from "#app/modules/population/name-rules.ts";
import { RESIDENT_FIELDS } from "#app/modules/population/resident-fields.ts";
import { maySee } from "#app/modules/population/visible-rules.ts";
import type { FieldGroup } from "#app/platform/privacy/field-groups.ts";
import type { ColumnMapping } from "./heading-rules.ts";
import type { ImportKey } from "./import-fields.ts";
import type { RowValues } from "./row-rules.ts";

/** What an import of a person who is known already never changes: events tell of his status, the card is found by its number. */
const NEVER_CHANGED: readonly ImportKey[] = ["status", "card", "kind"];

/** Under what a person without NIK is found again: name, day and place of birth, all three. */
export function personKey(values: RowValues): string | null {
  const { name, birthDate, birthPlace } = values;
  if (!name || !birthDate || !birthPlace) return null;
  return JSON.stringify([nameKeyOf(String(name)), birthDate, plain(String(birthPlace))]);
}

/** The fields in which a row says something else than the register; an empty cell says nothing. */
export function differingFields(said: RowValues, known: RowValues): ImportKey[] {
  const keys = Object.keys(said) as ImportKey[];
  return keys.filter((key) => !NEVER_CHANGED.includes(key) && !isSame(key, said[key], known[key]));
}

function isSame(
  key: ImportKey,
  said: string | number | undefined,
  known: string | number | undefined,
): boolean {
  if (said === known) return true;
  if (key === "kkNumber" && String(said).startsWith("0")) return true;
  if (known === undefined || typeof said !== typeof known) return false;
  if (typeof said === "number") return Math.abs(said - Number(known)) < 1e-6;
  if (key === "rw" || key === "rt") return bare(String(said)) === bare(String(known));
  return plain(String(said)) === plain(String(known));
}

/** Capitals and blanks are no difference: one register writes in capitals, another doesn't. */
function plain(text: string): string {
  return text.toLowerCase().replace(/\s+/g, " ").trim();
}

function bare(text: string): string {
  return plain(text).replace(/^0+(?=\d)/, "");
}

/** Whether a field's values are shown masked wherever many persons stand together. */
export function isMaskedField(key: ImportKey): boolean {
  return key === "kkNumber" || RESIDENT_FIELDS.some((field) => field.key === key && field.kind === "sealed");
}

/** To which group a column's values belong; `general` where everybody who keeps the register may know them. */
export function groupOf(key: ImportKey): FieldGroup {
  if (key === "kkNumber") return "identity";
  return RESIDENT_FIELDS.find((field) => field.key === key)?.group ?? "general";
}

/**
 * May a file be held against what the register has in this column? Else it would tell whether a guess is right, and write
 * over what its sender may not see. A NIK is only ever given to who has none, and a No KK moves somebody onto a card that
 * every search by number finds: both are the register's daily work.
 */
export function mayCompare(key: ImportKey, permissions: ReadonlySet<string>, isChild: boolean): boolean {
  return key === "nik" || key === "kkNumber" || maySee(permissions, groupOf(key), isChild);
}

/** Columns of a file that are not held against people who are known already. */
export function withheldColumns(columns: ColumnMapping, permissions: ReadonlySet<string>): ImportKey[] {
  return (Object.keys(columns) as ImportKey[]).filter((key) => !mayCompare(key, permissions, false));
}
