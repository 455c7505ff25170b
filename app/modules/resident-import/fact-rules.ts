import type { RowValues } from "./row-rules.ts";
import type { FileFacts } from "./state-rules.ts";

const HEAD = 1;
const ALIVE = 1;

/** What holds the members of a card together in one file: its number, also a temporary one, or OpenSID's own id of it. */
export function cardKey(values: RowValues): string | null {
  if (typeof values.kkNumber === "string") return values.kkNumber;
  return values.card === undefined ? null : `id:${values.card}`;
}

/** A No KK that the state gave; temporary ones begin with 0. */
export function realKk(values: RowValues): string | null {
  const { kkNumber } = values;
  return typeof kkNumber === "string" && !kkNumber.startsWith("0") ? kkNumber : null;
}

/** Is he on his card, or has he died or gone? */
export function isMember(values: RowValues): boolean {
  return (values.status ?? ALIVE) === ALIVE;
}

/** Collects what rows of a file say together; give them in their order. */
export function collectFacts() {
  const niks = new Map<string, number>();
  const people = new Map<string, number>();
  const heads = new Map<string, number>();
  const cards = new Map<string, number>();
  const facts: FileFacts = { sameNik: {}, samePerson: {}, secondHead: {}, noHead: [] };
  return {
    add(line: number, values: RowValues, personKey: string | null): void {
      if (typeof values.nik === "string") remember(niks, values.nik, line, facts.sameNik);
      else if (personKey) remember(people, personKey, line, facts.samePerson);
      const card = cardKey(values);
      if (!card || !isMember(values)) return;
      if (!cards.has(card)) cards.set(card, line);
      if (values.familyRole === HEAD) remember(heads, card, line, facts.secondHead);
    },
    facts(): FileFacts {
      for (const [card, line] of cards) if (!heads.has(card)) facts.noHead.push(line);
      return facts;
    },
  };
}

function remember(
  seen: Map<string, number>,
  key: string,
  line: number,
  doubled: Record<string, number>,
): void {
  const first = seen.get(key);
  if (first === undefined) seen.set(key, line);
  else doubled[line] = first;
}
