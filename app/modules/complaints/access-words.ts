import type { AccessWords } from "#app/platform/privacy/access-words.ts";

/** What the access log calls the pages of complaints. */
export const ACCESS_WORDS: AccessWords = {
  "complaints.complaint": "pengaduan dan nama pengadunya",
  "complaints.list": "daftar pengaduan",
};
