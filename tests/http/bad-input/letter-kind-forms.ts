import type { FormCase } from "./form-case.ts";

const kasi = { as: "kasi-pemerintahan" } as const;

const KIND_FIELDS = {
  judul: "Surat Keterangan Domisili",
  kegunaan: "Menerangkan tempat tinggal.",
  klasifikasi: "400.12.2.1",
  janji: "T0",
  berlaku: "1",
  satuan: "month",
  paraf: ["kasi", "sekdes"],
  mandiri: "on",
  isian: "keperluan | Keperluan | teks | wajib",
  syarat: "Fotokopi KTP-el | wajib",
  isi: "Menerangkan bahwa {{ orang.nama }} benar tinggal di desa.",
};
const KIND_KINDS = {
  versi: "version",
  judul: "text",
  kegunaan: "text",
  klasifikasi: "code",
  janji: "code",
  berlaku: "number",
  satuan: "code",
  paraf: "code",
  mandiri: "code",
  isian: "text",
  syarat: "text",
  isi: "text",
} as const;
const REQUIRED = ["judul", "kegunaan", "klasifikasi", "janji", "satuan", "isi"];

/** Forms of kinds of letters and their classification. */
export const LETTER_KIND_FORMS: FormCase[] = [
  {
    ...kasi,
    name: "a kind of letter",
    isVersioned: true,
    route: "/kantor/surat/jenis/:kunci",
    page: () => "/kantor/surat/jenis/domisili",
    fields: () => KIND_FIELDS,
    kinds: KIND_KINDS,
    required: REQUIRED,
    shownAt: () => ["/kantor/surat/jenis", "/kantor/surat/jenis/domisili/contoh.pdf"],
  },
  {
    ...kasi,
    name: "a kind of the village's own",
    route: "/kantor/surat/jenis/baru",
    page: () => "/kantor/surat/jenis/baru",
    fields: () => KIND_FIELDS,
    kinds: KIND_KINDS,
    required: REQUIRED,
    shownAt: () => ["/kantor/surat/jenis"],
    creates: "letter_kinds",
  },
  {
    ...kasi,
    name: "a code of the classification",
    route: "/kantor/surat/klasifikasi",
    page: () => "/kantor/surat/klasifikasi",
    fields: () => ({ kode: "474.2", nama: "Kode lama" }),
    kinds: { kode: "text", nama: "text" },
    required: ["kode", "nama"],
    shownAt: () => ["/kantor/jejak"],
  },
];
