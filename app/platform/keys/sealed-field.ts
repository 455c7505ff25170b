import type { GroupedField } from "../privacy/field-groups.ts";
import type { DIRECTORY_OWNER, Keys } from "./keys.ts";

/**
 * A protected field as its module declares it; app/registry.server.ts lists all. Plain data: rotation, carrying over
 * and exports find the rows by it.
 */
export interface SealedField extends GroupedField {
  /** `accounts.phone`: a part of what is sealed, so it never changes. */
  field: string;
  /** In whose database the table lies, and under whose key the field is sealed. */
  owner: "village" | typeof DIRECTORY_OWNER;
  /** Table with a primary key `id`, and its columns, as SQL names them. */
  table: string;
  sealed: string;
  /** Column of the blind index, where rows are found by the field. */
  index?: string;
  /** The spelling under which the field is indexed; itself where it is stored in that spelling. */
  normalise?(text: string): string;
  /** Column that held the field in the clear before; its rows are carried over and it is emptied. */
  plain?: string;
}

/**
 * A value of a declared field, for its columns.
 * @returns the sealed text and the index under which it is found, both null for no value
 */
export async function sealValue(
  keys: Keys,
  { field, normalise }: Pick<SealedField, "field" | "normalise">,
  plain: string | null,
): Promise<{ sealed: string | null; index: string | null }> {
  if (plain === null) return { sealed: null, index: null };
  const [sealed, index] = await Promise.all([
    keys.seal(field, plain),
    keys.index(field, normalise ? normalise(plain) : plain),
  ]);
  return { sealed, index };
}

/** The value of a declared field. Whoever seals empties the plain column, so what stands there is the newer one. */
export async function openValue(
  keys: Keys,
  { field }: Pick<SealedField, "field">,
  sealed: string | null,
  plain: string | null = null,
): Promise<string | null> {
  return plain ?? (sealed === null ? null : keys.open(field, sealed));
}
