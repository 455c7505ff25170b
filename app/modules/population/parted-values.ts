import type { Values } from "./event-rules.ts";
import { fieldOf, RESIDENT_FIELDS } from "./resident-fields.ts";
import type { TypedValues } from "./resident-form.ts";
import type { SealedValues } from "./resident-values.server.ts";
import { SEALED_KEYS, type SealedKey } from "./sealed-fields.ts";
import { neededFor } from "./visible-rules.ts";

/** What a form typed into a protected field to empty it. */
const EMPTIED = "-";

export interface Parted {
  changes: Values;
  protectedValues: Partial<SealedValues>;
}

/** May somebody write a field? Numbers by whoever keeps the register; other protected fields by their holders. */
export function mayFillIn(permissions: ReadonlySet<string>, key: string, isChild = false): boolean {
  const { kind, group } = fieldOf(key);
  return kind === "sealed" || neededFor(group, isChild).every((each) => permissions.has(each));
}

/**
 * What a form says of a person, in the clear and protected apart. Fields that the official may not write are left out,
 * whatever was sent; an empty protected field says nothing, `-` empties it.
 * @param before how he stands; only what differs is given. Null: somebody new
 */
export function partedValues(
  permissions: ReadonlySet<string>,
  typed: TypedValues,
  before: Record<string, unknown> | null,
  isChild = false,
): Parted {
  const changes: Values = {};
  const protectedValues: Partial<SealedValues> = {};
  for (const { key, kind } of RESIDENT_FIELDS) {
    const value = typed[key];
    if (value === undefined || !mayFillIn(permissions, key, isChild)) continue;
    if (kind === "sealed") {
      if (value === null || value === "") continue;
      const plain = value === EMPTIED ? null : String(value);
      if (before === null ? plain !== null : plain !== (before[key] ?? null))
        protectedValues[key as SealedKey] = plain;
    } else if (before === null ? value !== null : value !== (before[key] ?? null)) changes[key] = value;
  }
  return { changes, protectedValues };
}

/** Names of the fields that an act sets, for the audit log: names alone. */
export function fieldNames({ changes, protectedValues }: Parted): string[] {
  return [...Object.keys(changes), ...SEALED_KEYS.filter((key) => key in protectedValues)];
}
