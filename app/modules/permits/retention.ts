import type { KeptRecord } from "#app/platform/privacy/retention-rule.ts";

/** What of permits is never removed. */
export const permitRecordsKept: readonly KeptRecord[] = [
  {
    name: "Permohonan izin dengan keputusan, pernyataan tetangga, dan jaminannya",
    reason: "Arsip keputusan desa dan uang titipan warga; penyusutannya menurut jadwal retensi arsip daerah.",
  },
];
