import type { AccessWords } from "#app/platform/privacy/access-words.ts";

/** What the access log calls the protected numbers and the pages of residents. */
export const ACCESS_WORDS: AccessWords = {
  "residents.identity": "NIK, No. KK, dan nomor dokumen",
  "residents.contact": "nomor telepon penduduk",
  "residents.insurance": "nomor asuransi penduduk",
  "families.number": "No. KK",
  "residents.list": "daftar penduduk",
  "families.list": "daftar kartu keluarga",
  "events.list": "daftar mutasi penduduk",
  "population.resident": "data seorang penduduk",
  "population.change-resident": "isian perubahan data seorang penduduk",
  "population.family": "kartu keluarga",
  "population.change-family": "isian perubahan kartu keluarga",
};
