import type { AccessWords } from "#app/platform/privacy/access-words.ts";

export const ACCESS_WORDS: AccessWords = {
  "village.all": "ekspor lengkap data desa",
  "village.asked": "pembuatan ekspor lengkap data desa",
};
