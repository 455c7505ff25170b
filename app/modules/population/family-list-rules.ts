import { areaOf, areaValue, type ListedPlace } from "./list-rules.ts";

/** What the list of cards is narrowed by. */
export interface FamilyFilter {
  area: ListedPlace | null;
  state: "no-number" | "no-head" | "due" | "verified" | null;
}

const STATES = {
  "tanpa-nomor": "no-number",
  "tanpa-kepala": "no-head",
  periksa: "due",
  cocok: "verified",
} as const;

/** Filter and place that an address asks for; what it can't mean is left out. */
export function readFamilyAddress(query: URLSearchParams) {
  const id = (name: string) => {
    const text = query.get(name);
    return text && /^[\w-]{8,64}$/.test(text) ? text : null;
  };
  const state = query.get("keadaan") ?? "";
  const filter: FamilyFilter = {
    area: areaOf(query.get("wilayah")),
    state: Object.hasOwn(STATES, state) ? STATES[state as keyof typeof STATES] : null,
  };
  return { filter, place: { after: id("setelah"), before: id("sebelum") } };
}

/** How a state stands in an address. */
export function stateValue(state: FamilyFilter["state"]): string | null {
  return Object.entries(STATES).find(([, value]) => value === state)?.[0] ?? null;
}

/** The query of the list's address for a filter; empty for the plain list. */
export function familyQuery(
  filter: FamilyFilter,
  place: { after?: string | null; before?: string | null } = {},
): string {
  const query = new URLSearchParams();
  const values = {
    wilayah: areaValue(filter.area),
    keadaan: stateValue(filter.state),
    setelah: place.after,
    sebelum: place.before,
  };
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, value);
  const text = query.toString();
  return text && `?${text}`;
}
