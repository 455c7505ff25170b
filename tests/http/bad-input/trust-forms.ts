import { CONTEST, letterFile } from "#tests/support/claims-stage.ts";
import type { FormCase } from "./form-case.ts";

const portal = { site: "portal" } as const;

function decision(office: "operator" | "kabupaten", as: string): FormCase {
  return {
    ...portal,
    as,
    name: `the decision over a claim, ${office}`,
    route: `/${office}/verifikasi/:id`,
    page: ({ claims }) => `/${office}/verifikasi/${claims.letter}`,
    fields: () => ({ putusan: "tolak", alasan: "Surat ini tidak terbaca stempelnya.", versi: "1" }),
    kinds: { putusan: "code", alasan: "text", versi: "version" },
    required: ["putusan", "alasan"],
  };
}

/** Forms about whose a village is. */
export const TRUST_FORMS: FormCase[] = [
  {
    ...portal,
    as: null,
    name: "a contest",
    route: "/sanggah",
    page: ({ claims }) => `/sanggah?kode=${claims.trialCode}`,
    fields: ({ claims }) => ({ ...CONTEST, kode_desa: claims.trialCode, berkas: letterFile() }),
    filledByPage: ["kode_desa", "berkas"],
    kinds: {
      kode_desa: "code",
      nama: "text",
      jabatan: "code",
      telepon: "phone",
      nomor_sk: "text",
      pernyataan: "text",
    },
    required: ["nama", "jabatan", "telepon", "nomor_sk", "pernyataan"],
  },
  decision("operator", "operator-balai"),
  decision("kabupaten", "admin-kabupaten"),
  {
    name: "verification by the kabupaten's list",
    route: "/kantor/verifikasi",
    as: "kepala-desa",
    page: () => "/kantor/verifikasi",
    fields: () => ({ nomor_sk: "141/12/Pem/2024" }),
    kinds: { nomor_sk: "text" },
    required: ["nomor_sk"],
  },
  {
    name: "verification by a letter",
    route: "/kantor/verifikasi/surat",
    as: "kepala-desa",
    page: () => "/kantor/verifikasi/surat",
    fields: () => ({ nomor_sk: "141/12/Pem/2024", keterangan: "Camat sedang di luar kota." }),
    kinds: { nomor_sk: "text", keterangan: "text" },
    required: ["nomor_sk"],
  },
  {
    name: "an answer to a contest",
    route: "/kantor/verifikasi/sanggahan/:id",
    as: "kepala-desa",
    page: ({ claims }) => `/kantor/verifikasi/sanggahan/${claims.ownContest}`,
    fields: () => ({ pernyataan: "Kami perangkat yang sah sejak tahun 2020." }),
    kinds: { pernyataan: "text" },
    required: ["pernyataan"],
  },
];
