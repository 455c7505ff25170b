import type { AccessWords } from "#app/platform/privacy/access-words.ts";

export const ACCESS_WORDS: AccessWords = {
  "residents.import-errors": "lembar baris impor penduduk yang belum masuk",
};
