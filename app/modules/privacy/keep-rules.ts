import type { Keep } from "#app/platform/privacy/retention-rule.ts";
import { KEEP_WORDS } from "./words.ts";

/** `12 bulan`, `7 hari`. */
export function keepText(unit: Keep["unit"], amount: number): string {
  return `${amount} ${KEEP_WORDS.units[unit]}`;
}

/** Why a village may not keep a kind so long or so short; null where it may. */
export function keepProblem(keep: Keep, amount: number): string | null {
  if (amount >= keep.least && amount <= keep.most) return null;
  return KEEP_WORDS.outside(keepText(keep.unit, keep.least), keepText(keep.unit, keep.most));
}
