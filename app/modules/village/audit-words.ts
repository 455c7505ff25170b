import { positionTitle } from "#app/modules/accounts/words.ts";
import { type AuditWords, detailText } from "#app/platform/audit-words.ts";
import { areaLabel } from "./area-rules.ts";
import { BOOKS } from "./book-rules.ts";
import { CHECKLIST_ITEMS } from "./checklist-rules.ts";
import { CHECKLIST_WORDS } from "./words.ts";

const AREA_KIND_OF = { dusun: "dusun", rw: "rw", rt: "rt" } as const;

/** What the audit log says of settings, areas, books, modules, files and the first hour. */
export const AUDIT_WORDS: AuditWords = {
  "village.sign-up": (details) =>
    `mendaftarkan desa ini sebagai ${positionTitle(detailText(details, "position"))}`,
  "village.save-identity": (details) => `memperbarui identitas desa${changesOf(details)}`,
  "village.save-letterhead": () => "memperbarui kop surat",
  "village.save-paper": (details) => `mengatur ukuran kertas${changesOf(details)}`,
  "village.save-local-terms": (details) => `mengatur zona waktu dan sebutan setempat${changesOf(details)}`,
  "area.add": (details) => `menambahkan ${detailText(details, "count")} wilayah`,
  "area.rename": (details) => `mengganti nama ${labelOf(details, "from")} menjadi ${labelOf(details, "to")}`,
  "area.retire": (details) => `menonaktifkan ${labelOf(details, "name")}`,
  "book.set-numbers": (details) =>
    `mengatur nomor terakhir buku tahun ${detailText(details, "year")}${bookChangesOf(details)}`,
  "module.switch-on": (details) => `menyalakan bagian ${detailText(details, "module")}`,
  "module.switch-off": (details) => `mematikan bagian ${detailText(details, "module")}`,
  "checklist.skip": (details) => `menandai ${stepOf(details)} tidak perlu`,
  "checklist.reopen": (details) => `mengembalikan ${stepOf(details)} ke daftar persiapan`,
  "file.store": () => "mengirim sebuah berkas",
};

/** Kinds by which the audit log can be narrowed. */
export const AUDIT_KINDS: Record<string, string> = {
  village: "Pengaturan desa",
  area: "Wilayah",
  book: "Nomor buku",
  module: "Bagian Balai",
  checklist: "Persiapan",
  file: "Berkas",
};

/** What the fields of the profile are called. */
const FIELD_NAMES: Record<string, string> = {
  address: "alamat",
  postalCode: "kode pos",
  phone: "nomor kantor",
  email: "surel kantor",
  officeHours: "jam pelayanan",
  about: "tentang desa",
  emblemFileId: "lambang",
  paper: "kertas",
  timeZone: "zona waktu",
  villageTerm: "sebutan desa",
  headTerm: "sebutan kepala desa",
  hamletTerm: "sebutan dusun",
};

/** `: alamat dari “Jl. Raya” menjadi “Jl. Baru”; lambang`; nothing for entries of older versions. */
function changesOf(details: Record<string, unknown>): string {
  const { fields, before } = details;
  if (!Array.isArray(fields) || fields.length === 0 || typeof before !== "object" || before === null)
    return "";
  const parts = fields.map((field: string) => {
    const name = FIELD_NAMES[field] ?? field;
    const isTold = field !== "emblemFileId" && field in before && field in details;
    const from = (before as Record<string, unknown>)[field];
    return isTold ? `${name} dari ${quoted(from)} menjadi ${quoted(details[field])}` : name;
  });
  return `: ${parts.join("; ")}`;
}

function quoted(value: unknown): string {
  return value === null ? "kosong" : `“${String(value)}”`;
}

/** `surat-keluar: 120 > 135` as the log holds it, in words. */
function bookChangesOf({ changes }: Record<string, unknown>): string {
  if (!Array.isArray(changes)) return "";
  const parts = changes.flatMap((change: unknown) => {
    const [, key, from, to] = /^([\w-]+): (\S+) > (\S+)$/.exec(String(change)) ?? [];
    const book = BOOKS.find((each) => each.key === key);
    return book
      ? [`${book.name} dari ${from === "-" ? "kosong" : from} menjadi ${to === "-" ? "kosong" : to}`]
      : [];
  });
  return parts.length > 0 ? `: ${parts.join("; ")}` : "";
}

function labelOf(details: Record<string, unknown>, key: string): string {
  const kind = AREA_KIND_OF[detailText(details, "kind") as keyof typeof AREA_KIND_OF] ?? "dusun";
  return areaLabel({ kind, name: detailText(details, key) });
}

function stepOf(details: Record<string, unknown>): string {
  const item = CHECKLIST_ITEMS.find((each) => each === details.item);
  return item ? CHECKLIST_WORDS.titles[item] : "satu langkah";
}
