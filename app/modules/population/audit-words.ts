import { type AuditWords, detailText } from "#app/platform/audit-words.ts";
import { fieldLabel } from "./resident-fields.ts";

/** What the audit log says of residents and family cards; whom a row is about stands beside it as its record. */
export const AUDIT_WORDS: AuditWords = {
  "resident.add": (details) => `mencatat penduduk ${detailText(details, "name")}`,
  "resident.change": (details) =>
    `mencatat perubahan data ${detailText(details, "name")}${fieldsOf(details)}`,
  "resident.correct": (details) => `membetulkan data ${detailText(details, "name")}${fieldsOf(details)}`,
  "resident.record-birth": () => "mencatat kelahiran",
  "resident.record-death": () => "mencatat kematian",
  "resident.record-move-in": () => "mencatat orang yang pindah datang",
  "resident.record-move-out": (details) => `mencatat kepindahan keluar desa${peopleOf(details)}`,
  "resident.record-move-inside": (details) => `mencatat kepindahan di dalam desa${peopleOf(details)}`,
  "resident.record-missing": (details) => `mencatat orang hilang${peopleOf(details)}`,
  "resident.record-left": (details) => `mencatat orang yang pergi${peopleOf(details)}`,
  "resident.record-return": () => "mencatat orang yang kembali",
  "resident.end-stay": () => "mencatat akhir tinggal sementara",
  "resident.cancel-event": () => "membatalkan sebuah peristiwa penduduk",
  "population.count-missing": () => "mengatur cara menghitung orang yang hilang atau pergi",
  "family.add": () => "membuat kartu keluarga",
  "family.change": (details) => `mengubah kartu keluarga${partsOf(details)}`,
  "family.verify": () => "menandai kartu keluarga sudah dicocokkan dengan aslinya",
  "family.split": (details) => `memecah kartu keluarga${peopleOf(details)}`,
  "family.merge": (details) => `menggabungkan kartu keluarga${peopleOf(details)}`,
  "family.change-head": () => "mengganti kepala keluarga",
};

/** Kinds by which the audit log can be narrowed. */
export const AUDIT_KINDS: Record<string, string> = {
  resident: "Penduduk",
  population: "Buku penduduk",
  family: "Kartu keluarga",
};

const PARTS: Record<string, string> = {
  number: "nomor",
  address: "alamat",
  areaId: "wilayah",
  postalCode: "kode pos",
  issuedOn: "tanggal terbit",
};

/** `: Pekerjaan, NIK`: names of the fields, never their values. */
function fieldsOf({ fields }: Record<string, unknown>): string {
  if (!Array.isArray(fields) || fields.length === 0) return "";
  const labels = fields.filter((key) => key !== "hamletId").map((key) => fieldLabel(String(key)));
  return `: ${labels.join(", ")}`;
}

function partsOf({ fields }: Record<string, unknown>): string {
  if (!Array.isArray(fields) || fields.length === 0) return "";
  return `: ${fields.map((key) => PARTS[String(key)] ?? String(key)).join(", ")}`;
}

function peopleOf({ people }: Record<string, unknown>): string {
  return typeof people === "number" && people > 1 ? ` (${people} orang)` : "";
}
