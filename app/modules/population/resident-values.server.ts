import type { Keys } from "#app/platform/keys/keys.ts";
import { openValue, sealValue } from "#app/platform/keys/sealed-field.ts";
import type { residents } from "#db/village/schema/population.ts";
import { nameKeyOf, searchWords } from "./name-rules.ts";
import { nikStateOf, normaliseNumber } from "./nik-rules.ts";
import { SEALED_KEYS, SEALED_RESIDENT_FIELDS, type SealedKey } from "./sealed-fields.ts";

type Row = typeof residents.$inferSelect;
type SealedColumn = `${SealedKey}Sealed`;
/** Protected values of a resident in the clear. */
export type SealedValues = Record<SealedKey, string | null>;

/** Columns of a resident that are protected values. */
export async function sealResident(
  keys: Keys,
  values: Partial<SealedValues>,
): Promise<Partial<Pick<Row, SealedColumn | "nikIndex">>> {
  const columns: Partial<Pick<Row, SealedColumn | "nikIndex">> = {};
  for (const key of SEALED_KEYS) {
    const value = values[key];
    if (value === undefined) continue;
    if (key === "nik") {
      const { sealed, index } = await sealValue(
        keys,
        SEALED_RESIDENT_FIELDS.nik,
        value && normaliseNumber(value),
      );
      columns.nikSealed = sealed;
      columns.nikIndex = index;
    } else {
      columns[`${key}Sealed`] =
        value === null ? null : await keys.seal(SEALED_RESIDENT_FIELDS[key].field, value);
    }
  }
  return columns;
}

/** The protected values of a row. @param only those that are wanted; each costs a decryption */
export async function openResident(
  keys: Keys,
  row: Pick<Row, SealedColumn>,
  only: readonly SealedKey[] = SEALED_KEYS,
): Promise<SealedValues> {
  const values = Object.fromEntries(SEALED_KEYS.map((key) => [key, null])) as SealedValues;
  await Promise.all(
    only.map(async (key) => {
      values[key] = await openValue(keys, SEALED_RESIDENT_FIELDS[key], row[`${key}Sealed`]);
    }),
  );
  return values;
}

/** Columns that follow from others of the same person: how he is sorted and found, and what his NIK is worth. */
export function derivedColumns(
  person: { name: string; nickname: string | null; birthDate: string | null; sex: number },
  nik: string | null,
): Pick<Row, "nameKey" | "searchName" | "nikState"> {
  return {
    nameKey: nameKeyOf(person.name),
    searchName: searchWords(person.name, person.nickname),
    nikState: nikStateOf(nik && normaliseNumber(nik), person),
  };
}
