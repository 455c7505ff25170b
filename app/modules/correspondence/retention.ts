import type { KeptRecord } from "#app/platform/privacy/retention-rule.ts";

/** What of the correspondence is never removed. */
export const mailRecordsKept: readonly KeptRecord[] = [
  {
    name: "Surat masuk dengan pindaian dan disposisinya, Buku Agenda, dan Buku Ekspedisi",
    reason:
      "Buku register desa (Permendagri 47/2016) dan arsip desa; penyusutannya menurut jadwal retensi arsip daerah.",
  },
];
