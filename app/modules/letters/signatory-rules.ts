import { positionTitle } from "#app/modules/accounts/words.ts";
import type { Day } from "#app/platform/clock.ts";

/** A holding of a position with who holds it, as signatures need it. */
export interface OfficeTerm {
  accountId: string;
  name: string;
  position: string;
  status: "definitif" | "pj" | "plt" | "plh";
  startsOn: Day;
  endsOn: Day | null;
}

/** What the village calls itself and its head. */
export interface SignatoryTerms {
  villageTerm: string;
  headTerm: string;
  hamletTerm: string;
  name: string;
}

/** Somebody who may stand under a letter, with his office as it is written there. */
export interface Signatory {
  accountId: string;
  name: string;
  /** Lines above the name: `a.n. Kepala Desa Sesela`, `Sekretaris Desa`. */
  lines: string[];
}

const KASI = ["kasi-pemerintahan", "kasi-pelayanan", "kasi-kesejahteraan"];

/**
 * Who may sign on a day, the usual one first: the head or who stands in for him; the Sekretaris Desa a.n.; a Kasi a.n.
 * and u.b. While a Plh. does the head's daily work he stands before him.
 */
export function signatoriesOn(terms: readonly OfficeTerm[], day: Day, village: SignatoryTerms): Signatory[] {
  const held = terms.filter(({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || endsOn > day));
  const of = (position: string) =>
    held.filter((term) => term.position === position).sort((a, b) => rank(a.status) - rank(b.status));
  const head = headLine(village);
  const titleOf = ({ position, status }: OfficeTerm) => positionTitle(position, status, village);
  const secretary = positionTitle("sekretaris-desa");
  return [
    ...of("kepala-desa").map((term) => signatory(term, [`${prefixOf(term, village)}${head}`])),
    ...of("sekretaris-desa").map((term) => signatory(term, [`a.n. ${head}`, titleOf(term)])),
    ...KASI.flatMap(of).map((term) => signatory(term, [`a.n. ${head}`, secretary, "u.b.", titleOf(term)])),
  ];
}

/** `Kepala Desa Sesela`, `Wali Nagari Koto Gadang`, `Perbekel Desa Ubud`. */
export function headLine({ headTerm, villageTerm, name }: SignatoryTerms): string {
  const saysVillage = headTerm.toLowerCase().endsWith(villageTerm.toLowerCase());
  return saysVillage ? `${headTerm} ${name}` : `${headTerm} ${villageTerm} ${name}`;
}

function prefixOf({ position, status }: OfficeTerm, village: SignatoryTerms): string {
  return positionTitle(position, status, village).slice(0, -village.headTerm.length);
}

function rank(status: OfficeTerm["status"]): number {
  return status === "plh" ? 0 : 1;
}

function signatory({ accountId, name }: OfficeTerm, lines: string[]): Signatory {
  return { accountId, name, lines };
}
