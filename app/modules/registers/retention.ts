import type { KeptRecord } from "#app/platform/privacy/retention-rule.ts";

/** What of the registers is never removed. */
export const registerRecordsKept: readonly KeptRecord[] = [
  {
    name: "Buku Peraturan, Keputusan, Inventaris, Aparat, serta Lembaran dan Berita Desa",
    reason:
      "Buku register desa (Permendagri 47/2016) dan arsip desa; penyusutannya menurut jadwal retensi arsip daerah.",
  },
];
