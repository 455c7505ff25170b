import type { AccessWords } from "#app/platform/privacy/access-words.ts";

/** What the access log calls what is opened and taken out here. */
export const ACCESS_WORDS: AccessWords = {
  "information.request": "permohonan informasi seseorang",
  "information.identity": "NIK pemohon informasi",
  "information.register": "register permohonan informasi",
};
