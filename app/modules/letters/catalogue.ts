import { CIVIL_KINDS } from "./catalogue-civil.ts";
import { COMMON_KINDS } from "./catalogue-common.ts";
import { FAMILY_KINDS } from "./catalogue-family.ts";
import { MARRIAGE_KINDS } from "./catalogue-marriage.ts";
import { OFFICIAL_KINDS } from "./catalogue-official.ts";
import { PERMIT_KINDS } from "./catalogue-permits.ts";
import type { LetterKind } from "./kind-rules.ts";

/** Every kind of letter as Balai brings it, in the order of the counter's list. */
export const CATALOGUE: readonly LetterKind[] = [
  ...COMMON_KINDS,
  ...PERMIT_KINDS,
  ...CIVIL_KINDS,
  ...FAMILY_KINDS,
  ...MARRIAGE_KINDS,
  ...OFFICIAL_KINDS,
];

/** A kind of the catalogue by its key. */
export function catalogueKind(key: string): LetterKind | null {
  return CATALOGUE.find((each) => each.key === key) ?? null;
}
