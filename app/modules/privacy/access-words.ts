import type { AccessWords } from "#app/platform/privacy/access-words.ts";

/** What the access log calls what is taken out here. */
export const ACCESS_WORDS: AccessWords = {
  "privacy.person-file": "berkas semua data tentang seseorang",
  "privacy.access-list": "log akses",
  "privacy.request-list": "daftar permintaan orang atas datanya",
};
