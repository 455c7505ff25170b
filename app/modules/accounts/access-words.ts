import type { AccessWords } from "#app/platform/privacy/access-words.ts";

/** What the access log calls the protected fields of accounts. */
export const ACCESS_WORDS: AccessWords = {
  "accounts.phone": "nomor telepon",
  "accounts.email": "surel",
  "invitations.phone": "nomor telepon pada undangan",
  "audit.list": "jejak perubahan",
};
