import type { AccessWords } from "#app/platform/privacy/access-words.ts";

/** What the access log calls what is opened here. */
export const ACCESS_WORDS: AccessWords = {
  "dukcapil.form": "lembar data Dukcapil",
  "dukcapil.edit-form": "isian lembar data Dukcapil",
  "dukcapil.form-file": "cetakan lembar data Dukcapil",
  "dukcapil.new-for": "pilihan lembar data Dukcapil seorang penduduk",
  "dukcapil.list": "daftar lembar data Dukcapil",
};
