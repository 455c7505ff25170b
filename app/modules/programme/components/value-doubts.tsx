import { isAboveHundredPercent } from "../check-rules.ts";
import { formatQuantity } from "../format-rules.ts";
import type { Replacement } from "../progress-rules.ts";
import { PROGRESS_WORDS } from "../words.ts";

interface ValueDoubtsProps {
  value: number | null;
  unit: string;
  replaces: Replacement | null;
}

/** What whoever decides should know of a value: that it takes an approved one's place, or can hardly be. */
export function ValueDoubts({ value, unit, replaces }: ValueDoubtsProps) {
  const doubts = [
    replaces &&
      PROGRESS_WORDS[replaces.isCounted ? "replaces" : "notCounted"](formatQuantity(replaces.value), unit),
    isAboveHundredPercent(unit, value) && PROGRESS_WORDS.aboveHundred,
  ].filter((doubt) => typeof doubt === "string");
  return doubts.map((doubt) => (
    <span key={doubt} className="block text-sm font-semibold text-sogan">
      {doubt}
    </span>
  ));
}
