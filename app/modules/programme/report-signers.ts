import { positionTitle } from "#app/modules/accounts/words.ts";
import type { Signature } from "#app/platform/document/blocks.ts";
import { formatDate } from "#app/ui/format.ts";
import type { CivilDate } from "./calendar-rules.ts";
import { PAPER_WORDS } from "./report-words.ts";

/** A position as somebody holds or held it; `endsOn` is the first day without it. */
export interface Term {
  position: string;
  status: "definitif" | "pj" | "plt" | "plh";
  name: string;
  startsOn: CivilDate;
  endsOn: CivilDate | null;
}

/** Who holds a position on a day: of several (a Plh. beside the head who is away) the one who began last. */
export function holderOn(terms: readonly Term[], position: string, day: CivilDate): Term | null {
  return terms
    .filter(
      (term) => term.position === position && term.startsOn <= day && (!term.endsOn || day < term.endsOn),
    )
    .reduce<Term | null>((best, next) => (best && best.startsOn >= next.startsOn ? best : next), null);
}

export interface SigningVillage {
  name: string;
  headTerm: string;
  hamletTerm: string;
}

/**
 * The two signatures under a report: left the head, who takes note, right the Kasi Pemerintahan with place and day.
 * A position that nobody holds keeps a dotted line to write on.
 */
export function reportSignatures(
  terms: readonly Term[],
  village: SigningVillage,
  day: CivilDate,
): Signature[] {
  return [
    signature(terms, village, "kepala-desa", day, PAPER_WORDS.acknowledged),
    signature(terms, village, "kasi-pemerintahan", day, placeAndDay(village, day)),
  ];
}

/** The head alone, under what the village itself sends: with place and day. */
export function headSignature(terms: readonly Term[], village: SigningVillage, day: CivilDate): Signature {
  return signature(terms, village, "kepala-desa", day, placeAndDay(village, day));
}

function placeAndDay(village: SigningVillage, day: CivilDate): string {
  return `${village.name}, ${formatDate(day)}`;
}

function signature(
  terms: readonly Term[],
  village: SigningVillage,
  position: string,
  day: CivilDate,
  above: string,
): Signature {
  const holder = holderOn(terms, position, day);
  const title = positionTitle(position, holder?.status, village);
  const ofVillage = position === "kepala-desa" ? `${title} ${village.name}` : title;
  return { above: [above, ofVillage], name: holder?.name ?? PAPER_WORDS.nobody };
}
