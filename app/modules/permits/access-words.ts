import type { AccessWords } from "#app/platform/privacy/access-words.ts";

/** What the access log calls what is opened here. */
export const ACCESS_WORDS: AccessWords = {
  "permits.permit": "permohonan izin",
  "permits.permit-file": "surat izin",
  "permits.new-permit": "isian permohonan izin seorang penduduk",
  "permits.list": "daftar izin dan rekomendasi",
};
