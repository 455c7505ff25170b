import { type AuditWords, detailText } from "#app/platform/audit-words.ts";
import { areaLabel } from "./area-rules.ts";
import { CHECKLIST_ITEMS } from "./checklist-rules.ts";
import { CHECKLIST_WORDS } from "./words.ts";

const AREA_KIND_OF = { dusun: "dusun", rw: "rw", rt: "rt" } as const;

/** What the audit log says of settings, areas, books, modules, files and the first hour. */
export const AUDIT_WORDS: AuditWords = {
  "village.save-identity": () => "memperbarui identitas desa",
  "village.save-letterhead": () => "memperbarui kop surat",
  "village.save-paper": () => "mengatur ukuran kertas",
  "village.save-local-terms": () => "mengatur zona waktu dan sebutan setempat",
  "area.add": (details) => `menambahkan ${detailText(details, "count")} wilayah`,
  "area.rename": (details) => `mengganti nama ${labelOf(details, "from")} menjadi ${labelOf(details, "to")}`,
  "area.retire": (details) => `menonaktifkan ${labelOf(details, "name")}`,
  "book.set-numbers": (details) => `mengatur nomor terakhir buku tahun ${detailText(details, "year")}`,
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

function labelOf(details: Record<string, unknown>, key: string): string {
  const kind = AREA_KIND_OF[detailText(details, "kind") as keyof typeof AREA_KIND_OF] ?? "dusun";
  return areaLabel({ kind, name: detailText(details, key) });
}

function stepOf(details: Record<string, unknown>): string {
  const item = CHECKLIST_ITEMS.find((each) => each === details.item);
  return item ? CHECKLIST_WORDS.titles[item] : "satu langkah";
}
