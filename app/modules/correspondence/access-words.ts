import type { AccessWords } from "#app/platform/privacy/access-words.ts";

/** What the access log calls what is opened and taken out here. */
export const ACCESS_WORDS: AccessWords = {
  "correspondence.secret": "surat masuk rahasia",
  "correspondence.agenda": "Buku Agenda",
  "correspondence.expedition": "Buku Ekspedisi",
  "correspondence.list": "daftar surat masuk atau keluar",
};
