import type { AccessWords } from "#app/platform/privacy/access-words.ts";

/** What the access log calls the page of a resident's papers. */
export const ACCESS_WORDS: AccessWords = {
  "resident-letters.office-letter": "foto syarat dan tanya jawab sebuah surat",
};
