import { TEST_PIN } from "#tests/support/resident-client.ts";
import type { FormCase } from "./form-case.ts";

const NIK = "5201091206850001";
const NEW_PIN = { pin_baru: "590317", pin_lagi: "590317" };
const PIN_KINDS = { pin_baru: "secret", pin_lagi: "secret" } as const;
const DECISION = {
  isVersioned: true,
  fields: () => ({ putusan: "tolak", alasan: "Bawa KTP-nya." }),
  kinds: { putusan: "code", alasan: "text", versi: "version" },
  required: ["alasan"],
  filledByPage: ["putusan"],
} as const satisfies Partial<FormCase>;

/** Forms of residents, and of the office's work with their accounts and letters. */
export const RESIDENT_FORMS: FormCase[] = [
  {
    as: null,
    name: "a resident's sign-in",
    freshClient: true,
    route: "/warga/masuk",
    page: () => "/warga/masuk",
    fields: () => ({ nik: NIK, pin: TEST_PIN }),
    kinds: { nik: "text", pin: "secret" },
    required: ["nik", "pin"],
  },
  {
    as: null,
    name: "an activation by slip",
    freshClient: true,
    route: "/warga/aktifkan",
    page: () => "/warga/aktifkan",
    fields: ({ residents }) => ({ kode: residents.slipCode, nik: "5201094302880001", ...NEW_PIN }),
    kinds: { kode: "text", nik: "text", ...PIN_KINDS },
    required: ["kode", "nik", "pin_baru", "pin_lagi"],
  },
  {
    as: null,
    name: "a self-registration",
    freshClient: true,
    route: "/warga/daftar",
    page: () => "/warga/daftar",
    fields: () => ({
      nik: NIK,
      nama: "Lalu Suwandi",
      tanggal_lahir: "1985-06-12",
      telepon: "0812 7000 1234",
      ...NEW_PIN,
    }),
    kinds: { nik: "text", nama: "text", tanggal_lahir: "day", telepon: "phone", ...PIN_KINDS },
    required: ["nik", "nama", "tanggal_lahir", "telepon", "pin_baru", "pin_lagi"],
  },
  {
    as: "warga",
    name: "a resident's new PIN",
    route: "/warga/akun/pin",
    page: () => "/warga/akun/pin",
    fields: () => ({ pin: TEST_PIN, ...NEW_PIN }),
    kinds: { pin: "secret", ...PIN_KINDS },
    required: ["pin", "pin_baru", "pin_lagi"],
  },
  {
    as: "warga",
    name: "a proposed correction",
    isVersioned: true,
    route: "/warga/data/usul/:bagian",
    page: () => "/warga/data/usul/fatherName",
    fields: () => ({ isi: "Amaq Sahir", keterangan: "Menurut akta." }),
    kinds: { isi: "text", keterangan: "text" },
    required: ["isi"],
    shownAt: () => ["/kantor/jejak"],
  },
  {
    as: "warga",
    name: "a letter asked for from the phone",
    route: "/warga/surat/baru/:jenis",
    page: () => "/warga/surat/baru/domisili",
    fields: () => ({ "isian.keperluan": "melamar pekerjaan", "isian.sejak": "1990" }),
    kinds: { "isian.keperluan": "text", "isian.sejak": "text" },
    required: ["isian.keperluan"],
    creates: "letters",
  },
  {
    as: "warga",
    name: "an answer to the office",
    isVersioned: true,
    route: "/warga/surat/:id",
    page: ({ residents }) => `/warga/surat/${residents.letter}`,
    fields: ({ residents }) => ({
      maksud: "jawab",
      pertanyaan: residents.question,
      jawaban: "Di Gunungsari.",
    }),
    kinds: { jawaban: "text" },
    required: ["jawaban"],
    filledByPage: ["maksud", "pertanyaan"],
  },
  {
    as: "kasi-pemerintahan",
    name: "a question to a resident",
    isVersioned: true,
    route: "/kantor/surat/:id/warga",
    page: ({ residents }) => `/kantor/surat/${residents.approved}/warga`,
    fields: () => ({ pertanyaan: "Untuk perusahaan mana?" }),
    kinds: { pertanyaan: "text" },
    required: ["pertanyaan"],
    shownAt: ({ residents }) => [`/warga/surat/${residents.approved}`],
  },
  {
    ...DECISION,
    as: "kasi-pemerintahan",
    name: "a decision about a registration",
    route: "/kantor/akun-warga/pendaftaran/:id",
    page: ({ residents }) => `/kantor/akun-warga/pendaftaran/${residents.registration}`,
  },
  {
    ...DECISION,
    as: "kasi-pemerintahan",
    name: "a decision about a correction",
    route: "/kantor/akun-warga/usulan/:id",
    page: ({ residents }) => `/kantor/akun-warga/usulan/${residents.proposal}`,
    shownAt: () => ["/warga/data"],
  },
];

/** Forms of buttons alone, and the search that has its own words. */
export const RESIDENT_BUTTON_ROUTES = [
  "/warga/keluar",
  "/warga/akun",
  "/kantor/akun-warga",
  "/kantor/akun-warga/:id",
];
