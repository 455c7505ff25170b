import type { KeptRecord } from "#app/platform/privacy/retention-rule.ts";

/** What of letters is never removed. */
export const letterRecordsKept: readonly KeptRecord[] = [
  {
    name: "Surat, nomornya, naskahnya, dan riwayatnya",
    reason:
      "Arsip desa dan Buku Agenda (Permendagri 47/2016): siapa pun yang memegang suratnya harus dapat memeriksanya.",
  },
];
