import type { FormCase } from "./form-case.ts";

const LIST = "/kantor/buku/masuk";
const head = { as: "kepala-desa" } as const;

const INCOMING = {
  diterima: "2026-11-20",
  pengirim: "Camat Gunungsari",
  nomor: "005/112",
  tanggal_surat: "2026-11-19",
  perihal: "Rapat koordinasi",
  sifat: "biasa",
  balas_sebelum: "2026-12-01",
  klasifikasi: "000.1.5",
};
const INCOMING_KINDS = {
  diterima: "day",
  pengirim: "text",
  nomor: "text",
  tanggal_surat: "day",
  perihal: "text",
  sifat: "code",
  balas_sebelum: "day",
  klasifikasi: "text",
} as const;
const INCOMING_REQUIRED = ["diterima", "pengirim", "perihal", "sifat"];

/** Forms of the office's correspondence. */
export const MAIL_FORMS: FormCase[] = [
  {
    as: "kaur-umum",
    name: "a letter that came in",
    creates: "incoming_letters",
    route: `${LIST}/baru`,
    page: () => `${LIST}/baru`,
    fields: () => INCOMING,
    kinds: INCOMING_KINDS,
    required: INCOMING_REQUIRED,
    shownAt: () => [LIST, "/kantor"],
  },
  {
    as: "kaur-umum",
    name: "a correction of a letter that came in",
    isVersioned: true,
    route: `${LIST}/:id/ubah`,
    page: ({ mail }) => `${LIST}/${mail.toCorrect}/ubah`,
    fields: () => ({ ...INCOMING, perihal: "Undangan pelatihan perangkat" }),
    kinds: { ...INCOMING_KINDS, versi: "version" },
    required: INCOMING_REQUIRED,
  },
  {
    ...head,
    name: "a disposition",
    route: `${LIST}/:id`,
    page: ({ mail }) => `${LIST}/${mail.toDispose}`,
    fields: (ids) => ({
      maksud: "disposisi",
      kepada: ids.person,
      frasa: "Siapkan jawaban",
      perintah: "Lengkapi datanya.",
      batas: "2026-12-20",
    }),
    kinds: { kepada: "code", frasa: "code", perintah: "text", batas: "day", versi: "version" },
    required: ["kepada"],
    filledByPage: ["maksud"],
  },
  {
    ...head,
    name: "what came of a disposition",
    route: `${LIST}/:id`,
    page: ({ mail }) => `${LIST}/${mail.disposed}`,
    fields: () => ({ maksud: "hasil", hasil: "Sudah dihadiri." }),
    kinds: { hasil: "text", versi: "version" },
    required: ["hasil"],
    filledByPage: ["maksud", "disposisi"],
  },
  {
    ...head,
    name: "the end of a letter by a note",
    route: `${LIST}/:id`,
    page: ({ mail }) => `${LIST}/${mail.toClose}`,
    fields: () => ({ maksud: "tutup", catatan: "Sudah diumumkan." }),
    kinds: { catatan: "text", versi: "version" },
    required: ["catatan"],
    filledByPage: ["maksud"],
  },
  {
    as: "kaur-umum",
    name: "an agenda number made void",
    route: `${LIST}/:id/batal`,
    page: ({ mail }) => `${LIST}/${mail.toVoid}/batal`,
    fields: () => ({ maksud: "batal", alasan: "Tercatat dua kali" }),
    kinds: { alasan: "text", versi: "version" },
    required: ["alasan"],
    filledByPage: ["maksud"],
  },
  {
    as: "kaur-umum",
    name: "an entry of the expedition book",
    creates: "expeditions",
    route: "/kantor/buku/ekspedisi/baru",
    page: () => "/kantor/buku/ekspedisi/baru",
    fields: () => ({
      dikirim: "2026-11-20",
      nomor: "005/7/2026",
      tanggal_surat: "2026-11-19",
      isi: "Undangan musyawarah",
      tujuan: "Ketua BPD",
      penerima: "Inaq Rohani",
      keterangan: "Diantar",
    }),
    kinds: {
      dikirim: "day",
      nomor: "text",
      tanggal_surat: "day",
      isi: "text",
      tujuan: "text",
      penerima: "text",
      keterangan: "text",
    },
    required: ["dikirim", "nomor", "isi", "tujuan"],
    shownAt: () => ["/kantor/buku/ekspedisi"],
  },
  {
    as: "kaur-umum",
    name: "who took what was sent",
    isVersioned: true,
    route: "/kantor/buku/ekspedisi/:id",
    page: ({ mail }) => `/kantor/buku/ekspedisi/${mail.sent}`,
    fields: () => ({ maksud: "terima", penerima: "Inaq Rohani", keterangan: "Diantar" }),
    kinds: { penerima: "text", keterangan: "text", versi: "version" },
    required: ["penerima"],
    filledByPage: ["maksud"],
  },
  {
    as: "kaur-umum",
    name: "an expedition number made void",
    route: "/kantor/buku/ekspedisi/:id",
    page: ({ mail }) => `/kantor/buku/ekspedisi/${mail.sentWrongly}`,
    fields: () => ({ maksud: "batal", alasan: "Salah alamat" }),
    kinds: { alasan: "text", versi: "version" },
    required: ["alasan"],
    filledByPage: ["maksud"],
  },
];

/** Forms of a button alone. */
export const MAIL_BUTTON_ROUTES = ["/kantor/buku/ekspedisi"];
