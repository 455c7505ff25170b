import { keyIdOf } from "../keys/key-rules.ts";
import type { Keys } from "../keys/keys.ts";
import { type SealedField, sealValue } from "../keys/sealed-field.ts";
import { ImportError } from "./export-archive.ts";

const STILL_SEALED =
  "nilai dalam ekspor ini masih tersegel; pakai ekspor lengkap yang dibuat Kepala Desa dan dibuka dengan frasa sandinya";

type Cells = (string | null)[];

/**
 * A row of an export with what stands open in it sealed under the village's own keys, and its blind indexes made anew.
 * @throws ImportError for an export in which values are still sealed
 */
export async function resealRow(
  { keys, fields }: { keys: Keys; fields: readonly SealedField[] },
  table: string,
  columns: readonly string[],
  row: readonly (string | null)[],
): Promise<Cells> {
  const cells = [...row];
  for (const field of fields) {
    if (field.table !== table || field.owner !== "village") continue;
    const sealedAt = columns.indexOf(field.sealed);
    if (sealedAt < 0) continue;
    if (cells[sealedAt] && keyIdOf(cells[sealedAt])) throw new ImportError(STILL_SEALED);
    const plainAt = field.plain === undefined ? sealedAt : columns.indexOf(field.plain);
    const plain = cells[plainAt] ?? null;
    const { sealed, index } = await sealValue(keys, field, plain);
    if (plainAt >= 0) cells[plainAt] = null;
    cells[sealedAt] = sealed;
    const indexAt = field.index === undefined ? -1 : columns.indexOf(field.index);
    if (indexAt >= 0) cells[indexAt] = index;
  }
  return cells;
}
