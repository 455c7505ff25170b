import { z } from "zod";
import { STATUS } from "./person-rules.ts";

/** A narrowed list is counted up to here: beyond it the figure helps nobody and costs. */
export const COUNTED_AT_MOST = 1000;

/** Age bands of the list, in whole years; the last has no end. */
export const AGE_BANDS = [
  { key: "0-4", from: 0, to: 4 },
  { key: "5-14", from: 5, to: 14 },
  { key: "15-24", from: 15, to: 24 },
  { key: "25-59", from: 25, to: 59 },
  { key: "60", from: 60, to: null },
  { key: "17", from: 17, to: null },
] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** A dusun, RW or RT that a list is narrowed to. */
export interface ListedPlace {
  kind: "dusun" | "rw" | "rt";
  id: string;
}

/** What the list is narrowed by; null: not by this. */
export interface ResidentFilter {
  name: string | null;
  /** Dusun, RW or RT with all that lies in it. */
  area: ListedPlace | null;
  sex: number | null;
  age: AgeBand["key"] | null;
  maritalStatus: number | null;
  familyRole: number | null;
  /** A status; null: every one. Who is here unless told. */
  status: number | null;
  kind: "permanent" | "temporary" | null;
  nikState: "doubtful" | "none" | null;
}

/** Where a page of the list begins: after or before a resident. */
export interface ListPlace {
  after: string | null;
  before: string | null;
}

const code = z.coerce.number().int().min(1).max(999).nullable().catch(null);
const id = z.string().min(8).max(64).nullable().catch(null);

const Query = z.object({
  nama: z.string().trim().min(1).max(100).nullable().catch(null),
  wilayah: z.string().nullable().catch(null),
  kelamin: code,
  usia: z
    .enum(AGE_BANDS.map(({ key }) => key))
    .nullable()
    .catch(null),
  kawin: code,
  hubungan: code,
  status: z.union([z.literal("semua"), z.coerce.number().int()]).catch(STATUS.here),
  jenis: z.enum(["tetap", "sementara"]).nullable().catch(null),
  nik: z.enum(["ragu", "kosong"]).nullable().catch(null),
  setelah: id,
  sebelum: id,
});

const NAMES = ["nama", "wilayah", "kelamin", "usia", "kawin", "hubungan", "status", "jenis", "nik"] as const;

/** Filter and place that an address asks for; what it can't mean is left out. */
export function readListAddress(query: URLSearchParams): { filter: ResidentFilter; place: ListPlace } {
  const asked = Query.parse(
    Object.fromEntries([...NAMES, "setelah", "sebelum"].map((name) => [name, query.get(name) || null])),
  );
  return {
    filter: {
      name: asked.nama,
      area: areaOf(asked.wilayah),
      sex: asked.kelamin || null,
      age: asked.usia,
      maritalStatus: asked.kawin || null,
      familyRole: asked.hubungan || null,
      status: asked.status === "semua" ? null : asked.status || STATUS.here,
      kind: asked.jenis === null ? null : asked.jenis === "tetap" ? "permanent" : "temporary",
      nikState: asked.nik === null ? null : asked.nik === "ragu" ? "doubtful" : "none",
    },
    place: { after: asked.setelah, before: asked.sebelum },
  };
}

/** The area that an address names; null for anything else. */
export function areaOf(text: string | null): ListedPlace | null {
  const [, kind, id] = /^(dusun|rw|rt)\.([\w-]{8,64})$/.exec(text ?? "") ?? [];
  return id && (kind === "dusun" || kind === "rw" || kind === "rt") ? { kind, id } : null;
}

/** How an area stands in an address and in the select box. */
export function areaValue(area: { kind: string; id: string } | null): string | null {
  return area && `${area.kind}.${area.id}`;
}

/** The query of the list's address for a filter; empty for the plain list. */
export function listQuery(filter: ResidentFilter, place: Partial<ListPlace> = {}): string {
  const values: Record<string, string | number | null | undefined> = {
    nama: filter.name,
    wilayah: areaValue(filter.area),
    kelamin: filter.sex,
    usia: filter.age,
    kawin: filter.maritalStatus,
    hubungan: filter.familyRole,
    status: filter.status === STATUS.here ? null : (filter.status ?? "semua"),
    jenis: filter.kind && (filter.kind === "permanent" ? "tetap" : "sementara"),
    nik: filter.nikState && (filter.nikState === "doubtful" ? "ragu" : "kosong"),
    setelah: place.after,
    sebelum: place.before,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value) query.set(name, String(value));
  const text = query.toString();
  return text && `?${text}`;
}

/** Is the list narrowed at all? */
export function isNarrowed(filter: ResidentFilter): boolean {
  return listQuery(filter) !== "";
}

/** Does a text that was typed into the search ask for a number, which may stand in no address? */
export function isNumberSearch(text: string): boolean {
  return /^\d{8,}$/.test(text.replace(/[\s.\-_]/g, ""));
}
