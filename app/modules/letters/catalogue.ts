import { COMMON_KINDS } from "./catalogue-common.ts";
import type { LetterKind } from "./kind-rules.ts";

/** Every kind of letter as Balai brings it, in the order of the counter's list. */
export const CATALOGUE: readonly LetterKind[] = [...COMMON_KINDS];

/** A kind of the catalogue by its key. */
export function catalogueKind(key: string): LetterKind | null {
  return CATALOGUE.find((each) => each.key === key) ?? null;
}
