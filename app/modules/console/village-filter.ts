import type { VillageFilter } from "./list-villages.server.ts";
import { STATE_NAMES, TRUST_NAMES } from "./words.ts";

const MARKS = { galat: "Migrasi gagal", kenari: "Kenari" } as const;

/** Reads the filter from an address; what is none of ours narrows nothing. */
export function filterOf(query: URLSearchParams): VillageFilter {
  const text = (name: string) => (query.get(name) ?? "").trim().slice(0, 80);
  const one = <Key extends string>(name: string, known: Record<Key, string>): Key | "" =>
    Object.hasOwn(known, text(name)) ? (text(name) as Key) : "";
  const state = one("keadaan", STATE_NAMES);
  return {
    search: text("cari"),
    state: state === "erased" ? "" : state,
    trust: one("kepercayaan", TRUST_NAMES),
    home: text("rumah"),
    mark: one("tanda", MARKS),
  };
}

export function isNarrowed(filter: VillageFilter): boolean {
  return Object.values(filter).some((value) => value !== "");
}

/** The query of the page behind a row, under the same filter. */
export function queryOf({ search, state, trust, home, mark }: VillageFilter, after: string): string {
  const all = { cari: search, keadaan: state, kepercayaan: trust, rumah: home, tanda: mark, sesudah: after };
  return new URLSearchParams(Object.entries(all).filter(([, value]) => value !== "")).toString();
}

/** The filter's lists to choose from. */
export function choicesOf({ state, trust, home, mark }: VillageFilter, homes: readonly string[]) {
  const optionsOf = (names: Record<string, string>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }));
  const { erased: _, ...states } = STATE_NAMES;
  return [
    {
      name: "keadaan",
      label: "Keadaan",
      placeholder: "Semua",
      defaultValue: state,
      options: optionsOf(states),
    },
    {
      name: "kepercayaan",
      label: "Kepercayaan",
      placeholder: "Semua",
      defaultValue: trust,
      options: optionsOf(TRUST_NAMES),
    },
    {
      name: "rumah",
      label: "Rumah data",
      placeholder: "Semua",
      defaultValue: home,
      options: homes.map((each) => ({ value: each, label: each })),
    },
    { name: "tanda", label: "Tanda", placeholder: "Semua", defaultValue: mark, options: optionsOf(MARKS) },
  ];
}
