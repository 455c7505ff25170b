import type { AccessWords } from "#app/platform/privacy/access-words.ts";

/** What the access log calls pages of residents' accounts. */
export const ACCESS_WORDS: AccessWords = {
  "resident-accounts.own-data": "datanya sendiri dan kartu keluarganya",
  "resident-accounts.registration": "pendaftaran akun seorang warga",
  "resident-accounts.correction": "usulan perbaikan data seorang warga",
  "resident-accounts.person-account": "akun seorang warga",
  "resident-accounts.slip": "slip aktivasi seorang warga",
  "resident-accounts.list": "daftar akun warga",
};
