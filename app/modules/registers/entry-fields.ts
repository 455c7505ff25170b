import { CODE_LISTS } from "#app/modules/population/code-lists.ts";
import { formatDate, formatMoney } from "#app/ui/format.ts";
import type { EntryRows } from "./entries.server.ts";
import { BOOK_KEYS, type EntryBook, RULE_KEYS } from "./input.ts";
import { ORIGIN_NAMES, ORIGIN_ORDER, REGISTER_WORDS, RULE_KINDS } from "./words.ts";

/** A field of an entry's form, and of its page. */
export interface EntryField {
  name: string;
  label: string;
  kind: "text" | "area" | "day" | "number" | "money" | "choice" | "hidden";
  required?: boolean;
  hint?: string;
  choices?: readonly { value: string; label: string }[];
  /** First choice of a list that may stay empty. */
  placeholder?: string;
}

const text = (name: string, label: string, more: Partial<EntryField> = {}): EntryField => ({
  name,
  label,
  kind: "text",
  ...more,
});
const must = { required: true } as const;
const day = (name: string, label: string, more: Partial<EntryField> = {}) =>
  text(name, label, { kind: "day", ...more });
const area = (name: string, label: string) => text(name, label, { kind: "area" });
const choice = (
  name: string,
  label: string,
  choices: EntryField["choices"],
  more: Partial<EntryField> = {},
) => text(name, label, { kind: "choice", choices, ...more });

const NOTE = text("keterangan", "Keterangan");
const REPORTED = [
  text("nomor_laporan", "Nomor laporan kepada Bupati"),
  day("dilaporkan", "Tanggal dilaporkan"),
];

const codes = (key: "religion" | "education") =>
  CODE_LISTS[key].codes.map(({ code, label }) => ({ value: String(code), label }));

/** What each book asks for, in the order of its form. */
export const ENTRY_FIELDS: Record<EntryBook, readonly EntryField[]> = {
  peraturan: [
    choice(
      "jenis",
      "Jenis peraturan",
      RULE_KEYS.map((value) => ({ value, label: RULE_KINDS[value] })),
      must,
    ),
    text("nomor", "Nomor", { ...must, hint: "Misalnya 3 Tahun 2026." }),
    day("ditetapkan", "Tanggal ditetapkan", must),
    { ...area("tentang", "Tentang"), ...must },
    area("uraian", "Uraian singkat"),
    day("disepakati", "Tanggal kesepakatan dengan BPD"),
    ...REPORTED,
    NOTE,
  ],
  keputusan: [
    text("nomor", "Nomor", must),
    day("ditetapkan", "Tanggal keputusan", must),
    { ...area("tentang", "Tentang"), ...must },
    area("uraian", "Uraian singkat"),
    ...REPORTED,
    NOTE,
  ],
  inventaris: [
    text("nama", "Nama barang atau bangunan", must),
    text("kode", "Kode barang"),
    text("jumlah", "Jumlah", { ...must, kind: "number" }),
    text("satuan", "Satuan", { ...must, hint: "Misalnya buah, unit, atau set." }),
    choice(
      "asal",
      "Asal barang",
      ORIGIN_ORDER.map((value) => ({ value, label: ORIGIN_NAMES[value] })),
      must,
    ),
    day("diperoleh", "Tanggal diperoleh", must),
    text("nilai", "Nilai seluruhnya", { kind: "money", hint: "Kosongkan bila tidak diketahui." }),
    text("tempat", "Tempat barang"),
    NOTE,
  ],
  lembaran: [
    text("peraturan", "Peraturan", { kind: "hidden" }),
    choice(
      "buku",
      "Diundangkan dalam",
      BOOK_KEYS.map((value) => ({ value, label: REGISTER_WORDS.books[value] })),
      { ...must, hint: "Peraturan Desa dalam Lembaran Desa; yang lain dalam Berita Desa." },
    ),
    text("nomor_buku", "Nomor urut", {
      kind: "number",
      hint: "Kosongkan: nomor berikutnya pada tahun itu diberikan saat disimpan.",
    }),
    day("diundangkan", "Tanggal diundangkan", must),
    text("jenis", "Jenis peraturan", must),
    text("nomor", "Nomor peraturan", must),
    day("ditetapkan", "Tanggal ditetapkan", must),
    { ...area("tentang", "Tentang"), ...must },
    NOTE,
  ],
  aparat: [
    text("masa", "Masa jabatan", { kind: "hidden" }),
    text("nama", "Nama", must),
    choice("jabatan", "Jabatan", [], must),
    choice(
      "kelamin",
      "Jenis kelamin",
      CODE_LISTS.sex.codes.map(({ code, label }) => ({ value: String(code), label })),
      must,
    ),
    text("niap", "NIAP", { hint: "Nomor induk aparat pemerintah desa." }),
    text("nip", "NIP", { hint: "Hanya pegawai negeri. Disimpan tersandi dan ditampilkan samar." }),
    text("tempat_lahir", "Tempat lahir"),
    day("tanggal_lahir", "Tanggal lahir"),
    choice("agama", "Agama", codes("religion"), { placeholder: "Belum diketahui" }),
    text("pangkat", "Pangkat dan golongan"),
    choice("pendidikan", "Pendidikan terakhir", codes("education"), { placeholder: "Belum diketahui" }),
    text("nomor_angkat", "Nomor keputusan pengangkatan"),
    day("diangkat", "Tanggal pengangkatan", must),
    text("nomor_henti", "Nomor keputusan pemberhentian"),
    day("diberhentikan", "Tanggal pemberhentian", { hint: "Hari pertama ia tidak lagi menjabat." }),
    NOTE,
  ],
};

const VALUES: { [Book in EntryBook]: (row: EntryRows[Book]) => Record<string, string | number | null> } = {
  peraturan: (row) => ({
    jenis: row.kind,
    nomor: row.number,
    ditetapkan: row.setOn,
    tentang: row.about,
    uraian: row.summary,
    disepakati: row.agreedOn,
    nomor_laporan: row.reportedNumber,
    dilaporkan: row.reportedOn,
    keterangan: row.note,
  }),
  keputusan: (row) => ({
    nomor: row.number,
    ditetapkan: row.setOn,
    tentang: row.about,
    uraian: row.summary,
    nomor_laporan: row.reportedNumber,
    dilaporkan: row.reportedOn,
    keterangan: row.note,
  }),
  inventaris: (row) => ({
    nama: row.name,
    kode: row.code,
    jumlah: row.quantity,
    satuan: row.unit,
    asal: row.origin,
    diperoleh: row.acquiredOn,
    nilai: row.value,
    tempat: row.place,
    keterangan: row.note,
  }),
  lembaran: (row) => ({
    peraturan: row.regulationId,
    buku: row.book,
    nomor_buku: row.number,
    diundangkan: row.promulgatedOn,
    jenis: row.ruleKind,
    nomor: row.ruleNumber,
    ditetapkan: row.setOn,
    tentang: row.about,
    keterangan: row.note,
  }),
  aparat: (row) => ({
    masa: row.termId,
    nama: row.name,
    jabatan: row.position,
    kelamin: row.sex,
    niap: row.niap,
    tempat_lahir: row.birthPlace,
    tanggal_lahir: row.birthDate,
    agama: row.religion,
    pangkat: row.rank,
    pendidikan: row.education,
    nomor_angkat: row.appointedNumber,
    diangkat: row.appointedOn,
    nomor_henti: row.dismissedNumber,
    diberhentikan: row.dismissedOn,
    keterangan: row.note,
  }),
};

/** A row as its form has it; a NIP is in none. */
export function formValues<Book extends EntryBook>(book: Book, row: EntryRows[Book]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(VALUES[book](row)).map(([name, value]) => [name, value === null ? "" : String(value)]),
  );
}

/** A row as its page shows it: only what is known. */
export function entryFacts(
  fields: readonly EntryField[],
  values: Record<string, string>,
): { term: string; value: string }[] {
  return fields.flatMap(({ name, label, kind, choices }) => {
    const value = values[name];
    if (!value || kind === "hidden") return [];
    if (kind === "day") return [{ term: label, value: formatDate(value) }];
    if (kind === "money") return [{ term: label, value: formatMoney(Number(value)) }];
    const chosen = choices?.find((each) => each.value === value)?.label;
    return [{ term: label, value: chosen ?? value }];
  });
}
